import JSON

/// The IAM policy that a Lambda authorizer answers.
///
/// See the [output of a Lambda authorizer][output].
///
/// [output]: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
struct AuthorizerPolicy: Equatable, Sendable {
  /// What a policy says of a method.
  enum Decision: Equatable, Sendable {
    /// A statement allows it, and none denies it.
    case allowed

    /// A statement denies it.
    case denied

    /// No statement is about it.
    case notMentioned
  }

  /// A statement of the policy.
  private struct Statement: Equatable, Sendable {
    /// Whether it allows; else it denies.
    let allows: Bool

    /// The methods that it is about, with `*` and `?`.
    let resources: [String]
  }

  /// The statements on calls of APIs.
  private let statements: [Statement]

  /// Reads a `policyDocument`; nil if it is none, or has what only AWS can decide.
  init?(_ document: JSONValue?) {
    guard let list = document?["Statement"] else { return nil }
    var statements: [Statement] = []
    for json in list.arrayValue ?? [list] {
      guard let effect = json["Effect"]?.stringValue, ["Allow", "Deny"].contains(effect),
        let actions = Self.texts(json["Action"]), let resources = Self.texts(json["Resource"]),
        json["Condition"] == nil
      else { return nil }
      guard actions.contains(where: { Wildcard.matches($0.lowercased(), Self.action) }) else {
        continue
      }
      statements.append(Statement(allows: effect == "Allow", resources: resources))
    }
    self.statements = statements
  }

  /// What the policy says of the method `arn`; a denial counts more than any permission.
  func decision(on arn: String) -> Decision {
    let fitting = statements.filter { statement in
      statement.resources.contains { Wildcard.matches($0, arn) }
    }
    if fitting.contains(where: { !$0.allows }) { return .denied }
    return fitting.isEmpty ? .notMentioned : .allowed
  }

  /// What callers of an API do, in small letters, for the case of actions does not count.
  private static let action = "execute-api:invoke"

  /// One text or a list of them.
  private static func texts(_ json: JSONValue?) -> [String]? {
    if let text = json?.stringValue { return [text] }
    guard let list = json?.arrayValue else { return nil }
    let texts = list.compactMap(\.stringValue)
    return texts.count == list.count ? texts : nil
  }
}

/// Patterns of IAM: `*` stands for any text, `?` for any one character.
enum Wildcard {
  /// Whether `pattern` stands for `text`.
  static func matches(_ pattern: String, _ text: String) -> Bool {
    let (pattern, text) = (Array(pattern.utf8), Array(text.utf8))
    var (place, position) = (0, 0)
    var retry: (place: Int, position: Int)?
    while position < text.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        retry = (place + 1, position)
        place += 1
      } else if place < pattern.count,
        pattern[place] == UInt8(ascii: "?") || pattern[place] == text[position]
      {
        (place, position) = (place + 1, position + 1)
      } else if let last = retry {
        (place, position) = (last.place, last.position + 1)
        retry = (last.place, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
