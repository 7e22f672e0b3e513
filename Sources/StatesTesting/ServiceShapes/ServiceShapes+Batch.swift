extension ServiceShapes {
  /// The answers of `batch`; made by generate.py.
  static let batchText = #"""
    DescribeJobs={Jobs:[#JobDetail]}
    SubmitJob={JobArn:s, JobName!:s, JobId!:s}
    #ArrayPropertiesDetail={StatusSummary:<n>, StatusSummaryLastUpdatedAt:n, Size:n, Index:n}
    #AttemptContainerDetail={ContainerInstanceArn:s, TaskArn:s, ExitCode:n, Reason:s,
     LogStreamName:s, NetworkInterfaces:[#NetworkInterface]}
    #AttemptDetail={Container:#AttemptContainerDetail, StartedAt:n, StoppedAt:n, StatusReason:s,
     TaskProperties:[#AttemptEcsTaskDetails]}
    #AttemptEcsTaskDetails={ContainerInstanceArn:s, TaskArn:s,
     Containers:[#AttemptTaskContainerDetails]}
    #AttemptTaskContainerDetails={ExitCode:n, Name:s, Reason:s, LogStreamName:s,
     NetworkInterfaces:[#NetworkInterface]}
    #ConsumableResourceProperties={ConsumableResourceList:[#ConsumableResourceRequirement]}
    #ConsumableResourceRequirement={ConsumableResource:s, Quantity:n}
    #ContainerDetail={Image:s, Vcpus:n, Memory:n, Command:[s], JobRoleArn:s, ExecutionRoleArn:s,
     Volumes:[#Volume], Environment:[#KeyValuePair], MountPoints:[#MountPoint],
     ReadonlyRootFilesystem:b, Ulimits:[#Ulimit], Privileged:b, User:s, ExitCode:n, Reason:s,
     ContainerInstanceArn:s, TaskArn:s, LogStreamName:s, InstanceType:s,
     NetworkInterfaces:[#NetworkInterface], ResourceRequirements:[#ResourceRequirement],
     LinuxParameters:#LinuxParameters, LogConfiguration:#LogConfiguration, Secrets:[#Secret],
     NetworkConfiguration:#NetworkConfiguration,
     FargatePlatformConfiguration:#FargatePlatformConfiguration,
     EphemeralStorage:#EphemeralStorage, RuntimePlatform:#RuntimePlatform,
     RepositoryCredentials:#RepositoryCredentials, EnableExecuteCommand:b}
    #ContainerProperties={Image:s, Vcpus:n, Memory:n, Command:[s], JobRoleArn:s,
     ExecutionRoleArn:s, Volumes:[#Volume], Environment:[#KeyValuePair], MountPoints:[#MountPoint],
     ReadonlyRootFilesystem:b, Privileged:b, Ulimits:[#Ulimit], User:s, InstanceType:s,
     ResourceRequirements:[#ResourceRequirement], LinuxParameters:#LinuxParameters,
     LogConfiguration:#LogConfiguration, Secrets:[#Secret],
     NetworkConfiguration:#NetworkConfiguration,
     FargatePlatformConfiguration:#FargatePlatformConfiguration, EnableExecuteCommand:b,
     EphemeralStorage:#EphemeralStorage, RuntimePlatform:#RuntimePlatform,
     RepositoryCredentials:#RepositoryCredentials}
    #Device={HostPath!:s, ContainerPath:s, Permissions:[s(READ | WRITE | MKNOD)]}
    #EFSAuthorizationConfig={AccessPointId:s, Iam:s(ENABLED | DISABLED)}
    #EFSVolumeConfiguration={FileSystemId!:s, RootDirectory:s, TransitEncryption:s(ENABLED |
     DISABLED), TransitEncryptionPort:n, AuthorizationConfig:#EFSAuthorizationConfig}
    #EcsProperties={TaskProperties!:[#EcsTaskProperties]}
    #EcsPropertiesDetail={TaskProperties:[#EcsTaskDetails]}
    #EcsTaskDetails={Containers:[#TaskContainerDetails], ContainerInstanceArn:s, TaskArn:s,
     EphemeralStorage:#EphemeralStorage, ExecutionRoleArn:s, PlatformVersion:s, IpcMode:s,
     TaskRoleArn:s, PidMode:s, NetworkConfiguration:#NetworkConfiguration,
     RuntimePlatform:#RuntimePlatform, Volumes:[#Volume], EnableExecuteCommand:b}
    #EcsTaskProperties={Containers!:[#TaskContainerProperties],
     EphemeralStorage:#EphemeralStorage, ExecutionRoleArn:s, PlatformVersion:s, IpcMode:s,
     TaskRoleArn:s, PidMode:s, NetworkConfiguration:#NetworkConfiguration,
     RuntimePlatform:#RuntimePlatform, Volumes:[#Volume], EnableExecuteCommand:b}
    #EksAttemptContainerDetail={Name:s, ContainerID:s, ExitCode:n, Reason:s}
    #EksAttemptDetail={Containers:[#EksAttemptContainerDetail],
     InitContainers:[#EksAttemptContainerDetail], EksClusterArn:s, PodName:s, PodNamespace:s,
     NodeName:s, StartedAt:n, StoppedAt:n, StatusReason:s}
    #EksContainer={Name:s, Image!:s, ImagePullPolicy:s, Command:[s], Args:[s],
     Env:[#EksContainerEnvironmentVariable], Resources:#EksContainerResourceRequirements,
     VolumeMounts:[#EksContainerVolumeMount], SecurityContext:#EksContainerSecurityContext}
    #EksContainerDetail={Name:s, Image:s, ImagePullPolicy:s, Command:[s], Args:[s],
     Env:[#EksContainerEnvironmentVariable], Resources:#EksContainerResourceRequirements,
     ExitCode:n, Reason:s, VolumeMounts:[#EksContainerVolumeMount],
     SecurityContext:#EksContainerSecurityContext}
    #EksContainerEnvironmentVariable={Name!:s, Value:s}
    #EksContainerResourceRequirements={Limits:<s1..256>, Requests:<s1..256>}
    #EksContainerSecurityContext={RunAsUser:n, RunAsGroup:n, Privileged:b,
     AllowPrivilegeEscalation:b, ReadOnlyRootFilesystem:b, RunAsNonRoot:b}
    #EksContainerVolumeMount={Name:s, MountPath:s, SubPath:s, ReadOnly:b}
    #EksEmptyDir={Medium:s, SizeLimit:s1..256}
    #EksHostPath={Path:s}
    #EksMetadata={Labels:<s>, Annotations:<s>, Namespace:s}
    #EksPersistentVolumeClaim={ClaimName!:s, ReadOnly:b}
    #EksPodProperties={ServiceAccountName:s, HostNetwork:b, DnsPolicy:s,
     ImagePullSecrets:[#ImagePullSecret], Containers:[#EksContainer],
     InitContainers:[#EksContainer], Volumes:[#EksVolume], Metadata:#EksMetadata,
     ShareProcessNamespace:b}
    #EksPodPropertiesDetail={ServiceAccountName:s, HostNetwork:b, DnsPolicy:s,
     ImagePullSecrets:[#ImagePullSecret], Containers:[#EksContainerDetail],
     InitContainers:[#EksContainerDetail], Volumes:[#EksVolume], PodName:s, NodeName:s,
     Metadata:#EksMetadata, ShareProcessNamespace:b}
    #EksProperties={PodProperties:#EksPodProperties}
    #EksPropertiesDetail={PodProperties:#EksPodPropertiesDetail}
    #EksSecret={SecretName!:s, Optional:b}
    #EksVolume={Name!:s, HostPath:#EksHostPath, EmptyDir:#EksEmptyDir, Secret:#EksSecret,
     PersistentVolumeClaim:#EksPersistentVolumeClaim}
    #EphemeralStorage={SizeInGiB!:n}
    #EvaluateOnExit={OnStatusReason:s, OnReason:s, OnExitCode:s, Action!:s(RETRY | EXIT)}
    #FargatePlatformConfiguration={PlatformVersion:s}
    #FirelensConfiguration={Type!:s(fluentd | fluentbit), Options:<s>}
    #Host={SourcePath:s}
    #ImagePullSecret={Name!:s}
    #JobDependency={JobId:s, Type:s(N_TO_N | SEQUENTIAL)}
    #JobDetail={JobArn:s, JobName!:s, JobId!:s, JobQueue!:s, Status!:s(SUBMITTED | PENDING |
     RUNNABLE | STARTING | RUNNING | SUCCEEDED | FAILED), ShareIdentifier:s, SchedulingPriority:n,
     Attempts:[#AttemptDetail], StatusReason:s, CreatedAt:n, RetryStrategy:#RetryStrategy,
     StartedAt!:n, StoppedAt:n, DependsOn:[#JobDependency], JobDefinition!:s, Parameters:<s>,
     Container:#ContainerDetail, NodeDetails:#NodeDetails, NodeProperties:#NodeProperties,
     ArrayProperties:#ArrayPropertiesDetail, Timeout:#JobTimeout, Tags:<s..256>, PropagateTags:b,
     PlatformCapabilities:[s(EC2 | FARGATE)], EksProperties:#EksPropertiesDetail,
     EksAttempts:[#EksAttemptDetail], EcsProperties:#EcsPropertiesDetail, IsCancelled:b,
     IsTerminated:b, ConsumableResourceProperties:#ConsumableResourceProperties}
    #JobTimeout={AttemptDurationSeconds:n}
    #KeyValuePair={Name:s, Value:s}
    #LinuxParameters={Devices:[#Device], InitProcessEnabled:b, SharedMemorySize:n, Tmpfs:[#Tmpfs],
     MaxSwap:n, Swappiness:n}
    #LogConfiguration={LogDriver!:s(json-file | syslog | journald | gelf | fluentd | awslogs |
     splunk | awsfirelens), Options:<s>, SecretOptions:[#Secret]}
    #MountPoint={ContainerPath:s, ReadOnly:b, SourceVolume:s}
    #NetworkConfiguration={AssignPublicIp:s(ENABLED | DISABLED)}
    #NetworkInterface={AttachmentId:s, Ipv6Address:s, PrivateIpv4Address:s}
    #NodeDetails={NodeIndex:n, IsMainNode:b}
    #NodeProperties={NumNodes!:n, MainNode!:n, NodeRangeProperties!:[#NodeRangeProperty]}
    #NodeRangeProperty={TargetNodes!:s, Container:#ContainerProperties, InstanceTypes:[s],
     EcsProperties:#EcsProperties, EksProperties:#EksProperties,
     ConsumableResourceProperties:#ConsumableResourceProperties}
    #RepositoryCredentials={CredentialsParameter!:s}
    #ResourceRequirement={Value!:s, Type!:s(GPU | VCPU | MEMORY)}
    #RetryStrategy={Attempts:n, EvaluateOnExit:[#EvaluateOnExit]}
    #RuntimePlatform={OperatingSystemFamily:s, CpuArchitecture:s}
    #S3FilesVolumeConfiguration={FileSystemArn!:s, RootDirectory:s, TransitEncryptionPort:n,
     AccessPointArn:s}
    #Secret={Name!:s, ValueFrom!:s}
    #TaskContainerDependency={ContainerName:s, Condition:s}
    #TaskContainerDetails={Command:[s], DependsOn:[#TaskContainerDependency],
     Environment:[#KeyValuePair], Essential:b, FirelensConfiguration:#FirelensConfiguration,
     Image:s, LinuxParameters:#LinuxParameters, LogConfiguration:#LogConfiguration,
     MountPoints:[#MountPoint], Name:s, Privileged:b, ReadonlyRootFilesystem:b,
     RepositoryCredentials:#RepositoryCredentials, ResourceRequirements:[#ResourceRequirement],
     Secrets:[#Secret], Ulimits:[#Ulimit], User:s, StartTimeout:n, StopTimeout:n, ExitCode:n,
     Reason:s, LogStreamName:s, NetworkInterfaces:[#NetworkInterface]}
    #TaskContainerProperties={Command:[s], DependsOn:[#TaskContainerDependency],
     Environment:[#KeyValuePair], Essential:b, FirelensConfiguration:#FirelensConfiguration,
     Image!:s, LinuxParameters:#LinuxParameters, LogConfiguration:#LogConfiguration,
     MountPoints:[#MountPoint], Name:s, Privileged:b, ReadonlyRootFilesystem:b,
     RepositoryCredentials:#RepositoryCredentials, ResourceRequirements:[#ResourceRequirement],
     Secrets:[#Secret], Ulimits:[#Ulimit], User:s, StartTimeout:n, StopTimeout:n}
    #Tmpfs={ContainerPath!:s, Size!:n, MountOptions:[s]}
    #Ulimit={HardLimit!:n, Name!:s, SoftLimit!:n}
    #Volume={Host:#Host, Name:s, EfsVolumeConfiguration:#EFSVolumeConfiguration,
     S3filesVolumeConfiguration:#S3FilesVolumeConfiguration}
    """#
}
