import JSON

/// `$string`, `$substring` and the like, `$uppercase`, `$trim`, `$pad`, `$join`, `$eval`.
enum StringFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("string", "<x-b?:s>", 1) { call throws(JSONataError) in
      guard let value = call[0] else { return nil }
      if case .string = value { return value }
      return .string(try Text.of(value, isPretty: call[1]?.boolValue ?? false))
    },
    Builtins.Definition("substring", "<s-nn?:s>", 3) { call in
      guard let text = call.text(0) else { return nil }
      let length = call.number(2)
      guard let start = call.number(1) else { return length == nil ? call[0] : .string("") }
      return .string(substring(of: text, from: start, length: length))
    },
    Builtins.Definition("substringBefore", "<s-s:s>", 2) { call in
      guard let text = call.text(0) else { return nil }
      let bytes = Array(text.utf8)
      guard let range = TextSearch(call.text(1) ?? "undefined").range(in: bytes) else {
        return call[0]
      }
      return .string(String(decoding: bytes[..<range.lowerBound], as: UTF8.self))
    },
    Builtins.Definition("substringAfter", "<s-s:s>", 2) { call in
      guard let text = call.text(0) else { return nil }
      let bytes = Array(text.utf8)
      guard let range = TextSearch(call.text(1) ?? "undefined").range(in: bytes) else {
        return call[0]
      }
      return .string(String(decoding: bytes[range.upperBound...], as: UTF8.self))
    },
    Builtins.Definition("lowercase", "<s-:s>", 1) { call in
      call.text(0).map { .string(LetterCasing.lower($0)) }
    },
    Builtins.Definition("uppercase", "<s-:s>", 1) { call in
      call.text(0).map { .string(LetterCasing.upper($0)) }
    },
    Builtins.Definition("length", "<s-:n>", 1) { call in
      call.text(0).map { .count(CodePoints.count(in: $0)) }
    },
    Builtins.Definition("trim", "<s-:s>", 1) { call in call.text(0).map { .string(trimmed($0)) } },
    Builtins.Definition("pad", "<s-ns?:s>", 3) { call throws(JSONataError) in try pad(call) },
    Builtins.Definition("join", "<a<s>s?:s>", 2) { call throws(JSONataError) in try join(call) },
  ]

  /// `$eval`, which looks at the variables around its call; see `Compiler.evalCall`.
  static let eval = Builtins.Definition("eval", "<sx?:x>", 2) { call throws(JSONataError) in
    guard let text = call.text(0) else { return nil }
    let frame = Frame.make(0, parent: nil, base: call.depth)
    return try EvalScope.empty.evaluate(
      text, call.run, frame, call[1] ?? call.context, depth: call.depth)
  }

  /// The characters of `text` from the position `start`, counted from the end if negative.
  private static func substring(
    of text: String, from start: Double, length: Double?
  ) -> String {
    let characters = CodePoints.count(in: text)
    let count = Double(characters)
    let start = count + start < 0 ? 0 : start
    if let length, !(length > 0) { return "" }
    let end = length.map { start >= 0 ? start + $0 : count + start + $0 } ?? count
    let lower = position(start, count)
    let upper = position(end, count)
    guard lower < upper else { return "" }
    return CodePoints.slice(of: text, lower..<upper, count: characters)
  }

  /// `index` as a position in a list of `count` elements, as JavaScript's `slice` sees it.
  private static func position(_ index: Double, _ count: Double) -> Int {
    let whole = index.isNaN ? 0 : index.rounded(.towardZero)
    return Int(whole < 0 ? max(count + whole, 0) : min(whole, count))
  }

  /// `text` with single spaces for white space, and none around it.
  private static func trimmed(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var isBetween = false
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        isBetween = !output.isEmpty
        continue
      }
      if isBetween { output.append(0x20) }
      isBetween = false
      output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The text filled up to a width.
  private static func pad(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0) else { return nil }
    let width = (call.number(1) ?? 0).rounded(.towardZero)
    let missing = width.magnitude - Double(CodePoints.count(in: text))
    guard missing > 0 else { return call[0] }
    let characters = call.text(2).flatMap { $0.isEmpty ? nil : $0 } ?? " "
    try call.run.check(length: Int(min(missing, 1e15)))
    let period = CodePoints.count(in: characters)
    let (whole, rest) = Int(missing).quotientAndRemainder(dividingBy: period)
    try call.run.check(length: whole * characters.utf8.count + text.utf8.count)
    let padding =
      String(repeating: characters, count: whole)
      + CodePoints.slice(of: characters, 0..<rest, count: period)
    return .string(width > 0 ? text + padding : padding + text)
  }

  /// The texts joined to one.
  private static func join(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let list = call.list(0) else { return nil }
    if list.elements.count == 1, case .string = list.elements[0] { return list.elements[0] }
    let separator = Array((call.text(1) ?? "").utf8)
    var output: [UInt8] = []
    output.reserveCapacity(list.elements.count * (separator.count + 16))
    for (index, element) in list.elements.enumerated() {
      if index > 0 { output += separator }
      if case .string(let string) = element { Text.append(string, to: &output) }
      if index & 0xFF == 0 { try call.run.check(length: output.count) }
    }
    try call.run.check(length: output.count)
    return .string(String(decoding: output, as: UTF8.self))
  }
}
