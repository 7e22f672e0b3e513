extension ServiceShapes {
  /// The answers of `lambda`; made by generate.py.
  static let lambdaText = #"""
    CreateFunction={FunctionName:s1..256, FunctionArn:s0..10000, Runtime:s(nodejs | nodejs4.3 |
     nodejs6.10 | nodejs8.10 | nodejs10.x | nodejs12.x | nodejs14.x | nodejs16.x | java8 |
     java8.al2 | java11 | python2.7 | python3.6 | python3.7 | python3.8 | python3.9 | dotnetcore1.0
     | dotnetcore2.0 | dotnetcore2.1 | dotnetcore3.1 | dotnet6 | dotnet8 | nodejs4.3-edge | go1.x |
     ruby2.5 | ruby2.7 | provided | provided.al2 | nodejs18.x | python3.10 | java17 | ruby3.2 |
     ruby3.3 | ruby3.4 | python3.11 | nodejs20.x | provided.al2023 | python3.12 | java21 |
     python3.13 | nodejs22.x | nodejs24.x | python3.14 | java25 | dotnet10 | ruby4.0), Role:s,
     Handler:s0..128, CodeSize:n, Description:s0..256, Timeout:n1.., MemorySize:n128..10240,
     LastModified:s, CodeSha256:s, Version:s1..1024, VpcConfig:#VpcConfigResponse,
     DeadLetterConfig:#DeadLetterConfig, Environment:#EnvironmentResponse, KMSKeyArn:s,
     TracingConfig:#TracingConfigResponse, MasterArn:s0..10000, RevisionId:s, Layers:[#Layer],
     State:s(Pending | Active | Inactive | Failed | Deactivating | Deactivated | ActiveNonInvocable
     | Deleting), StateReason:s, StateReasonCode:s(Idle | Creating | Restoring | EniLimitExceeded |
     InsufficientRolePermissions | InvalidConfiguration | InternalError | SubnetOutOfIPAddresses |
     InvalidSubnet | InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage |
     KMSKeyAccessDenied | KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError |
     EFSMountConnectivityError | EFSMountFailure | EFSMountTimeout | InvalidRuntime |
     InvalidZipFileException | FunctionError | DrainingDurableExecutions | VcpuLimitExceeded |
     CapacityProviderScalingLimitExceeded | InsufficientCapacity | EC2RequestLimitExceeded |
     FunctionError.InitTimeout | FunctionError.RuntimeInitError | FunctionError.ExtensionInitError
     | FunctionError.InvalidEntryPoint | FunctionError.InvalidWorkingDirectory |
     FunctionError.PermissionDenied | FunctionError.TooManyExtensions |
     FunctionError.InitResourceExhausted | DisallowedByVpcEncryptionControl),
     LastUpdateStatus:s(Successful | Failed | InProgress), LastUpdateStatusReason:s,
     LastUpdateStatusReasonCode:s(EniLimitExceeded | InsufficientRolePermissions |
     InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded | InsufficientCapacity |
     EC2RequestLimitExceeded | FunctionError.InitTimeout | FunctionError.RuntimeInitError |
     FunctionError.ExtensionInitError | FunctionError.InvalidEntryPoint |
     FunctionError.InvalidWorkingDirectory | FunctionError.PermissionDenied |
     FunctionError.TooManyExtensions | FunctionError.InitResourceExhausted |
     DisallowedByVpcEncryptionControl), FileSystemConfigs:[#FileSystemConfig], PackageType:s(Zip |
     Image), ImageConfigResponse:#ImageConfigResponse, SigningProfileVersionArn:s, SigningJobArn:s,
     Architectures:[s(x86_64 | arm64)], EphemeralStorage:#EphemeralStorage,
     SnapStart:#SnapStartResponse, RuntimeVersionConfig:#RuntimeVersionConfig,
     LoggingConfig:#LoggingConfig, CapacityProviderConfig:#CapacityProviderConfig, ConfigSha256:s,
     DurableConfig:#DurableConfig, TenancyConfig:#TenancyConfig}
    GetAlias={AliasArn:s0..10000, Name:s1..128, FunctionVersion:s1..1024, Description:s0..256,
     RoutingConfig:#AliasRoutingConfiguration, RevisionId:s}
    GetFunction={Configuration:#FunctionConfiguration, Code:#FunctionCodeLocation, Tags:<s>,
     TagsError:#TagsError, Concurrency:#Concurrency}
    GetFunctionConfiguration={FunctionName:s1..256, FunctionArn:s0..10000, Runtime:s(nodejs |
     nodejs4.3 | nodejs6.10 | nodejs8.10 | nodejs10.x | nodejs12.x | nodejs14.x | nodejs16.x |
     java8 | java8.al2 | java11 | python2.7 | python3.6 | python3.7 | python3.8 | python3.9 |
     dotnetcore1.0 | dotnetcore2.0 | dotnetcore2.1 | dotnetcore3.1 | dotnet6 | dotnet8 |
     nodejs4.3-edge | go1.x | ruby2.5 | ruby2.7 | provided | provided.al2 | nodejs18.x | python3.10
     | java17 | ruby3.2 | ruby3.3 | ruby3.4 | python3.11 | nodejs20.x | provided.al2023 |
     python3.12 | java21 | python3.13 | nodejs22.x | nodejs24.x | python3.14 | java25 | dotnet10 |
     ruby4.0), Role:s, Handler:s0..128, CodeSize:n, Description:s0..256, Timeout:n1..,
     MemorySize:n128..10240, LastModified:s, CodeSha256:s, Version:s1..1024,
     VpcConfig:#VpcConfigResponse, DeadLetterConfig:#DeadLetterConfig,
     Environment:#EnvironmentResponse, KMSKeyArn:s, TracingConfig:#TracingConfigResponse,
     MasterArn:s0..10000, RevisionId:s, Layers:[#Layer], State:s(Pending | Active | Inactive |
     Failed | Deactivating | Deactivated | ActiveNonInvocable | Deleting), StateReason:s,
     StateReasonCode:s(Idle | Creating | Restoring | EniLimitExceeded | InsufficientRolePermissions
     | InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | DrainingDurableExecutions | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded |
     InsufficientCapacity | EC2RequestLimitExceeded | FunctionError.InitTimeout |
     FunctionError.RuntimeInitError | FunctionError.ExtensionInitError |
     FunctionError.InvalidEntryPoint | FunctionError.InvalidWorkingDirectory |
     FunctionError.PermissionDenied | FunctionError.TooManyExtensions |
     FunctionError.InitResourceExhausted | DisallowedByVpcEncryptionControl),
     LastUpdateStatus:s(Successful | Failed | InProgress), LastUpdateStatusReason:s,
     LastUpdateStatusReasonCode:s(EniLimitExceeded | InsufficientRolePermissions |
     InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded | InsufficientCapacity |
     EC2RequestLimitExceeded | FunctionError.InitTimeout | FunctionError.RuntimeInitError |
     FunctionError.ExtensionInitError | FunctionError.InvalidEntryPoint |
     FunctionError.InvalidWorkingDirectory | FunctionError.PermissionDenied |
     FunctionError.TooManyExtensions | FunctionError.InitResourceExhausted |
     DisallowedByVpcEncryptionControl), FileSystemConfigs:[#FileSystemConfig], PackageType:s(Zip |
     Image), ImageConfigResponse:#ImageConfigResponse, SigningProfileVersionArn:s, SigningJobArn:s,
     Architectures:[s(x86_64 | arm64)], EphemeralStorage:#EphemeralStorage,
     SnapStart:#SnapStartResponse, RuntimeVersionConfig:#RuntimeVersionConfig,
     LoggingConfig:#LoggingConfig, CapacityProviderConfig:#CapacityProviderConfig, ConfigSha256:s,
     DurableConfig:#DurableConfig, TenancyConfig:#TenancyConfig}
    Invoke={StatusCode:n, FunctionError:s, LogResult:s, Payload:s, ExecutedVersion:s1..1024,
     DurableExecutionArn:s1..1024}
    ListFunctions={NextMarker:s, Functions:[#FunctionConfiguration]}
    PublishVersion={FunctionName:s1..256, FunctionArn:s0..10000, Runtime:s(nodejs | nodejs4.3 |
     nodejs6.10 | nodejs8.10 | nodejs10.x | nodejs12.x | nodejs14.x | nodejs16.x | java8 |
     java8.al2 | java11 | python2.7 | python3.6 | python3.7 | python3.8 | python3.9 | dotnetcore1.0
     | dotnetcore2.0 | dotnetcore2.1 | dotnetcore3.1 | dotnet6 | dotnet8 | nodejs4.3-edge | go1.x |
     ruby2.5 | ruby2.7 | provided | provided.al2 | nodejs18.x | python3.10 | java17 | ruby3.2 |
     ruby3.3 | ruby3.4 | python3.11 | nodejs20.x | provided.al2023 | python3.12 | java21 |
     python3.13 | nodejs22.x | nodejs24.x | python3.14 | java25 | dotnet10 | ruby4.0), Role:s,
     Handler:s0..128, CodeSize:n, Description:s0..256, Timeout:n1.., MemorySize:n128..10240,
     LastModified:s, CodeSha256:s, Version:s1..1024, VpcConfig:#VpcConfigResponse,
     DeadLetterConfig:#DeadLetterConfig, Environment:#EnvironmentResponse, KMSKeyArn:s,
     TracingConfig:#TracingConfigResponse, MasterArn:s0..10000, RevisionId:s, Layers:[#Layer],
     State:s(Pending | Active | Inactive | Failed | Deactivating | Deactivated | ActiveNonInvocable
     | Deleting), StateReason:s, StateReasonCode:s(Idle | Creating | Restoring | EniLimitExceeded |
     InsufficientRolePermissions | InvalidConfiguration | InternalError | SubnetOutOfIPAddresses |
     InvalidSubnet | InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage |
     KMSKeyAccessDenied | KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError |
     EFSMountConnectivityError | EFSMountFailure | EFSMountTimeout | InvalidRuntime |
     InvalidZipFileException | FunctionError | DrainingDurableExecutions | VcpuLimitExceeded |
     CapacityProviderScalingLimitExceeded | InsufficientCapacity | EC2RequestLimitExceeded |
     FunctionError.InitTimeout | FunctionError.RuntimeInitError | FunctionError.ExtensionInitError
     | FunctionError.InvalidEntryPoint | FunctionError.InvalidWorkingDirectory |
     FunctionError.PermissionDenied | FunctionError.TooManyExtensions |
     FunctionError.InitResourceExhausted | DisallowedByVpcEncryptionControl),
     LastUpdateStatus:s(Successful | Failed | InProgress), LastUpdateStatusReason:s,
     LastUpdateStatusReasonCode:s(EniLimitExceeded | InsufficientRolePermissions |
     InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded | InsufficientCapacity |
     EC2RequestLimitExceeded | FunctionError.InitTimeout | FunctionError.RuntimeInitError |
     FunctionError.ExtensionInitError | FunctionError.InvalidEntryPoint |
     FunctionError.InvalidWorkingDirectory | FunctionError.PermissionDenied |
     FunctionError.TooManyExtensions | FunctionError.InitResourceExhausted |
     DisallowedByVpcEncryptionControl), FileSystemConfigs:[#FileSystemConfig], PackageType:s(Zip |
     Image), ImageConfigResponse:#ImageConfigResponse, SigningProfileVersionArn:s, SigningJobArn:s,
     Architectures:[s(x86_64 | arm64)], EphemeralStorage:#EphemeralStorage,
     SnapStart:#SnapStartResponse, RuntimeVersionConfig:#RuntimeVersionConfig,
     LoggingConfig:#LoggingConfig, CapacityProviderConfig:#CapacityProviderConfig, ConfigSha256:s,
     DurableConfig:#DurableConfig, TenancyConfig:#TenancyConfig}
    UpdateFunctionCode={FunctionName:s1..256, FunctionArn:s0..10000, Runtime:s(nodejs | nodejs4.3
     | nodejs6.10 | nodejs8.10 | nodejs10.x | nodejs12.x | nodejs14.x | nodejs16.x | java8 |
     java8.al2 | java11 | python2.7 | python3.6 | python3.7 | python3.8 | python3.9 | dotnetcore1.0
     | dotnetcore2.0 | dotnetcore2.1 | dotnetcore3.1 | dotnet6 | dotnet8 | nodejs4.3-edge | go1.x |
     ruby2.5 | ruby2.7 | provided | provided.al2 | nodejs18.x | python3.10 | java17 | ruby3.2 |
     ruby3.3 | ruby3.4 | python3.11 | nodejs20.x | provided.al2023 | python3.12 | java21 |
     python3.13 | nodejs22.x | nodejs24.x | python3.14 | java25 | dotnet10 | ruby4.0), Role:s,
     Handler:s0..128, CodeSize:n, Description:s0..256, Timeout:n1.., MemorySize:n128..10240,
     LastModified:s, CodeSha256:s, Version:s1..1024, VpcConfig:#VpcConfigResponse,
     DeadLetterConfig:#DeadLetterConfig, Environment:#EnvironmentResponse, KMSKeyArn:s,
     TracingConfig:#TracingConfigResponse, MasterArn:s0..10000, RevisionId:s, Layers:[#Layer],
     State:s(Pending | Active | Inactive | Failed | Deactivating | Deactivated | ActiveNonInvocable
     | Deleting), StateReason:s, StateReasonCode:s(Idle | Creating | Restoring | EniLimitExceeded |
     InsufficientRolePermissions | InvalidConfiguration | InternalError | SubnetOutOfIPAddresses |
     InvalidSubnet | InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage |
     KMSKeyAccessDenied | KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError |
     EFSMountConnectivityError | EFSMountFailure | EFSMountTimeout | InvalidRuntime |
     InvalidZipFileException | FunctionError | DrainingDurableExecutions | VcpuLimitExceeded |
     CapacityProviderScalingLimitExceeded | InsufficientCapacity | EC2RequestLimitExceeded |
     FunctionError.InitTimeout | FunctionError.RuntimeInitError | FunctionError.ExtensionInitError
     | FunctionError.InvalidEntryPoint | FunctionError.InvalidWorkingDirectory |
     FunctionError.PermissionDenied | FunctionError.TooManyExtensions |
     FunctionError.InitResourceExhausted | DisallowedByVpcEncryptionControl),
     LastUpdateStatus:s(Successful | Failed | InProgress), LastUpdateStatusReason:s,
     LastUpdateStatusReasonCode:s(EniLimitExceeded | InsufficientRolePermissions |
     InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded | InsufficientCapacity |
     EC2RequestLimitExceeded | FunctionError.InitTimeout | FunctionError.RuntimeInitError |
     FunctionError.ExtensionInitError | FunctionError.InvalidEntryPoint |
     FunctionError.InvalidWorkingDirectory | FunctionError.PermissionDenied |
     FunctionError.TooManyExtensions | FunctionError.InitResourceExhausted |
     DisallowedByVpcEncryptionControl), FileSystemConfigs:[#FileSystemConfig], PackageType:s(Zip |
     Image), ImageConfigResponse:#ImageConfigResponse, SigningProfileVersionArn:s, SigningJobArn:s,
     Architectures:[s(x86_64 | arm64)], EphemeralStorage:#EphemeralStorage,
     SnapStart:#SnapStartResponse, RuntimeVersionConfig:#RuntimeVersionConfig,
     LoggingConfig:#LoggingConfig, CapacityProviderConfig:#CapacityProviderConfig, ConfigSha256:s,
     DurableConfig:#DurableConfig, TenancyConfig:#TenancyConfig}
    UpdateFunctionConfiguration={FunctionName:s1..256, FunctionArn:s0..10000, Runtime:s(nodejs |
     nodejs4.3 | nodejs6.10 | nodejs8.10 | nodejs10.x | nodejs12.x | nodejs14.x | nodejs16.x |
     java8 | java8.al2 | java11 | python2.7 | python3.6 | python3.7 | python3.8 | python3.9 |
     dotnetcore1.0 | dotnetcore2.0 | dotnetcore2.1 | dotnetcore3.1 | dotnet6 | dotnet8 |
     nodejs4.3-edge | go1.x | ruby2.5 | ruby2.7 | provided | provided.al2 | nodejs18.x | python3.10
     | java17 | ruby3.2 | ruby3.3 | ruby3.4 | python3.11 | nodejs20.x | provided.al2023 |
     python3.12 | java21 | python3.13 | nodejs22.x | nodejs24.x | python3.14 | java25 | dotnet10 |
     ruby4.0), Role:s, Handler:s0..128, CodeSize:n, Description:s0..256, Timeout:n1..,
     MemorySize:n128..10240, LastModified:s, CodeSha256:s, Version:s1..1024,
     VpcConfig:#VpcConfigResponse, DeadLetterConfig:#DeadLetterConfig,
     Environment:#EnvironmentResponse, KMSKeyArn:s, TracingConfig:#TracingConfigResponse,
     MasterArn:s0..10000, RevisionId:s, Layers:[#Layer], State:s(Pending | Active | Inactive |
     Failed | Deactivating | Deactivated | ActiveNonInvocable | Deleting), StateReason:s,
     StateReasonCode:s(Idle | Creating | Restoring | EniLimitExceeded | InsufficientRolePermissions
     | InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | DrainingDurableExecutions | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded |
     InsufficientCapacity | EC2RequestLimitExceeded | FunctionError.InitTimeout |
     FunctionError.RuntimeInitError | FunctionError.ExtensionInitError |
     FunctionError.InvalidEntryPoint | FunctionError.InvalidWorkingDirectory |
     FunctionError.PermissionDenied | FunctionError.TooManyExtensions |
     FunctionError.InitResourceExhausted | DisallowedByVpcEncryptionControl),
     LastUpdateStatus:s(Successful | Failed | InProgress), LastUpdateStatusReason:s,
     LastUpdateStatusReasonCode:s(EniLimitExceeded | InsufficientRolePermissions |
     InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded | InsufficientCapacity |
     EC2RequestLimitExceeded | FunctionError.InitTimeout | FunctionError.RuntimeInitError |
     FunctionError.ExtensionInitError | FunctionError.InvalidEntryPoint |
     FunctionError.InvalidWorkingDirectory | FunctionError.PermissionDenied |
     FunctionError.TooManyExtensions | FunctionError.InitResourceExhausted |
     DisallowedByVpcEncryptionControl), FileSystemConfigs:[#FileSystemConfig], PackageType:s(Zip |
     Image), ImageConfigResponse:#ImageConfigResponse, SigningProfileVersionArn:s, SigningJobArn:s,
     Architectures:[s(x86_64 | arm64)], EphemeralStorage:#EphemeralStorage,
     SnapStart:#SnapStartResponse, RuntimeVersionConfig:#RuntimeVersionConfig,
     LoggingConfig:#LoggingConfig, CapacityProviderConfig:#CapacityProviderConfig, ConfigSha256:s,
     DurableConfig:#DurableConfig, TenancyConfig:#TenancyConfig}
    #AliasRoutingConfiguration={AdditionalVersionWeights:<n0.0..1.0>}
    #CapacityProviderConfig={LambdaManagedInstancesCapacityProviderConfig!:#LambdaManagedInstances
     CapacityProviderConfig}
    #Concurrency={ReservedConcurrentExecutions:n}
    #DeadLetterConfig={TargetArn:s}
    #DurableConfig={RetentionPeriodInDays:n1..90, ExecutionTimeout:n1..31622400}
    #EnvironmentError={ErrorCode:s, Message:s}
    #EnvironmentResponse={Variables:<s>, Error:#EnvironmentError}
    #EphemeralStorage={Size!:n512..10240}
    #FileSystemConfig={Arn!:s0..256, LocalMountPath!:s0..160}
    #FunctionCodeLocation={RepositoryType:s, Location:s, ImageUri:s, ResolvedImageUri:s,
     SourceKMSKeyArn:s}
    #FunctionConfiguration={FunctionName:s1..256, FunctionArn:s0..10000, Runtime:s(nodejs |
     nodejs4.3 | nodejs6.10 | nodejs8.10 | nodejs10.x | nodejs12.x | nodejs14.x | nodejs16.x |
     java8 | java8.al2 | java11 | python2.7 | python3.6 | python3.7 | python3.8 | python3.9 |
     dotnetcore1.0 | dotnetcore2.0 | dotnetcore2.1 | dotnetcore3.1 | dotnet6 | dotnet8 |
     nodejs4.3-edge | go1.x | ruby2.5 | ruby2.7 | provided | provided.al2 | nodejs18.x | python3.10
     | java17 | ruby3.2 | ruby3.3 | ruby3.4 | python3.11 | nodejs20.x | provided.al2023 |
     python3.12 | java21 | python3.13 | nodejs22.x | nodejs24.x | python3.14 | java25 | dotnet10 |
     ruby4.0), Role:s, Handler:s0..128, CodeSize:n, Description:s0..256, Timeout:n1..,
     MemorySize:n128..10240, LastModified:s, CodeSha256:s, Version:s1..1024,
     VpcConfig:#VpcConfigResponse, DeadLetterConfig:#DeadLetterConfig,
     Environment:#EnvironmentResponse, KMSKeyArn:s, TracingConfig:#TracingConfigResponse,
     MasterArn:s0..10000, RevisionId:s, Layers:[#Layer], State:s(Pending | Active | Inactive |
     Failed | Deactivating | Deactivated | ActiveNonInvocable | Deleting), StateReason:s,
     StateReasonCode:s(Idle | Creating | Restoring | EniLimitExceeded | InsufficientRolePermissions
     | InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | DrainingDurableExecutions | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded |
     InsufficientCapacity | EC2RequestLimitExceeded | FunctionError.InitTimeout |
     FunctionError.RuntimeInitError | FunctionError.ExtensionInitError |
     FunctionError.InvalidEntryPoint | FunctionError.InvalidWorkingDirectory |
     FunctionError.PermissionDenied | FunctionError.TooManyExtensions |
     FunctionError.InitResourceExhausted | DisallowedByVpcEncryptionControl),
     LastUpdateStatus:s(Successful | Failed | InProgress), LastUpdateStatusReason:s,
     LastUpdateStatusReasonCode:s(EniLimitExceeded | InsufficientRolePermissions |
     InvalidConfiguration | InternalError | SubnetOutOfIPAddresses | InvalidSubnet |
     InvalidSecurityGroup | ImageDeleted | ImageAccessDenied | InvalidImage | KMSKeyAccessDenied |
     KMSKeyNotFound | InvalidStateKMSKey | DisabledKMSKey | EFSIOError | EFSMountConnectivityError
     | EFSMountFailure | EFSMountTimeout | InvalidRuntime | InvalidZipFileException | FunctionError
     | VcpuLimitExceeded | CapacityProviderScalingLimitExceeded | InsufficientCapacity |
     EC2RequestLimitExceeded | FunctionError.InitTimeout | FunctionError.RuntimeInitError |
     FunctionError.ExtensionInitError | FunctionError.InvalidEntryPoint |
     FunctionError.InvalidWorkingDirectory | FunctionError.PermissionDenied |
     FunctionError.TooManyExtensions | FunctionError.InitResourceExhausted |
     DisallowedByVpcEncryptionControl), FileSystemConfigs:[#FileSystemConfig], PackageType:s(Zip |
     Image), ImageConfigResponse:#ImageConfigResponse, SigningProfileVersionArn:s, SigningJobArn:s,
     Architectures:[s(x86_64 | arm64)], EphemeralStorage:#EphemeralStorage,
     SnapStart:#SnapStartResponse, RuntimeVersionConfig:#RuntimeVersionConfig,
     LoggingConfig:#LoggingConfig, CapacityProviderConfig:#CapacityProviderConfig, ConfigSha256:s,
     DurableConfig:#DurableConfig, TenancyConfig:#TenancyConfig}
    #ImageConfig={EntryPoint:[s], Command:[s], WorkingDirectory:s0..1000}
    #ImageConfigError={ErrorCode:s, Message:s}
    #ImageConfigResponse={ImageConfig:#ImageConfig, Error:#ImageConfigError}
    #LambdaManagedInstancesCapacityProviderConfig={CapacityProviderArn!:s1..140,
     PerExecutionEnvironmentMaxConcurrency:n1..1600,
     ExecutionEnvironmentMemoryGiBPerVCpu:n2.0..8.0}
    #Layer={Arn:s1..140, CodeSize:n, SigningProfileVersionArn:s, SigningJobArn:s}
    #LoggingConfig={LogFormat:s(JSON | Text), ApplicationLogLevel:s(TRACE | DEBUG | INFO | WARN |
     ERROR | FATAL), SystemLogLevel:s(DEBUG | INFO | WARN), LogGroup:s1..512}
    #RuntimeVersionConfig={RuntimeVersionArn:s26..2048, Error:#RuntimeVersionError}
    #RuntimeVersionError={ErrorCode:s, Message:s}
    #SnapStartResponse={ApplyOn:s(PublishedVersions | None), OptimizationStatus:s(On | Off)}
    #TagsError={ErrorCode!:s10..21, Message!:s84..1000}
    #TenancyConfig={TenantIsolationMode!:s(PER_TENANT)}
    #TracingConfigResponse={Mode:s(Active | PassThrough)}
    #VpcConfigResponse={SubnetIds:[s], SecurityGroupIds:[s], VpcId:s, Ipv6AllowedForDualStack:b}
    """#
}
