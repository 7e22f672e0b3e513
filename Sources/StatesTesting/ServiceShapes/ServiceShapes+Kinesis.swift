extension ServiceShapes {
  /// The answers of `kinesis`; made by generate.py.
  static let kinesisText = #"""
    GetRecords={Records!:[#Record], NextShardIterator:s1..512, MillisBehindLatest:n,
     ChildShards:[#ChildShard]}
    PutRecord={ShardId!:s1..128, SequenceNumber!:s, EncryptionType:s(NONE | KMS)}
    PutRecords={FailedRecordCount:n1.., Records!:[#PutRecordsResultEntry], EncryptionType:s(NONE |
     KMS)}
    #ChildShard={ShardId!:s1..128, ParentShards!:[s1..128], HashKeyRange!:#HashKeyRange}
    #HashKeyRange={StartingHashKey!:s, EndingHashKey!:s}
    #PutRecordsResultEntry={SequenceNumber:s, ShardId:s1..128, ErrorCode:s, ErrorMessage:s}
    #Record={SequenceNumber!:s, ApproximateArrivalTimestamp:s, Data!:s0..10485760,
     PartitionKey!:s1..256, EncryptionType:s(NONE | KMS)}
    """#
}
