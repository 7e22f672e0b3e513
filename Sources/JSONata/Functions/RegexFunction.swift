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
    super.init()
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = invocation.text(0) else { return nil }
    let search = RegexSearch(regex, in: text, run: invocation.run)
    return try match(search, from: invocation[1]?.intValue ?? 0)?.value
  }

  /// The first match of `search` at or after `start`.
  func match(_ search: RegexSearch, from start: Int) throws(JSONataError) -> TextMatch? {
    guard let range = try search.find(from: start) else { return nil }
    let groups = (0..<regex.groupCount).map { search.group($0 + 1).map(search.text) }
    return TextMatch(
      text: search.text(range), range: range, groups: groups, next: .regex(self, search))
  }

  /// The range of the first match, or of the one after a match that ends at `end`.
  func range(_ search: RegexSearch, after end: Int?) throws(JSONataError) -> Range<Int>? {
    guard let end else { return try search.find(from: 0) }
    guard end < search.count, let range = try search.find(from: end) else { return nil }
    if range.isEmpty { throw emptyMatch }
    return range
  }

  /// The error about a match of nothing after another match.
  fileprivate var emptyMatch: JSONataError {
    JSONataError("D1004", at: location, value: .string(regex.source))
  }
}

/// A match of a regular expression, or of a function that stands in for one.
struct TextMatch: Sendable {
  /// How the next match is found.
  enum Next: Sendable {
    case regex(RegexFunction, RegexSearch)
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
    case .regex(let function, let search):
      guard range.upperBound < search.count else { return nil }
      let match = try function.match(search, from: range.upperBound)
      if let match, match.range.isEmpty { throw function.emptyMatch }
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
      return try regex.match(RegexSearch(regex.regex, in: text, run: run), from: 0)
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
