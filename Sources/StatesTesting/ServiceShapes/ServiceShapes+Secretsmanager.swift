extension ServiceShapes {
  /// The answers of `secretsmanager`; made by generate.py.
  static let secretsmanagerText = #"""
    BatchGetSecretValue={SecretValues:[#SecretValueEntry], NextToken:s1..4096,
     Errors:[#APIErrorType]}
    CancelRotateSecret={ARN:s20..2048, Name:s1..256, VersionId:s32..64}
    CreateSecret={ARN:s20..2048, Name:s1..256, VersionId:s32..64,
     ReplicationStatus:[#ReplicationStatusType]}
    DeleteResourcePolicy={ARN:s20..2048, Name:s1..512}
    DeleteSecret={ARN:s20..2048, Name:s1..256, DeletionDate:s}
    DescribeSecret={ARN:s20..2048, Name:s1..256, Type:s0..256, Description:s..2048,
     KmsKeyId:s0..2048, RotationEnabled:b, RotationLambdaARN:s0..2048,
     RotationRules:#RotationRulesType,
     ExternalSecretRotationMetadata:[#ExternalSecretRotationMetadataItem],
     ExternalSecretRotationRoleArn:s20..2048, LastRotatedDate:s, LastChangedDate:s,
     LastAccessedDate:s, DeletedDate:s, NextRotationDate:s, Tags:[#Tag],
     VersionIdsToStages:<[s1..256]>, OwningService:s1..128, CreatedDate:s, PrimaryRegion:s1..128,
     ReplicationStatus:[#ReplicationStatusType]}
    GetRandomPassword={RandomPassword:s0..4096}
    GetResourcePolicy={ARN:s20..2048, Name:s1..512, ResourcePolicy:s1..20480}
    GetSecretValue={ARN:s20..2048, Name:s1..256, VersionId:s32..64, SecretBinary:s1..65536,
     SecretString:s1..65536, VersionStages:[s1..256], CreatedDate:s}
    ListSecretVersionIds={Versions:[#SecretVersionsListEntry], NextToken:s1..4096, ARN:s20..2048,
     Name:s1..256}
    ListSecrets={SecretList:[#SecretListEntry], NextToken:s1..4096}
    PutResourcePolicy={ARN:s20..2048, Name:s1..512}
    PutSecretValue={ARN:s20..2048, Name:s1..256, VersionId:s32..64, VersionStages:[s1..256]}
    RemoveRegionsFromReplication={ARN:s20..2048, ReplicationStatus:[#ReplicationStatusType]}
    ReplicateSecretToRegions={ARN:s20..2048, ReplicationStatus:[#ReplicationStatusType]}
    RestoreSecret={ARN:s20..2048, Name:s1..256}
    RotateSecret={ARN:s20..2048, Name:s1..256, VersionId:s32..64}
    StopReplicationToReplica={ARN:s20..2048}
    UpdateSecret={ARN:s20..2048, Name:s1..256, VersionId:s32..64}
    UpdateSecretVersionStage={ARN:s20..2048, Name:s1..256}
    ValidateResourcePolicy={PolicyValidationPassed:b, ValidationErrors:[#ValidationErrorsEntry]}
    #APIErrorType={SecretId:s1..2048, ErrorCode:s, Message:s}
    #ExternalSecretRotationMetadataItem={Key:s1..256, Value:s1..2048}
    #ReplicationStatusType={Region:s1..128, KmsKeyId:s0..2048, Status:s(InSync | Failed |
     InProgress), StatusMessage:s1..4096, LastAccessedDate:s}
    #RotationRulesType={AutomaticallyAfterDays:n1..1000, Duration:s2..3,
     ScheduleExpression:s1..256}
    #SecretListEntry={ARN:s20..2048, Name:s1..256, Type:s0..256, Description:s..2048,
     KmsKeyId:s0..2048, RotationEnabled:b, RotationLambdaARN:s0..2048,
     RotationRules:#RotationRulesType,
     ExternalSecretRotationMetadata:[#ExternalSecretRotationMetadataItem],
     ExternalSecretRotationRoleArn:s20..2048, LastRotatedDate:s, LastChangedDate:s,
     LastAccessedDate:s, DeletedDate:s, NextRotationDate:s, Tags:[#Tag],
     SecretVersionsToStages:<[s1..256]>, OwningService:s1..128, CreatedDate:s,
     PrimaryRegion:s1..128}
    #SecretValueEntry={ARN:s20..2048, Name:s1..256, VersionId:s32..64, SecretBinary:s1..65536,
     SecretString:s1..65536, VersionStages:[s1..256], CreatedDate:s}
    #SecretVersionsListEntry={VersionId:s32..64, VersionStages:[s1..256], LastAccessedDate:s,
     CreatedDate:s, KmsKeyIds:[s0..2048]}
    #Tag={Key:s1..128, Value:s0..256}
    #ValidationErrorsEntry={CheckName:s1..512, ErrorMessage:s}
    """#
}
