extension ServiceShapes {
  /// The answers of `sqs`; made by generate.py.
  static let sqsText = #"""
    CancelMessageMoveTask={ApproximateNumberOfMessagesMoved:n}
    ChangeMessageVisibilityBatch={Successful!:[#ChangeMessageVisibilityBatchResultEntry],
     Failed!:[#BatchResultErrorEntry]}
    CreateQueue={QueueUrl:s}
    DeleteMessageBatch={Successful!:[#DeleteMessageBatchResultEntry],
     Failed!:[#BatchResultErrorEntry]}
    GetQueueAttributes={Attributes:<s>}
    GetQueueUrl={QueueUrl:s}
    ListDeadLetterSourceQueues={QueueUrls!:[s], NextToken:s}
    ListMessageMoveTasks={Results:[#ListMessageMoveTasksResultEntry]}
    ListQueueTags={Tags:<s>}
    ListQueues={QueueUrls:[s], NextToken:s}
    ReceiveMessage={Messages:[#Message]}
    SendMessage={MD5OfMessageBody:s, MD5OfMessageAttributes:s, MD5OfMessageSystemAttributes:s,
     MessageId:s, SequenceNumber:s}
    SendMessageBatch={Successful!:[#SendMessageBatchResultEntry],
     Failed!:[#BatchResultErrorEntry]}
    StartMessageMoveTask={TaskHandle:s}
    #BatchResultErrorEntry={Id!:s, SenderFault!:b, Code!:s, Message:s}
    #ChangeMessageVisibilityBatchResultEntry={Id!:s}
    #DeleteMessageBatchResultEntry={Id!:s}
    #ListMessageMoveTasksResultEntry={TaskHandle:s, Status:s, SourceArn:s, DestinationArn:s,
     MaxNumberOfMessagesPerSecond:n, ApproximateNumberOfMessagesMoved:n,
     ApproximateNumberOfMessagesToMove:n, FailureReason:s, StartedTimestamp:n}
    #Message={MessageId:s, ReceiptHandle:s, MD5OfBody:s, Body:s, Attributes:<s>,
     MD5OfMessageAttributes:s, MessageAttributes:<#MessageAttributeValue>}
    #MessageAttributeValue={StringValue:s, BinaryValue:s, StringListValues:[s],
     BinaryListValues:[s], DataType!:s}
    #SendMessageBatchResultEntry={Id!:s, MessageId!:s, MD5OfMessageBody!:s,
     MD5OfMessageAttributes:s, MD5OfMessageSystemAttributes:s, SequenceNumber:s}
    """#
}
