extension ServiceShapes {
  /// The answers of `sns`; made by generate.py.
  static let snsText = #"""
    CreateTopic={TopicArn:s}
    ListTopics={Topics:[#Topic], NextToken:s}
    Publish={MessageId:s, SequenceNumber:s}
    PublishBatch={Successful:[#PublishBatchResultEntry], Failed:[#BatchResultErrorEntry]}
    Subscribe={SubscriptionArn:s}
    #BatchResultErrorEntry={Id!:s, Code!:s, Message:s, SenderFault!:b}
    #PublishBatchResultEntry={Id:s, MessageId:s, SequenceNumber:s}
    #Topic={TopicArn:s}
    """#
}
