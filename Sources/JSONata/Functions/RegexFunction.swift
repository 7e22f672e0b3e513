import JSON

extension Compiler {
  /// Compiles a regular expression.
  func regex(_ regex: ScriptRegex, at location: SourceLocation) -> Code {
    let value = JSONValue.function(RegexFunction(regex, at: location))
    return { _, _, _ in value }
  }
}

/// A regular expression as a function that finds a match in a text.
final class RegexFunction: FunctionValue, @unchecked Sendable {
  /// The expression.
  let regex: ScriptRegex

  /// Where it stands.
  let location: SourceLocation

  override var arity: Int { 2 }

  /// Creates a function.
  init(_ regex: ScriptRegex, at location: SourceLocation) {
    self.regex = regex
    self.location = location
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = invocation.text(0) else { return nil }
    let units = Array(text.utf16)
    return try match(in: units, from: invocation[1]?.intValue ?? 0, invocation.run)?.value
  }

  /// The first match in `units` at or after `start`.
  func match(
    in units: [UInt16], from start: Int, _ run: Evaluation
  ) throws(JSONataError) -> TextMatch? {
    let found = try regex.firstMatch(in: units, from: start) { () throws(JSONataError) in
      try run.tick()
    }
    guard let found else { return nil }
    return TextMatch(
      text: Self.text(units[found.range]), range: found.range,
      groups: found.groups.map { $0.map { Self.text(units[$0]) } },
      next: .regex(self, units))
  }

  /// `units` as a text.
  private static func text(_ units: ArraySlice<UInt16>) -> String {
    String(decoding: units, as: UTF16.self)
  }
}

/// A match of a regular expression, or of a function that stands in for one.
struct TextMatch {
  /// How the next match is found.
  enum Next {
    case regex(RegexFunction, [UInt16])
    case function(JSONValue?)
  }

  /// The text that matches.
  let text: String

  /// Its range in UTF-16 units.
  let range: Range<Int>

  /// The texts of the groups.
  let groups: [String?]

  /// How the next match is found.
  let next: Next

  /// The match as functions of the language see it.
  var value: JSONValue {
    .object([
      (key: "match", value: .string(text)), (key: "start", value: .count(range.lowerBound)),
      (key: "end", value: .count(range.upperBound)), (key: "groups", value: groupValues),
      (key: "next", value: nextValue),
    ])
  }

  /// The groups as a list.
  var groupValues: JSONValue { .array(groups.map { $0.map { .string($0) } ?? .null }) }

  /// The function that finds the next match.
  private var nextValue: JSONValue {
    let match = self
    return .function(
      NativeFunction(name: nil, arity: 0, parameterCount: 0, signature: nil) {
        call throws(JSONataError) in try match.following(call.run, depth: call.depth)?.value
      })
  }

  /// The next match.
  func following(_ run: Evaluation, depth: Int) throws(JSONataError) -> TextMatch? {
    switch next {
    case .regex(let function, let units):
      guard range.upperBound < units.count else { return nil }
      let match = try function.match(in: units, from: range.upperBound, run)
      if let match, match.range.isEmpty {
        throw JSONataError(
          "D1004", at: function.location, value: .string(function.regex.source))
      }
      return match
    case .function(let function):
      return try Self.checked(
        try run.apply(function, Arguments(), context: nil, depth: depth))
    }
  }

  /// The first match of `matcher` in `text`.
  static func first(
    of matcher: FunctionValue, in text: String, _ run: Evaluation, depth: Int
  ) throws(JSONataError) -> TextMatch? {
    if let regex = matcher as? RegexFunction {
      return try regex.match(in: Array(text.utf16), from: 0, run)
    }
    return try checked(
      try run.apply(matcher, Arguments(.string(text)), context: nil, depth: depth))
  }

  /// The match that `value`, the result of a matching function, describes.
  private static func checked(_ value: JSONValue?) throws(JSONataError) -> TextMatch? {
    guard let value else { return nil }
    let start = value["start"]?.intValue
    guard
      start != nil || value["end"]?.doubleValue != nil || value["groups"]?.list != nil
        || value["next"]?.isFunction == true
    else { throw JSONataError("T1010") }
    let text = value["match"]?.stringValue ?? ""
    let lower = start ?? 0
    let upper = max(lower, value["end"]?.intValue ?? lower + text.utf16.count)
    return TextMatch(
      text: text, range: lower..<upper,
      groups: (value["groups"]?.arrayValue ?? []).map(\.stringValue),
      next: .function(value["next"]))
  }
}
