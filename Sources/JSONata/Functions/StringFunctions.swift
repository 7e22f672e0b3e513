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
      call.text(0).map { .count($0.unicodeScalars.count) }
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
    let scalars = text.unicodeScalars
    let count = Double(scalars.count)
    let start = count + start < 0 ? 0 : start
    if let length, !(length > 0) { return "" }
    let end = length.map { start >= 0 ? start + $0 : count + start + $0 } ?? count
    let lower = position(start, count)
    let upper = position(end, count)
    guard lower < upper else { return "" }
    let first = scalars.index(scalars.startIndex, offsetBy: lower)
    let last = scalars.index(first, offsetBy: upper - lower)
    return String(scalars[first..<last])
  }

  /// `index` as a position in a list of `count` elements, as JavaScript's `slice` sees it.
  private static func position(_ index: Double, _ count: Double) -> Int {
    let whole = index.isNaN ? 0 : index.rounded(.towardZero)
    return Int(whole < 0 ? max(count + whole, 0) : min(whole, count))
  }

  /// `text` with single spaces for white space, and none around it.
  private static func trimmed(_ text: String) -> String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return text.utf8.split(whereSeparator: isBlank)
      .map { String(Substring($0)) }.joined(separator: " ")
  }

  /// The text filled up to a width.
  private static func pad(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0) else { return nil }
    let width = (call.number(1) ?? 0).rounded(.towardZero)
    let missing = width.magnitude - Double(text.unicodeScalars.count)
    guard missing > 0 else { return .string(text) }
    let characters = call.text(2).flatMap { $0.isEmpty ? nil : $0 } ?? " "
    try call.run.check(length: Int(min(missing, 1e15)))
    let units = Array(characters.unicodeScalars)
    var padding = String.UnicodeScalarView()
    for index in 0..<Int(missing) { padding.append(units[index % units.count]) }
    return .string(width > 0 ? text + String(padding) : String(padding) + text)
  }

  /// The texts joined to one.
  private static func join(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let list = call.list(0) else { return nil }
    let separator = call.text(1) ?? ""
    var result = ""
    for (index, element) in list.elements.enumerated() {
      if index > 0 { result += separator }
      result += element.stringValue ?? ""
      if index & 0xFF == 0 { try call.run.check(length: result.utf8.count) }
    }
    try call.run.check(length: result.utf8.count)
    return .string(result)
  }
}
