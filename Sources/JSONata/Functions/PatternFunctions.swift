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
    if let pattern = call.text(1) { return .bool(TextSearch(pattern).range(in: text) != nil) }
    guard let matcher = call.function(1) else { return nil }
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
    let most = limit.isFinite ? Int(limit) : Int.max
    if separator.isEmpty {
      let units = text.utf16.prefix(most)
      return .array(units.map { .string(String(decoding: CollectionOfOne($0), as: UTF16.self)) })
    }
    let search = TextSearch(separator)
    var parts: [JSONValue] = []
    var start = text.startIndex
    while parts.count < most, let range = search.range(in: text, from: start) {
      parts.append(.string(String(text[start..<range.lowerBound])))
      start = range.upperBound
      try call.run.check(count: parts.count)
    }
    if parts.count < most { parts.append(.string(String(text[start...]))) }
    return .array(parts)
  }

  /// The parts of the text between the matches of a regular expression.
  private static func splitByMatches(
    _ call: Invocation, _ text: String, _ limit: Double
  ) throws(JSONataError) -> JSONValue? {
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

  /// The text with occurrences of `pattern` replaced.
  private static func replaceText(
    _ pattern: String, _ call: Invocation, _ text: String, _ limit: Double
  ) throws(JSONataError) -> JSONValue? {
    guard let replacement = call.text(2) else { throw JSONataError("D3012", value: call[2]) }
    let search = TextSearch(pattern)
    var result = ""
    var start = text.startIndex
    var count = 0.0
    while count < limit, let range = search.range(in: text, from: start) {
      result += text[start..<range.lowerBound]
      result += replacement
      start = range.upperBound
      count += 1
      try call.run.check(length: result.utf8.count)
    }
    return .string(result + text[start...])
  }

  /// What stands in the place of `match`.
  private static func replacement(
    of match: TextMatch, _ call: Invocation
  ) throws(JSONataError) -> String {
    if let template = call.text(2) { return substituted(template, match) }
    let value = try call.function(2).flatMap { function throws(JSONataError) in
      try call.run.apply(function, Arguments(match.value), context: nil, depth: call.depth)
    }
    guard case .string(let text) = value else { throw JSONataError("D3012", value: value) }
    return text.text
  }

  /// `template` with `$0`, `$1`… replaced by what has matched.
  private static func substituted(_ template: String, _ match: TextMatch) -> String {
    guard template.utf8.contains(UInt8(ascii: "$")) else { return template }
    let characters = Array(template.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    while position < characters.count {
      let character = characters[position]
      position += 1
      guard character == "$" else {
        result.append(character)
        continue
      }
      let rest = characters[position...]
      if rest.first == "$" {
        result.append("$")
        position += 1
      } else if rest.first == "0" {
        result.append(contentsOf: match.text.unicodeScalars)
        position += 1
      } else if let (number, width) = groupNumber(rest, match.groups.count) {
        if (1...max(1, match.groups.count)).contains(number), number <= match.groups.count {
          result.append(contentsOf: (match.groups[number - 1] ?? "").unicodeScalars)
        }
        position += width
      } else {
        result.append("$")
      }
    }
    return String(result)
  }

  /// The number of a group at the start of `rest`, and how many digits it has.
  private static func groupNumber(
    _ rest: ArraySlice<Unicode.Scalar>, _ groups: Int
  ) -> (number: Int, width: Int)? {
    let widest = groups == 0 ? 1 : String(groups).count
    let digits = rest.prefix(widest).prefix { ("0"..."9").contains($0) }
    guard var number = Int(String(String.UnicodeScalarView(digits))) else { return nil }
    if widest > 1, number > groups {
      guard let shorter = Int(String(String.UnicodeScalarView(digits.prefix(widest - 1)))) else {
        return nil
      }
      number = shorter
    }
    return (number, String(number).count)
  }
}
