extension ServiceShapes {
  /// The answers of `ssm`; made by generate.py.
  static let ssmText = #"""
    GetParameter={Parameter:#Parameter}
    GetParameters={Parameters:[#Parameter], InvalidParameters:[s1..2048]}
    GetParametersByPath={Parameters:[#Parameter], NextToken:s}
    PutParameter={Version:n, Tier:s(Standard | Advanced | Intelligent-Tiering)}
    #Parameter={Name:s1..2048, Type:s(String | StringList | SecureString), Value:s, Version:n,
     Selector:s0..128, SourceResult:s, LastModifiedDate:s, ARN:s, DataType:s0..128}
    """#
}
