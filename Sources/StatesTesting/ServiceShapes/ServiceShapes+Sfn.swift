extension ServiceShapes {
  /// The answers of `sfn`; made by generate.py.
  static let sfnText = #"""
    CreateActivity={ActivityArn!:s1..256, CreationDate!:s}
    CreateStateMachine={StateMachineArn!:s1..256, CreationDate!:s, StateMachineVersionArn:s1..256}
    CreateStateMachineAlias={StateMachineAliasArn!:s1..256, CreationDate!:s}
    DeleteActivity={}
    DeleteStateMachine={}
    DeleteStateMachineAlias={}
    DeleteStateMachineVersion={}
    DescribeActivity={ActivityArn!:s1..256, Name!:s1..80, CreationDate!:s,
     EncryptionConfiguration:#EncryptionConfiguration}
    DescribeExecution={ExecutionArn!:s1..256, StateMachineArn!:s1..256, Name:s1..80,
     Status!:s(RUNNING | SUCCEEDED | FAILED | TIMED_OUT | ABORTED | PENDING_REDRIVE), StartDate!:s,
     StopDate:s, Input:s..262144, InputDetails:#CloudWatchEventsExecutionDataDetails,
     Output:s..262144, OutputDetails:#CloudWatchEventsExecutionDataDetails, TraceHeader:s0..256,
     MapRunArn:s1..2000, Error:s0..256, Cause:s0..32768, StateMachineVersionArn:s1..256,
     StateMachineAliasArn:s1..256, RedriveCount:n, RedriveDate:s, RedriveStatus:s(REDRIVABLE |
     NOT_REDRIVABLE | REDRIVABLE_BY_MAP_RUN), RedriveStatusReason:s..262144}
    DescribeMapRun={MapRunArn!:s1..2000, ExecutionArn!:s1..256, Status!:s(RUNNING | SUCCEEDED |
     FAILED | ABORTED), StartDate!:s, StopDate:s, MaxConcurrency!:n,
     ToleratedFailurePercentage!:n0..100, ToleratedFailureCount!:n, ItemCounts!:#MapRunItemCounts,
     ExecutionCounts!:#MapRunExecutionCounts, RedriveCount:n, RedriveDate:s}
    DescribeStateMachine={StateMachineArn!:s1..256, Name!:s1..80, Status:s(ACTIVE | DELETING),
     Definition!:s1..1048576, RoleArn!:s1..256, Type!:s(STANDARD | EXPRESS), CreationDate!:s,
     LoggingConfiguration:#LoggingConfiguration, TracingConfiguration:#TracingConfiguration,
     Label:s, RevisionId:s, Description:s..256, EncryptionConfiguration:#EncryptionConfiguration,
     VariableReferences:<[s]>}
    DescribeStateMachineAlias={StateMachineAliasArn:s1..256, Name:s1..80, Description:s..256,
     RoutingConfiguration:[#RoutingConfigurationListItem], CreationDate:s, UpdateDate:s}
    DescribeStateMachineForExecution={StateMachineArn!:s1..256, Name!:s1..80,
     Definition!:s1..1048576, RoleArn!:s1..256, UpdateDate!:s,
     LoggingConfiguration:#LoggingConfiguration, TracingConfiguration:#TracingConfiguration,
     MapRunArn:s1..2000, Label:s, RevisionId:s, EncryptionConfiguration:#EncryptionConfiguration,
     VariableReferences:<[s]>}
    GetActivityTask={TaskToken:s1..2048, Input:s..1048576}
    GetExecutionHistory={Events!:[#HistoryEvent], NextToken:s1..1024}
    ListActivities={Activities!:[#ActivityListItem], NextToken:s1..1024}
    ListExecutions={Executions!:[#ExecutionListItem], NextToken:s1..3096}
    ListMapRuns={MapRuns!:[#MapRunListItem], NextToken:s1..1024}
    ListStateMachineAliases={StateMachineAliases!:[#StateMachineAliasListItem],
     NextToken:s1..1024}
    ListStateMachineVersions={StateMachineVersions!:[#StateMachineVersionListItem],
     NextToken:s1..1024}
    ListStateMachines={StateMachines!:[#StateMachineListItem], NextToken:s1..1024}
    ListTagsForResource={Tags:[#Tag]}
    PublishStateMachineVersion={CreationDate!:s, StateMachineVersionArn!:s1..256}
    RedriveExecution={RedriveDate!:s}
    SendTaskFailure={}
    SendTaskHeartbeat={}
    SendTaskSuccess={}
    StartExecution={ExecutionArn!:s1..256, StartDate!:s}
    StartSyncExecution={ExecutionArn!:s1..256, StateMachineArn:s1..256, Name:s1..80, StartDate!:s,
     StopDate!:s, Status!:s(SUCCEEDED | FAILED | TIMED_OUT), Error:s0..256, Cause:s0..32768,
     Input:s..262144, InputDetails:#CloudWatchEventsExecutionDataDetails, Output:s..262144,
     OutputDetails:#CloudWatchEventsExecutionDataDetails, TraceHeader:s0..256,
     BillingDetails:#BillingDetails}
    StopExecution={StopDate!:s}
    TagResource={}
    TestState={Output:s..262144, Error:s0..256, Cause:s0..32768, InspectionData:#InspectionData,
     NextState:s1..80, Status:s(SUCCEEDED | FAILED | RETRIABLE | CAUGHT_ERROR)}
    UntagResource={}
    UpdateMapRun={}
    UpdateStateMachine={UpdateDate!:s, RevisionId:s, StateMachineVersionArn:s1..256}
    UpdateStateMachineAlias={UpdateDate!:s}
    ValidateStateMachineDefinition={Result!:s(OK | FAIL),
     Diagnostics!:[#ValidateStateMachineDefinitionDiagnostic], Truncated:b}
    #ActivityFailedEventDetails={Error:s0..256, Cause:s0..32768}
    #ActivityListItem={ActivityArn!:s1..256, Name!:s1..80, CreationDate!:s}
    #ActivityScheduleFailedEventDetails={Error:s0..256, Cause:s0..32768}
    #ActivityScheduledEventDetails={Resource!:s1..256, Input:s..262144,
     InputDetails:#HistoryEventExecutionDataDetails, TimeoutInSeconds:n, HeartbeatInSeconds:n}
    #ActivityStartedEventDetails={WorkerName:s..256}
    #ActivitySucceededEventDetails={Output:s..262144,
     OutputDetails:#HistoryEventExecutionDataDetails}
    #ActivityTimedOutEventDetails={Error:s0..256, Cause:s0..32768}
    #AssignedVariablesDetails={Truncated:b}
    #BillingDetails={BilledMemoryUsedInMB:n, BilledDurationInMilliseconds:n}
    #CloudWatchEventsExecutionDataDetails={Included:b}
    #CloudWatchLogsLogGroup={LogGroupArn:s1..256}
    #EncryptionConfiguration={KmsKeyId:s1..2048, KmsDataKeyReusePeriodSeconds:n60..900,
     Type!:s(AWS_OWNED_KEY | CUSTOMER_MANAGED_KMS_KEY)}
    #EvaluationFailedEventDetails={Error:s0..256, Cause:s0..32768, Location:s0..256,
     State!:s1..80}
    #ExecutionAbortedEventDetails={Error:s0..256, Cause:s0..32768}
    #ExecutionFailedEventDetails={Error:s0..256, Cause:s0..32768}
    #ExecutionListItem={ExecutionArn!:s1..256, StateMachineArn!:s1..256, Name!:s1..80,
     Status!:s(RUNNING | SUCCEEDED | FAILED | TIMED_OUT | ABORTED | PENDING_REDRIVE), StartDate!:s,
     StopDate:s, MapRunArn:s1..2000, ItemCount:n, StateMachineVersionArn:s1..256,
     StateMachineAliasArn:s1..256, RedriveCount:n, RedriveDate:s}
    #ExecutionRedrivenEventDetails={RedriveCount:n}
    #ExecutionStartedEventDetails={Input:s..262144,
     InputDetails:#HistoryEventExecutionDataDetails, RoleArn:s1..256, StateMachineAliasArn:s1..256,
     StateMachineVersionArn:s1..256}
    #ExecutionSucceededEventDetails={Output:s..262144,
     OutputDetails:#HistoryEventExecutionDataDetails}
    #ExecutionTimedOutEventDetails={Error:s0..256, Cause:s0..32768}
    #HistoryEvent={Timestamp!:s, Type!:s(ActivityFailed | ActivityScheduled |
     ActivityScheduleFailed | ActivityStarted | ActivitySucceeded | ActivityTimedOut |
     ChoiceStateEntered | ChoiceStateExited | ExecutionAborted | ExecutionFailed | ExecutionStarted
     | ExecutionSucceeded | ExecutionTimedOut | FailStateEntered | LambdaFunctionFailed |
     LambdaFunctionScheduled | LambdaFunctionScheduleFailed | LambdaFunctionStarted |
     LambdaFunctionStartFailed | LambdaFunctionSucceeded | LambdaFunctionTimedOut |
     MapIterationAborted | MapIterationFailed | MapIterationStarted | MapIterationSucceeded |
     MapStateAborted | MapStateEntered | MapStateExited | MapStateFailed | MapStateStarted |
     MapStateSucceeded | ParallelStateAborted | ParallelStateEntered | ParallelStateExited |
     ParallelStateFailed | ParallelStateStarted | ParallelStateSucceeded | PassStateEntered |
     PassStateExited | SucceedStateEntered | SucceedStateExited | TaskFailed | TaskScheduled |
     TaskStarted | TaskStartFailed | TaskStateAborted | TaskStateEntered | TaskStateExited |
     TaskSubmitFailed | TaskSubmitted | TaskSucceeded | TaskTimedOut | WaitStateAborted |
     WaitStateEntered | WaitStateExited | MapRunAborted | MapRunFailed | MapRunStarted |
     MapRunSucceeded | ExecutionRedriven | MapRunRedriven | EvaluationFailed), Id!:n,
     PreviousEventId:n, ActivityFailedEventDetails:#ActivityFailedEventDetails,
     ActivityScheduleFailedEventDetails:#ActivityScheduleFailedEventDetails,
     ActivityScheduledEventDetails:#ActivityScheduledEventDetails,
     ActivityStartedEventDetails:#ActivityStartedEventDetails,
     ActivitySucceededEventDetails:#ActivitySucceededEventDetails,
     ActivityTimedOutEventDetails:#ActivityTimedOutEventDetails,
     TaskFailedEventDetails:#TaskFailedEventDetails,
     TaskScheduledEventDetails:#TaskScheduledEventDetails,
     TaskStartFailedEventDetails:#TaskStartFailedEventDetails,
     TaskStartedEventDetails:#TaskStartedEventDetails,
     TaskSubmitFailedEventDetails:#TaskSubmitFailedEventDetails,
     TaskSubmittedEventDetails:#TaskSubmittedEventDetails,
     TaskSucceededEventDetails:#TaskSucceededEventDetails,
     TaskTimedOutEventDetails:#TaskTimedOutEventDetails,
     ExecutionFailedEventDetails:#ExecutionFailedEventDetails,
     ExecutionStartedEventDetails:#ExecutionStartedEventDetails,
     ExecutionSucceededEventDetails:#ExecutionSucceededEventDetails,
     ExecutionAbortedEventDetails:#ExecutionAbortedEventDetails,
     ExecutionTimedOutEventDetails:#ExecutionTimedOutEventDetails,
     ExecutionRedrivenEventDetails:#ExecutionRedrivenEventDetails,
     MapStateStartedEventDetails:#MapStateStartedEventDetails,
     MapIterationStartedEventDetails:#MapIterationEventDetails,
     MapIterationSucceededEventDetails:#MapIterationEventDetails,
     MapIterationFailedEventDetails:#MapIterationEventDetails,
     MapIterationAbortedEventDetails:#MapIterationEventDetails,
     LambdaFunctionFailedEventDetails:#LambdaFunctionFailedEventDetails,
     LambdaFunctionScheduleFailedEventDetails:#LambdaFunctionScheduleFailedEventDetails,
     LambdaFunctionScheduledEventDetails:#LambdaFunctionScheduledEventDetails,
     LambdaFunctionStartFailedEventDetails:#LambdaFunctionStartFailedEventDetails,
     LambdaFunctionSucceededEventDetails:#LambdaFunctionSucceededEventDetails,
     LambdaFunctionTimedOutEventDetails:#LambdaFunctionTimedOutEventDetails,
     StateEnteredEventDetails:#StateEnteredEventDetails,
     StateExitedEventDetails:#StateExitedEventDetails,
     MapRunStartedEventDetails:#MapRunStartedEventDetails,
     MapRunFailedEventDetails:#MapRunFailedEventDetails,
     MapRunRedrivenEventDetails:#MapRunRedrivenEventDetails,
     EvaluationFailedEventDetails:#EvaluationFailedEventDetails}
    #HistoryEventExecutionDataDetails={Truncated:b}
    #InspectionData={Input:s..262144, AfterArguments:s..262144, AfterInputPath:s..262144,
     AfterParameters:s..262144, Result:s..262144, AfterResultSelector:s..262144,
     AfterResultPath:s..262144, Request:#InspectionDataRequest, Response:#InspectionDataResponse,
     Variables:s..262144, ErrorDetails:#InspectionErrorDetails, AfterItemsPath:s..262144,
     AfterItemSelector:s..262144, AfterItemBatcher:s..262144, AfterItemsPointer:s..262144,
     ToleratedFailureCount:n, ToleratedFailurePercentage:n0..100, MaxConcurrency:n}
    #InspectionDataRequest={Protocol:s, Method:s, Url:s, Headers:s, Body:s}
    #InspectionDataResponse={Protocol:s, StatusCode:s, StatusMessage:s, Headers:s, Body:s}
    #InspectionErrorDetails={CatchIndex:n, RetryIndex:n, RetryBackoffIntervalSeconds:n}
    #LambdaFunctionFailedEventDetails={Error:s0..256, Cause:s0..32768}
    #LambdaFunctionScheduleFailedEventDetails={Error:s0..256, Cause:s0..32768}
    #LambdaFunctionScheduledEventDetails={Resource!:s1..256, Input:s..262144,
     InputDetails:#HistoryEventExecutionDataDetails, TimeoutInSeconds:n,
     TaskCredentials:#TaskCredentials}
    #LambdaFunctionStartFailedEventDetails={Error:s0..256, Cause:s0..32768}
    #LambdaFunctionSucceededEventDetails={Output:s..262144,
     OutputDetails:#HistoryEventExecutionDataDetails}
    #LambdaFunctionTimedOutEventDetails={Error:s0..256, Cause:s0..32768}
    #LogDestination={CloudWatchLogsLogGroup:#CloudWatchLogsLogGroup}
    #LoggingConfiguration={Level:s(ALL | ERROR | FATAL | OFF), IncludeExecutionData:b,
     Destinations:[#LogDestination]}
    #MapIterationEventDetails={Name:s1..80, Index:n}
    #MapRunExecutionCounts={Pending!:n, Running!:n, Succeeded!:n, Failed!:n, TimedOut!:n,
     Aborted!:n, Total!:n, ResultsWritten!:n, FailuresNotRedrivable:n, PendingRedrive:n}
    #MapRunFailedEventDetails={Error:s0..256, Cause:s0..32768}
    #MapRunItemCounts={Pending!:n, Running!:n, Succeeded!:n, Failed!:n, TimedOut!:n, Aborted!:n,
     Total!:n, ResultsWritten!:n, FailuresNotRedrivable:n, PendingRedrive:n}
    #MapRunListItem={ExecutionArn!:s1..256, MapRunArn!:s1..2000, StateMachineArn!:s1..256,
     StartDate!:s, StopDate:s}
    #MapRunRedrivenEventDetails={MapRunArn:s1..2000, RedriveCount:n}
    #MapRunStartedEventDetails={MapRunArn:s1..2000}
    #MapStateStartedEventDetails={Length:n}
    #RoutingConfigurationListItem={StateMachineVersionArn!:s1..256, Weight!:n0..100}
    #StateEnteredEventDetails={Name!:s1..80, Input:s..262144,
     InputDetails:#HistoryEventExecutionDataDetails}
    #StateExitedEventDetails={Name!:s1..80, Output:s..262144,
     OutputDetails:#HistoryEventExecutionDataDetails, AssignedVariables:<s>,
     AssignedVariablesDetails:#AssignedVariablesDetails}
    #StateMachineAliasListItem={StateMachineAliasArn!:s1..2000, CreationDate!:s}
    #StateMachineListItem={StateMachineArn!:s1..256, Name!:s1..80, Type!:s(STANDARD | EXPRESS),
     CreationDate!:s}
    #StateMachineVersionListItem={StateMachineVersionArn!:s1..2000, CreationDate!:s}
    #Tag={Key:s1..128, Value:s0..256}
    #TaskCredentials={RoleArn:s1..2000}
    #TaskFailedEventDetails={ResourceType!:s1..80, Resource!:s1..80, Error:s0..256,
     Cause:s0..32768}
    #TaskScheduledEventDetails={ResourceType!:s1..80, Resource!:s1..80, Region!:s1..80,
     Parameters!:s0..262144, TimeoutInSeconds:n, HeartbeatInSeconds:n,
     TaskCredentials:#TaskCredentials}
    #TaskStartFailedEventDetails={ResourceType!:s1..80, Resource!:s1..80, Error:s0..256,
     Cause:s0..32768}
    #TaskStartedEventDetails={ResourceType!:s1..80, Resource!:s1..80}
    #TaskSubmitFailedEventDetails={ResourceType!:s1..80, Resource!:s1..80, Error:s0..256,
     Cause:s0..32768}
    #TaskSubmittedEventDetails={ResourceType!:s1..80, Resource!:s1..80, Output:s..262144,
     OutputDetails:#HistoryEventExecutionDataDetails}
    #TaskSucceededEventDetails={ResourceType!:s1..80, Resource!:s1..80, Output:s..262144,
     OutputDetails:#HistoryEventExecutionDataDetails}
    #TaskTimedOutEventDetails={ResourceType!:s1..80, Resource!:s1..80, Error:s0..256,
     Cause:s0..32768}
    #TracingConfiguration={Enabled:b}
    #ValidateStateMachineDefinitionDiagnostic={Severity!:s(ERROR | WARNING), Code!:s, Message!:s,
     Location:s}
    """#
}
