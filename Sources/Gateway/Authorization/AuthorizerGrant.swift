import JSON

/// What a Lambda authorizer answered.
package struct AuthorizerGrant: Equatable, Sendable {
  /// What the caller may do.
  let policy: AuthorizerPolicy

  /// What `requestContext.authorizer` tells the function, as a member of its object.
  let member: [UInt8]

  /// Reads the answer of an authorizer; nil if API Gateway does not take it.
  init?(_ answer: [UInt8]) {
    guard let json = try? JSONReader.read(utf8: answer),
      let principal = json["principalId"]?.stringValue,
      let policy = AuthorizerPolicy(json["policyDocument"]),
      let context = Self.context(json["context"])
    else { return nil }
    self.policy = policy
    var text = JSONText(capacity: 128)
    text.add(#","authorizer":{"principalId":"#)
    text.addText(principal)
    text.add(#","integrationLatency":0"#)
    for (name, value) in context {
      text.add(",")
      text.addText(name)
      text.add(":")
      text.addText(value)
    }
    text.add("}")
    member = text.bytes
  }

  /// The context's values, which are texts for the function; nil if it holds lists or objects.
  private static func context(_ json: JSONValue?) -> [(name: String, value: String)]? {
    guard let json, !json.isNull else { return [] }
    guard let members = json.objectValue?.members else { return nil }
    var context: [(name: String, value: String)] = []
    for (name, value) in members where name != "principalId" && name != "integrationLatency" {
      switch value {
      case .string(let text): context.append((name, text.text))
      case .integer, .number, .bool: context.append((name, value.description))
      default: return nil
      }
    }
    return context
  }
}
