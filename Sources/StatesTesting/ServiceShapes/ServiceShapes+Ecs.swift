extension ServiceShapes {
  /// The answers of `ecs`; made by generate.py.
  static let ecsText = #"""
    DescribeTasks={Tasks:[#Task], Failures:[#Failure]}
    RunTask={Tasks:[#Task], Failures:[#Failure]}
    StopTask={Task:#Task}
    #Attachment={Id:s, Type:s, Status:s, Details:[#KeyValuePair]}
    #Attribute={Name!:s, Value:s, TargetType:s(container-instance), TargetId:s}
    #Container={ContainerArn:s, TaskArn:s, Name:s, Image:s, ImageDigest:s, RuntimeId:s,
     LastStatus:s, ExitCode:n, Reason:s, NetworkBindings:[#NetworkBinding],
     NetworkInterfaces:[#NetworkInterface], HealthStatus:s(HEALTHY | UNHEALTHY | UNKNOWN),
     ManagedAgents:[#ManagedAgent], Cpu:s, Memory:s, MemoryReservation:s, GpuIds:[s]}
    #ContainerOverride={Name:s, Command:[s], Environment:[#KeyValuePair],
     EnvironmentFiles:[#EnvironmentFile], Cpu:n, Memory:n, MemoryReservation:n,
     ResourceRequirements:[#ResourceRequirement]}
    #EnvironmentFile={Value!:s, Type!:s(s3)}
    #EphemeralStorage={SizeInGiB!:n}
    #Failure={Arn:s, Reason:s, Detail:s}
    #InferenceAccelerator={DeviceName!:s, DeviceType!:s}
    #InferenceAcceleratorOverride={DeviceName:s, DeviceType:s}
    #KeyValuePair={Name:s, Value:s}
    #ManagedAgent={LastStartedAt:s, Name:s(ExecuteCommandAgent), Reason:s, LastStatus:s}
    #NetworkBinding={BindIP:s, ContainerPort:n, HostPort:n, Protocol:s(tcp | udp),
     ContainerPortRange:s, HostPortRange:s}
    #NetworkInterface={AttachmentId:s, PrivateIpv4Address:s, Ipv6Address:s}
    #ResourceRequirement={Value!:s, Type!:s(GPU | InferenceAccelerator)}
    #Tag={Key:s1..128, Value:s0..256}
    #Task={Attachments:[#Attachment], Attributes:[#Attribute], AvailabilityZone:s,
     CapacityProviderName:s, ClusterArn:s, Connectivity:s(CONNECTED | DISCONNECTED),
     ConnectivityAt:s, ContainerInstanceArn:s, Containers:[#Container], Cpu:s, CreatedAt:s,
     DesiredStatus:s, EnableExecuteCommand:b, ExecutionStoppedAt:s, Group:s, HealthStatus:s(HEALTHY
     | UNHEALTHY | UNKNOWN), InferenceAccelerators:[#InferenceAccelerator], LastStatus:s,
     LaunchType:s(EC2 | FARGATE | EXTERNAL | MANAGED_INSTANCES), Memory:s, Overrides:#TaskOverride,
     PlatformVersion:s, PlatformFamily:s, PullStartedAt:s, PullStoppedAt:s, StartedAt:s,
     StartedBy:s, StopCode:s(TaskFailedToStart | EssentialContainerExited | UserInitiated |
     ServiceSchedulerInitiated | SpotInterruption | TerminationNotice), StoppedAt:s,
     StoppedReason:s, StoppingAt:s, Tags:[#Tag], TaskArn:s, TaskDefinitionArn:s, Version:n,
     EphemeralStorage:#EphemeralStorage, FargateEphemeralStorage:#TaskEphemeralStorage}
    #TaskEphemeralStorage={SizeInGiB:n, KmsKeyId:s}
    #TaskOverride={ContainerOverrides:[#ContainerOverride], Cpu:s,
     InferenceAcceleratorOverrides:[#InferenceAcceleratorOverride], ExecutionRoleArn:s, Memory:s,
     TaskRoleArn:s, EphemeralStorage:#EphemeralStorage}
    """#
}
