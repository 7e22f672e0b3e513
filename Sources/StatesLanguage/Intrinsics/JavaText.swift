package import JSON

/// Values as the texts that Java makes of them, which Step Functions shows.
package enum JavaText {
  /// The text of `value` by itself: `{a=1, b=[x, null]}`, texts as they are.
  package static func text(of value: JSONValue) -> String {
    switch value {
    case .string(let content): content.text
    case .array(let list): "[" + list.elements.map(text).joined(separator: ", ") + "]"
    case .object(let object):
      "{" + object.members.map { "\($0)=\(text(of: $1))" }.joined(separator: ", ") + "}"
    case .number(let number): text(of: number)
    default: JSONWriter.compact(value)
    }
  }

  /// The JSON of `value`, with numbers as Java writes them.
  package static func json(of value: JSONValue) -> String {
    switch value {
    case .array(let list): "[" + list.elements.map(json).joined(separator: ",") + "]"
    case .object(let object):
      "{"
        + object.members.map { JSONWriter.quoted($0) + ":" + json(of: $1) }
        .joined(separator: ",") + "}"
    case .number(let number): text(of: number)
    default: JSONWriter.compact(value)
    }
  }

  /// The text of `number`: `1.5`, `1.0`, `1.0E10`.
  static func text(of number: Double) -> String {
    let magnitude = number.magnitude
    if !number.isFinite { return JSONNumber.text(of: number) }
    if magnitude == 0 || (1e-3..<1e7).contains(magnitude) { return number.description }
    return scientific(number)
  }

  /// The text of `number` with an exponent.
  private static func scientific(_ number: Double) -> String {
    let parts = number.magnitude.description.split(separator: "e")
    let digits = parts[0].split(separator: ".")
    let whole = String(digits[0])
    let fraction = digits.count > 1 ? String(digits[1]) : ""
    let all = (whole + fraction).drop { $0 == "0" }
    let zeros = (whole + fraction).count - all.count
    let exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + whole.count - 1 - zeros
    var significant = String(all)
    while significant.count > 1, significant.last == "0" { significant.removeLast() }
    let rest = significant.dropFirst()
    return (number < 0 ? "-" : "") + significant.prefix(1) + "." + (rest.isEmpty ? "0" : rest)
      + "E\(exponent)"
  }

  /// How two texts are ordered by their UTF-16 units: negative, zero or positive.
  package static func order(_ a: String, _ b: String) -> Int {
    var first = a.utf16.makeIterator()
    var second = b.utf16.makeIterator()
    while true {
      switch (first.next(), second.next()) {
      case (let x?, let y?) where x == y: continue
      case (let x?, let y?): return x < y ? -1 : 1
      case (nil, nil): return 0
      case (nil, _?): return -1
      case (_?, nil): return 1
      }
    }
  }
}
