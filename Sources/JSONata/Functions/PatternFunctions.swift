import JSON

/// `$contains`, `$match`, `$replace`, `$split`, with texts and regular expressions.
enum PatternFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("contains", "<s-(sf):b>", 2) { call throws(JSONataError) in
      try contains(call)
    },
    Builtins.Definition("match", "<s-f<s:o>n?:a<o>>", 3) { call throws(JSONataError) in
      try match(call)
    },
    Builtins.Definition("replace", "<s-(sf)(sf)n?:s>", 4) { call throws(JSONataError) in
      try replace(call)
    },
    Builtins.Definition("split", "<s-(sf)n?:a<s>>", 3) { call throws(JSONataError) in
      try split(call)
    },
  ]

  /// Whether the pattern occurs.
  private static func contains(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0), call[1] != nil else { return nil }
    if let pattern = call.text(1) {
      return .bool(TextSearch(pattern).range(in: Array(text.utf8)) != nil)
    }
    guard let matcher = call.function(1) else { return nil }
    if let regex = matcher as? RegexFunction {
      return .bool(try RegexSearch(regex.regex, in: text, run: call.run).find(from: 0) != nil)
    }
    return .bool(try TextMatch.first(of: matcher, in: text, call.run, depth: call.depth) != nil)
  }

  /// The limit at `index`; below 0 it is the error `code`.
  private static func limit(
    _ call: Invocation, _ index: Int, _ code: String
  ) throws(JSONataError) -> Double {
    guard let limit = call.number(index) else { return .infinity }
    if limit < 0 { throw JSONataError(code, value: call[index], index: index + 1) }
    return limit
  }

  /// Hands each match of the function at 1, up to `limit`, to `body`.
  private static func forEachMatch(
    _ call: Invocation, in text: String, limit: Double,
    _ body: (TextMatch) throws(JSONataError) -> Void
  ) throws(JSONataError) {
    guard limit > 0, let matcher = call.function(1) else { return }
    var next = try TextMatch.first(of: matcher, in: text, call.run, depth: call.depth)
    var count = 0.0
    while let match = next, count < limit {
      try call.run.tick()
      try body(match)
      next = try match.following(call.run, depth: call.depth)
      count += 1
    }
  }

  /// The matches.
  private static func match(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0) else { return nil }
    let limit = try limit(call, 2, "D3040")
    var results: [JSONValue] = []
    try forEachMatch(call, in: text, limit: limit) { match in
      results.append(
        .object([
          (key: "match", value: .string(match.text)),
          (key: "index", value: .count(match.range.lowerBound)),
          (key: "groups", value: match.groupValues),
        ]))
    }
    return .sequence(results)
  }

  // MARK: - Splitting

  /// The parts of the text between separators.
  private static func split(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0) else { return nil }
    let limit = try limit(call, 2, "D3020")
    guard let separator = call.text(1) else { return try splitByMatches(call, text, limit) }
    let most = limit.isFinite ? Int(min(limit, 1e15)) : Int.max
    if separator.isEmpty {
      let units = text.utf16.prefix(most)
      try call.run.check(count: units.count)
      return .array(units.map { .string(String(decoding: CollectionOfOne($0), as: UTF16.self)) })
    }
    return .array(try TextParts(text).split(by: separator, most, call.run))
  }

  /// The parts of the text between the matches of a regular expression.
  private static func splitByMatches(
    _ call: Invocation, _ text: String, _ limit: Double
  ) throws(JSONataError) -> JSONValue? {
    if let regex = call.function(1) as? RegexFunction {
      return .array(try parts(of: text, around: regex, limit, call.run))
    }
    let units = Array(text.utf16)
    var parts: [JSONValue] = []
    var start = 0
    var count = 0.0
    try forEachMatch(call, in: text, limit: limit) { match in
      parts.append(.string(string(units, start, match.range.lowerBound)))
      start = match.range.upperBound
      count += 1
    }
    if count < limit { parts.append(.string(string(units, start, units.count))) }
    return .array(parts)
  }

  /// The parts of `text` between the matches of `regex`.
  private static func parts(
    of text: String, around regex: RegexFunction, _ limit: Double, _ run: Evaluation
  ) throws(JSONataError) -> [JSONValue] {
    let search = RegexSearch(regex.regex, in: text, run: run)
    var parts: [JSONValue] = []
    var start = 0
    var end: Int?
    while Double(parts.count) < limit, let match = try regex.range(search, after: end) {
      parts.append(.string(search.text(start..<match.lowerBound)))
      try run.check(count: parts.count)
      start = match.upperBound
      end = match.upperBound
    }
    if Double(parts.count) < limit { parts.append(.string(search.text(start..<search.count))) }
    return parts
  }

  /// The text of the units from `start` to `end`.
  private static func string(_ units: [UInt16], _ start: Int, _ end: Int) -> String {
    let lower = min(max(0, start), units.count)
    return String(decoding: units[lower..<max(lower, min(end, units.count))], as: UTF16.self)
  }

  // MARK: - Replacing

  /// The text with matches replaced.
  private static func replace(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0) else { return nil }
    if let pattern = call.text(1), pattern.isEmpty {
      throw JSONataError("D3010", value: call[1], index: 2)
    }
    let limit = try limit(call, 3, "D3011")
    if let pattern = call.text(1) { return try replaceText(pattern, call, text, limit) }
    if let regex = call.function(1) as? RegexFunction, let template = call.text(2) {
      return .string(try replaced(text, regex, by: template, limit, call.run))
    }
    let units = Array(text.utf16)
    var result = ""
    var position = 0
    try forEachMatch(call, in: text, limit: limit) { match throws(JSONataError) in
      result += string(units, position, match.range.lowerBound)
      result += try replacement(of: match, call)
      position = match.range.lowerBound + match.text.utf16.count
      try call.run.check(length: result.utf8.count)
    }
    return .string(result + string(units, position, units.count))
  }

  /// `text` with the matches of `regex` replaced by what `template` says.
  private static func replaced(
    _ text: String, _ regex: RegexFunction, by template: String, _ limit: Double, _ run: Evaluation
  ) throws(JSONataError) -> String {
    let search = RegexSearch(regex.regex, in: text, run: run)
    let template = ReplacementTemplate(template, groups: regex.regex.groupCount)
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var start = 0
    var end: Int?
    var count = 0.0
    while count < limit, let match = try regex.range(search, after: end) {
      search.append(start..<match.lowerBound, to: &output)
      template.append(to: &output, match, search)
      try run.check(length: output.count)
      try run.tick()
      start = match.upperBound
      end = match.upperBound
      count += 1
    }
    search.append(start..<search.count, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The text with occurrences of `pattern` replaced.
  private static func replaceText(
    _ pattern: String, _ call: Invocation, _ text: String, _ limit: Double
  ) throws(JSONataError) -> JSONValue? {
    guard let replacement = call.text(2) else { throw JSONataError("D3012", value: call[2]) }
    let parts = TextParts(text)
    let search = TextSearch(pattern)
    var output: [UInt8] = []
    output.reserveCapacity(parts.bytes.count)
    var start = 0
    var count = 0.0
    while count < limit, let range = search.range(in: parts.bytes, from: start) {
      output += parts.bytes[start..<range.lowerBound]
      output += replacement.utf8
      start = range.upperBound
      count += 1
      try call.run.check(length: output.count)
    }
    output += parts.bytes[start...]
    return .string(String(decoding: output, as: UTF8.self))
  }

  /// What stands in the place of `match`.
  private static func replacement(
    of match: TextMatch, _ call: Invocation
  ) throws(JSONataError) -> String {
    if let template = call.text(2) {
      return ReplacementTemplate(template, groups: match.groups.count).text(for: match)
    }
    let value = try call.function(2).flatMap { function throws(JSONataError) in
      try call.run.apply(function, Arguments(match.value), context: nil, depth: call.depth)
    }
    guard case .string(let text) = value else { throw JSONataError("D3012", value: value) }
    return text.text
  }
}
