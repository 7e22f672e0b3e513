extension ServiceShapes {
  /// The answers of `dynamodb`; made by generate.py.
  static let dynamodbText = #"""
    BatchGetItem={Responses:<[<#AttributeValue>]>, UnprocessedKeys:<#KeysAndAttributes>,
     ConsumedCapacity:[#ConsumedCapacity]}
    BatchWriteItem={UnprocessedItems:<[#WriteRequest]>,
     ItemCollectionMetrics:<[#ItemCollectionMetrics]>, ConsumedCapacity:[#ConsumedCapacity]}
    DeleteItem={Attributes:<#AttributeValue>, ConsumedCapacity:#ConsumedCapacity,
     ItemCollectionMetrics:#ItemCollectionMetrics}
    DescribeTable={Table:#TableDescription}
    ExecuteStatement={Items:[<#AttributeValue>], NextToken:s1..32768,
     ConsumedCapacity:#ConsumedCapacity, LastEvaluatedKey:<#AttributeValue>}
    GetItem={Item:<#AttributeValue>, ConsumedCapacity:#ConsumedCapacity}
    PutItem={Attributes:<#AttributeValue>, ConsumedCapacity:#ConsumedCapacity,
     ItemCollectionMetrics:#ItemCollectionMetrics}
    Query={Items:[<#AttributeValue>], Count:n, ScannedCount:n, LastEvaluatedKey:<#AttributeValue>,
     ConsumedCapacity:#ConsumedCapacity}
    Scan={Items:[<#AttributeValue>], Count:n, ScannedCount:n, LastEvaluatedKey:<#AttributeValue>,
     ConsumedCapacity:#ConsumedCapacity}
    TransactGetItems={ConsumedCapacity:[#ConsumedCapacity], Responses:[#ItemResponse]}
    TransactWriteItems={ConsumedCapacity:[#ConsumedCapacity],
     ItemCollectionMetrics:<[#ItemCollectionMetrics]>}
    UpdateItem={Attributes:<#AttributeValue>, ConsumedCapacity:#ConsumedCapacity,
     ItemCollectionMetrics:#ItemCollectionMetrics}
    #ArchivalSummary={ArchivalDateTime:s, ArchivalReason:s, ArchivalBackupArn:s37..1024}
    #AttributeDefinition={AttributeName!:s1..255, AttributeType!:s(S | N | B)}
    #AttributeValue={S:s, N:s, B:s, SS:[s], NS:[s], BS:[s], M:<#AttributeValue>,
     L:[#AttributeValue], NULL:b, BOOL:b}
    #BillingModeSummary={BillingMode:s(PROVISIONED | PAY_PER_REQUEST),
     LastUpdateToPayPerRequestDateTime:s}
    #Capacity={ReadCapacityUnits:n, WriteCapacityUnits:n, CapacityUnits:n}
    #ConsumedCapacity={TableName:s1..1024, CapacityUnits:n, ReadCapacityUnits:n,
     WriteCapacityUnits:n, Table:#Capacity, LocalSecondaryIndexes:<#Capacity>,
     GlobalSecondaryIndexes:<#Capacity>}
    #DeleteRequest={Key!:<#AttributeValue>}
    #GlobalSecondaryIndexDescription={IndexName:s3..255, KeySchema:[#KeySchemaElement],
     Projection:#Projection, IndexStatus:s(CREATING | UPDATING | DELETING | ACTIVE), Backfilling:b,
     ProvisionedThroughput:#ProvisionedThroughputDescription, IndexSizeBytes:n, ItemCount:n,
     IndexArn:s, OnDemandThroughput:#OnDemandThroughput,
     WarmThroughput:#GlobalSecondaryIndexWarmThroughputDescription}
    #GlobalSecondaryIndexWarmThroughputDescription={ReadUnitsPerSecond:n1..,
     WriteUnitsPerSecond:n1.., Status:s(CREATING | UPDATING | DELETING | ACTIVE)}
    #GlobalTableWitnessDescription={RegionName:s, WitnessStatus:s(CREATING | DELETING | ACTIVE)}
    #ItemCollectionMetrics={ItemCollectionKey:<#AttributeValue>, SizeEstimateRangeGB:[n]}
    #ItemResponse={Item:<#AttributeValue>}
    #KeySchemaElement={AttributeName!:s1..255, KeyType!:s(HASH | RANGE)}
    #KeysAndAttributes={Keys!:[<#AttributeValue>], AttributesToGet:[s..65535], ConsistentRead:b,
     ProjectionExpression:s, ExpressionAttributeNames:<s..65535>}
    #LocalSecondaryIndexDescription={IndexName:s3..255, KeySchema:[#KeySchemaElement],
     Projection:#Projection, IndexSizeBytes:n, ItemCount:n, IndexArn:s}
    #OnDemandThroughput={MaxReadRequestUnits:n, MaxWriteRequestUnits:n}
    #OnDemandThroughputOverride={MaxReadRequestUnits:n}
    #Projection={ProjectionType:s(ALL | KEYS_ONLY | INCLUDE), NonKeyAttributes:[s1..255]}
    #ProvisionedThroughputDescription={LastIncreaseDateTime:s, LastDecreaseDateTime:s,
     NumberOfDecreasesToday:n1.., ReadCapacityUnits:n, WriteCapacityUnits:n}
    #ProvisionedThroughputOverride={ReadCapacityUnits:n1..}
    #PutRequest={Item!:<#AttributeValue>}
    #ReplicaDescription={RegionName:s, ReplicaStatus:s(CREATING | CREATION_FAILED | UPDATING |
     DELETING | ACTIVE | REGION_DISABLED | INACCESSIBLE_ENCRYPTION_CREDENTIALS | ARCHIVING |
     ARCHIVED | REPLICATION_NOT_AUTHORIZED), ReplicaArn:s, ReplicaStatusDescription:s,
     ReplicaStatusPercentProgress:s, KMSMasterKeyId:s,
     ProvisionedThroughputOverride:#ProvisionedThroughputOverride,
     OnDemandThroughputOverride:#OnDemandThroughputOverride,
     WarmThroughput:#TableWarmThroughputDescription,
     GlobalSecondaryIndexes:[#ReplicaGlobalSecondaryIndexDescription],
     ReplicaInaccessibleDateTime:s, ReplicaTableClassSummary:#TableClassSummary,
     GlobalTableSettingsReplicationMode:s(ENABLED | DISABLED | ENABLED_WITH_OVERRIDES)}
    #ReplicaGlobalSecondaryIndexDescription={IndexName:s3..255,
     ProvisionedThroughputOverride:#ProvisionedThroughputOverride,
     OnDemandThroughputOverride:#OnDemandThroughputOverride,
     WarmThroughput:#GlobalSecondaryIndexWarmThroughputDescription}
    #RestoreSummary={SourceBackupArn:s37..1024, SourceTableArn:s1..1024, RestoreDateTime!:s,
     RestoreInProgress!:b}
    #SSEDescription={Status:s(ENABLING | ENABLED | DISABLING | DISABLED | UPDATING),
     SSEType:s(AES256 | KMS), KMSMasterKeyArn:s, InaccessibleEncryptionDateTime:s}
    #StreamSpecification={StreamEnabled!:b, StreamViewType:s(NEW_IMAGE | OLD_IMAGE |
     NEW_AND_OLD_IMAGES | KEYS_ONLY)}
    #TableClassSummary={TableClass:s(STANDARD | STANDARD_INFREQUENT_ACCESS), LastUpdateDateTime:s}
    #TableDescription={AttributeDefinitions:[#AttributeDefinition], TableName:s3..255,
     KeySchema:[#KeySchemaElement], TableStatus:s(CREATING | UPDATING | DELETING | ACTIVE |
     INACCESSIBLE_ENCRYPTION_CREDENTIALS | ARCHIVING | ARCHIVED | REPLICATION_NOT_AUTHORIZED),
     CreationDateTime:s, ProvisionedThroughput:#ProvisionedThroughputDescription, TableSizeBytes:n,
     ItemCount:n, TableArn:s, TableId:s, BillingModeSummary:#BillingModeSummary,
     LocalSecondaryIndexes:[#LocalSecondaryIndexDescription],
     GlobalSecondaryIndexes:[#GlobalSecondaryIndexDescription],
     StreamSpecification:#StreamSpecification, LatestStreamLabel:s, LatestStreamArn:s37..1024,
     GlobalTableVersion:s, Replicas:[#ReplicaDescription],
     GlobalTableWitnesses:[#GlobalTableWitnessDescription],
     GlobalTableSettingsReplicationMode:s(ENABLED | DISABLED | ENABLED_WITH_OVERRIDES),
     RestoreSummary:#RestoreSummary, SSEDescription:#SSEDescription,
     ArchivalSummary:#ArchivalSummary, TableClassSummary:#TableClassSummary,
     DeletionProtectionEnabled:b, OnDemandThroughput:#OnDemandThroughput,
     WarmThroughput:#TableWarmThroughputDescription, MultiRegionConsistency:s(EVENTUAL | STRONG)}
    #TableWarmThroughputDescription={ReadUnitsPerSecond:n1.., WriteUnitsPerSecond:n1..,
     Status:s(CREATING | UPDATING | DELETING | ACTIVE | INACCESSIBLE_ENCRYPTION_CREDENTIALS |
     ARCHIVING | ARCHIVED | REPLICATION_NOT_AUTHORIZED)}
    #WriteRequest={PutRequest:#PutRequest, DeleteRequest:#DeleteRequest}
    """#
}
