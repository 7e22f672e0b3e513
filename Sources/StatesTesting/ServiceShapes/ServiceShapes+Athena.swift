extension ServiceShapes {
  /// The answers of `athena`; made by generate.py.
  static let athenaText = #"""
    GetQueryExecution={QueryExecution:#QueryExecution}
    GetQueryResults={UpdateCount:n, ResultSet:#ResultSet, NextToken:s1..1024}
    StartQueryExecution={QueryExecutionId:s1..128}
    StopQueryExecution={}
    #AclConfiguration={S3AclOption!:s(BUCKET_OWNER_FULL_CONTROL)}
    #AthenaError={ErrorCategory:n1..3, ErrorType:n0..9999, Retryable:b, ErrorMessage:s}
    #ColumnInfo={CatalogName:s, SchemaName:s, TableName:s, Name!:s, Label:s, Type!:s, Precision:n,
     Scale:n, Nullable:s(NOT_NULL | NULLABLE | UNKNOWN), CaseSensitive:b}
    #Datum={VarCharValue:s}
    #EncryptionConfiguration={EncryptionOption!:s(SSE_S3 | SSE_KMS | CSE_KMS), KmsKey:s}
    #EngineVersion={SelectedEngineVersion:s1..128, EffectiveEngineVersion:s1..128}
    #ManagedQueryResultsConfiguration={Enabled!:b,
     EncryptionConfiguration:#ManagedQueryResultsEncryptionConfiguration}
    #ManagedQueryResultsEncryptionConfiguration={KmsKey!:s1..2048}
    #QueryExecution={QueryExecutionId:s1..128, Query:s1..262144, StatementType:s(DDL | DML |
     UTILITY), ManagedQueryResultsConfiguration:#ManagedQueryResultsConfiguration,
     ResultConfiguration:#ResultConfiguration, ResultReuseConfiguration:#ResultReuseConfiguration,
     QueryExecutionContext:#QueryExecutionContext, Status:#QueryExecutionStatus,
     Statistics:#QueryExecutionStatistics, WorkGroup:s, EngineVersion:#EngineVersion,
     ExecutionParameters:[s1..1024], SubstatementType:s,
     QueryResultsS3AccessGrantsConfiguration:#QueryResultsS3AccessGrantsConfiguration}
    #QueryExecutionContext={Database:s1..255, Catalog:s1..256}
    #QueryExecutionStatistics={EngineExecutionTimeInMillis:n, DataScannedInBytes:n,
     DataManifestLocation:s, TotalExecutionTimeInMillis:n, QueryQueueTimeInMillis:n,
     ServicePreProcessingTimeInMillis:n, QueryPlanningTimeInMillis:n,
     ServiceProcessingTimeInMillis:n, ResultReuseInformation:#ResultReuseInformation, DpuCount:n}
    #QueryExecutionStatus={State:s(QUEUED | RUNNING | SUCCEEDED | FAILED | CANCELLED),
     StateChangeReason:s, SubmissionDateTime:s, CompletionDateTime:s, AthenaError:#AthenaError}
    #QueryResultsS3AccessGrantsConfiguration={EnableS3AccessGrants!:b, CreateUserLevelPrefix:b,
     AuthenticationType!:s(DIRECTORY_IDENTITY)}
    #ResultConfiguration={OutputLocation:s, EncryptionConfiguration:#EncryptionConfiguration,
     ExpectedBucketOwner:s12..12, AclConfiguration:#AclConfiguration}
    #ResultReuseByAgeConfiguration={Enabled!:b, MaxAgeInMinutes:n0..10080}
    #ResultReuseConfiguration={ResultReuseByAgeConfiguration:#ResultReuseByAgeConfiguration}
    #ResultReuseInformation={ReusedPreviousResult!:b}
    #ResultSet={Rows:[#Row], ResultSetMetadata:#ResultSetMetadata}
    #ResultSetMetadata={ColumnInfo:[#ColumnInfo]}
    #Row={Data:[#Datum]}
    """#
}
