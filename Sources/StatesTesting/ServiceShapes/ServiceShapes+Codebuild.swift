extension ServiceShapes {
  /// The answers of `codebuild`; made by generate.py.
  static let codebuildText = #"""
    BatchGetBuilds={Builds:[#Build], BuildsNotFound:[s1..]}
    StartBuild={Build:#Build}
    StopBuild={Build:#Build}
    #AutoRetryConfig={AutoRetryLimit:n, AutoRetryNumber:n, NextAutoRetry:s, PreviousAutoRetry:s}
    #Build={Id:s1.., Arn:s1.., BuildNumber:n, StartTime:s, EndTime:s, CurrentPhase:s,
     BuildStatus:s(SUCCEEDED | FAILED | FAULT | TIMED_OUT | IN_PROGRESS | STOPPED),
     SourceVersion:s1.., ResolvedSourceVersion:s1.., ProjectName:s1.., Phases:[#BuildPhase],
     Source:#ProjectSource, SecondarySources:[#ProjectSource],
     SecondarySourceVersions:[#ProjectSourceVersion], Artifacts:#BuildArtifacts,
     SecondaryArtifacts:[#BuildArtifacts], Cache:#ProjectCache, Environment:#ProjectEnvironment,
     ServiceRole:s1.., Logs:#LogsLocation, TimeoutInMinutes:n, QueuedTimeoutInMinutes:n,
     BuildComplete:b, Initiator:s, VpcConfig:#VpcConfig, NetworkInterface:#NetworkInterface,
     EncryptionKey:s1.., ExportedEnvironmentVariables:[#ExportedEnvironmentVariable],
     ReportArns:[s], FileSystemLocations:[#ProjectFileSystemLocation], DebugSession:#DebugSession,
     BuildBatchArn:s, AutoRetryConfig:#AutoRetryConfig}
    #BuildArtifacts={Location:s, Sha256sum:s, Md5sum:s, OverrideArtifactName:b,
     EncryptionDisabled:b, ArtifactIdentifier:s, BucketOwnerAccess:s(NONE | READ_ONLY | FULL)}
    #BuildPhase={PhaseType:s(SUBMITTED | QUEUED | PROVISIONING | DOWNLOAD_SOURCE | INSTALL |
     PRE_BUILD | BUILD | POST_BUILD | UPLOAD_ARTIFACTS | FINALIZING | COMPLETED),
     PhaseStatus:s(SUCCEEDED | FAILED | FAULT | TIMED_OUT | IN_PROGRESS | STOPPED), StartTime:s,
     EndTime:s, DurationInSeconds:n, Contexts:[#PhaseContext]}
    #BuildStatusConfig={Context:s, TargetUrl:s}
    #CloudWatchLogsConfig={Status!:s(ENABLED | DISABLED), GroupName:s, StreamName:s}
    #ComputeConfiguration={VCpu:n, Memory:n, Disk:n, MachineType:s(GENERAL | NVME),
     InstanceType:s1..}
    #DebugSession={SessionEnabled:b, SessionTarget:s1..}
    #DockerServer={ComputeType!:s(BUILD_GENERAL1_SMALL | BUILD_GENERAL1_MEDIUM |
     BUILD_GENERAL1_LARGE | BUILD_GENERAL1_XLARGE | BUILD_GENERAL1_2XLARGE | BUILD_LAMBDA_1GB |
     BUILD_LAMBDA_2GB | BUILD_LAMBDA_4GB | BUILD_LAMBDA_8GB | BUILD_LAMBDA_10GB |
     ATTRIBUTE_BASED_COMPUTE | CUSTOM_INSTANCE_TYPE), SecurityGroupIds:[s1..],
     Status:#DockerServerStatus}
    #DockerServerStatus={Status:s, Message:s}
    #EnvironmentVariable={Name!:s1.., Value!:s, Type:s(PLAINTEXT | PARAMETER_STORE |
     SECRETS_MANAGER)}
    #ExportedEnvironmentVariable={Name:s1.., Value:s}
    #GitSubmodulesConfig={FetchSubmodules!:b}
    #LogsLocation={GroupName:s, StreamName:s, DeepLink:s, S3DeepLink:s, CloudWatchLogsArn:s,
     S3LogsArn:s, CloudWatchLogs:#CloudWatchLogsConfig, S3Logs:#S3LogsConfig}
    #NetworkInterface={SubnetId:s1.., NetworkInterfaceId:s1..}
    #PhaseContext={StatusCode:s, Message:s}
    #ProjectCache={Type!:s(NO_CACHE | S3 | LOCAL), Location:s, Modes:[s(LOCAL_DOCKER_LAYER_CACHE |
     LOCAL_SOURCE_CACHE | LOCAL_CUSTOM_CACHE)], CacheNamespace:s}
    #ProjectEnvironment={Type!:s(WINDOWS_CONTAINER | LINUX_CONTAINER | LINUX_GPU_CONTAINER |
     ARM_CONTAINER | WINDOWS_SERVER_2019_CONTAINER | WINDOWS_SERVER_2022_CONTAINER |
     LINUX_LAMBDA_CONTAINER | ARM_LAMBDA_CONTAINER | LINUX_EC2 | ARM_EC2 | WINDOWS_EC2 | MAC_ARM),
     Image!:s1.., ComputeType!:s(BUILD_GENERAL1_SMALL | BUILD_GENERAL1_MEDIUM |
     BUILD_GENERAL1_LARGE | BUILD_GENERAL1_XLARGE | BUILD_GENERAL1_2XLARGE | BUILD_LAMBDA_1GB |
     BUILD_LAMBDA_2GB | BUILD_LAMBDA_4GB | BUILD_LAMBDA_8GB | BUILD_LAMBDA_10GB |
     ATTRIBUTE_BASED_COMPUTE | CUSTOM_INSTANCE_TYPE), ComputeConfiguration:#ComputeConfiguration,
     Fleet:#ProjectFleet, EnvironmentVariables:[#EnvironmentVariable], PrivilegedMode:b,
     Certificate:s, RegistryCredential:#RegistryCredential, ImagePullCredentialsType:s(CODEBUILD |
     SERVICE_ROLE), DockerServer:#DockerServer}
    #ProjectFileSystemLocation={Type:s(EFS), Location:s, MountPoint:s, Identifier:s,
     MountOptions:s}
    #ProjectFleet={FleetArn:s}
    #ProjectSource={Type!:s(CODECOMMIT | CODEPIPELINE | GITHUB | GITLAB | GITLAB_SELF_MANAGED | S3
     | BITBUCKET | GITHUB_ENTERPRISE | NO_SOURCE), Location:s, GitCloneDepth:n,
     GitSubmodulesConfig:#GitSubmodulesConfig, Buildspec:s, Auth:#SourceAuth, ReportBuildStatus:b,
     BuildStatusConfig:#BuildStatusConfig, InsecureSsl:b, SourceIdentifier:s}
    #ProjectSourceVersion={SourceIdentifier!:s, SourceVersion!:s}
    #RegistryCredential={Credential!:s1.., CredentialProvider!:s(SECRETS_MANAGER)}
    #S3LogsConfig={Status!:s(ENABLED | DISABLED), Location:s, EncryptionDisabled:b,
     BucketOwnerAccess:s(NONE | READ_ONLY | FULL)}
    #SourceAuth={Type!:s(OAUTH | CODECONNECTIONS | SECRETS_MANAGER), Resource:s}
    #VpcConfig={VpcId:s1.., Subnets:[s1..], SecurityGroupIds:[s1..]}
    """#
}
