extension ServiceShapes {
  /// The answers of `glue`; made by generate.py.
  static let glueText = #"""
    GetJobRun={JobRun:#JobRun}
    StartCrawler={}
    StartJobRun={JobRunId:s1..255}
    #JobRun={Id:s1..255, Attempt:n, PreviousRunId:s1..255, TriggerName:s1..255, JobName:s1..255,
     JobMode:s(SCRIPT | VISUAL | NOTEBOOK), JobRunQueuingEnabled:b, StartedOn:s, LastModifiedOn:s,
     CompletedOn:s, JobRunState:s(STARTING | RUNNING | STOPPING | STOPPED | SUCCEEDED | FAILED |
     TIMEOUT | ERROR | WAITING | EXPIRED), Arguments:<s>, ErrorMessage:s,
     PredecessorRuns:[#Predecessor], AllocatedCapacity:n, ExecutionTime:n, Timeout:n1..,
     MaxCapacity:n, WorkerType:s(Standard | G.1X | G.2X | G.025X | G.4X | G.8X | Z.2X),
     NumberOfWorkers:n, SecurityConfiguration:s1..255, LogGroupName:s,
     NotificationProperty:#NotificationProperty, GlueVersion:s1..255, DPUSeconds:n,
     ExecutionClass:s(FLEX | STANDARD), MaintenanceWindow:s, ProfileName:s1..255,
     StateDetail:s..400000, ExecutionRoleSessionPolicy:s2..2048}
    #NotificationProperty={NotifyDelayAfter:n1..}
    #Predecessor={JobName:s1..255, RunId:s1..255}
    """#
}
