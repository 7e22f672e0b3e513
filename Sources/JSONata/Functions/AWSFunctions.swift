import Digests
import JSON

/// The functions that Step Functions adds: `$partition`, `$range`, `$hash`, `$random`, `$uuid`,
/// `$parse`.
enum AWSFunctions {
  /// The functions.
  static let all: [Builtins.Definition] = [
    Builtins.Definition("partition", "<xn?:a>", 2) { call throws(JSONataError) in
      try partition(call)
    },
    Builtins.Definition("range", "<nnn?:a>", 3) { call throws(JSONataError) in try range(call) },
    Builtins.Definition("hash", "<s-s?:s>", 2) { call throws(JSONataError) in try hash(call) },
    Builtins.Definition("random", "<n?:n>", 1) { call in
      .number(call[0]?.doubleValue.map(seeded) ?? call.run.environment.random())
    },
    Builtins.Definition("uuid", "<:s>", 0) { call in .string(uuid(call.run.environment)) },
    Builtins.Definition("parse", "<s-:x>", 1) { call throws(JSONataError) in try parse(call) },
  ]

  /// The error with the sentence `message`.
  private static func failure(_ message: String) -> JSONataError {
    JSONataError("D3137", details: ["message": .string(message)])
  }

  /// The elements in lists of a size.
  private static func partition(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let value = call[0] else { return nil }
    guard case .array(let list) = value else {
      throw JSONataError("T0412", value: value, details: ["index": 1, "type": "values"])
    }
    if list.elements.isEmpty { return nil }
    guard let size = call.number(1) else { return .array([.array(list.elements)]) }
    let whole = size.rounded(.towardZero)
    if whole < 0 { throw failure("Second argument must be zero or greater") }
    guard whole > 0 else { return nil }
    let step = Int(min(whole, Double(list.elements.count)))
    return .array(
      stride(from: 0, to: list.elements.count, by: step).map { start in
        .array(Array(list.elements[start..<min(start + step, list.elements.count)]))
      })
  }

  /// The numbers from the first to the last.
  private static func range(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    let bounds = (0..<3).compactMap { call.number($0)?.rounded(.towardZero) }
    guard bounds.count == 3 else { return nil }
    let (first, last, step) = (bounds[0], bounds[1], bounds[2])
    guard step != 0, (last - first) * step >= 0 else { return nil }
    let count = ((last - first) / step).rounded(.down) + 1
    guard count <= 360_145 else {
      throw JSONataError("D2015", value: .number(count))
    }
    return .sequence((0..<Int(count)).map { .number(first + Double($0) * step) })
  }

  /// The hexadecimal hash of a text.
  private static func hash(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0), let name = call.text(1) else { return nil }
    guard let digest = Digest.hexadecimal(Array(text.utf8), algorithm: name) else {
      throw failure("Invalid algorithm")
    }
    return .string(digest)
  }

  /// The first number that Java's `Random` gives for `seed`.
  static func seeded(_ seed: Double) -> Double {
    let mask: UInt64 = (1 << 48) - 1
    let whole = Int64(exactly: seed.rounded(.towardZero)) ?? 0
    var state = (UInt64(bitPattern: whole) ^ 0x5_DEEC_E66D) & mask
    func next(_ bits: UInt64) -> UInt64 {
      state = (state &* 0x5_DEEC_E66D &+ 0xB) & mask
      return state >> (48 - bits)
    }
    let high = next(26)
    return Double(high << 27 + next(27)) / 0x1p53
  }

  /// A new UUID of version 4.
  private static func uuid(_ environment: EvaluationEnvironment) -> String {
    if let uuid = environment.uuid { return uuid() }
    var bytes = (0..<16).map { _ in UInt8(environment.random() * 256) }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Digest.hexadecimal(bytes)
    let bounds = [0, 8, 12, 16, 20, 32]
    return zip(bounds, bounds.dropFirst())
      .map { String(Array(digits)[$0..<$1]) }.joined(separator: "-")
  }

  /// The value of the JSON in a text.
  private static func parse(_ call: Invocation) throws(JSONataError) -> JSONValue? {
    guard let text = call.text(0) else { return nil }
    var options = JSONReader.Options()
    options.rejectsDuplicateKeys = true
    do throws(JSONSyntaxError) {
      return try JSONReader.read(text, options: options)
    } catch {
      throw failure("Invalid JSON")
    }
  }
}
