extension ServiceShapes {
  /// The answers of `events`; made by generate.py.
  static let eventsText = #"""
    PutEvents={FailedEntryCount:n, Entries:[#PutEventsResultEntry]}
    PutRule={RuleArn:s1..1600}
    PutTargets={FailedEntryCount:n, FailedEntries:[#PutTargetsResultEntry]}
    #PutEventsResultEntry={EventId:s..64, ErrorCode:s, ErrorMessage:s}
    #PutTargetsResultEntry={TargetId:s1..64, ErrorCode:s, ErrorMessage:s}
    """#
}
