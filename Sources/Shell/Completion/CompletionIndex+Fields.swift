import Diagnostics
import JSON
import JSONata

extension CompletionIndex {
  /// The fields of what the end of `text` stands for, as far as values are there to look at.
  func fields(of text: String, _ range: SourceRange) -> [Candidate] {
    var fields = JSONObject.Builder()
    for value in OpenExpression(text).valuesOfEnd(bindings: bindings).prefix(100) {
      for item in value.arrayValue?.prefix(100) ?? [value] {
        for (name, value) in item.objectValue?.members ?? [] where fields[name] == nil {
          fields[name] = value
        }
      }
    }
    return fields.build().members.map { name, value in
      Candidate(
        name.isFieldName ? name : "`\(name)`", summary: Self.summary(of: value), range: range,
        isWhole: false)
    }
  }

  /// The variables that have values.
  private var bindings: [String: JSONValue] {
    Dictionary(variables.compactMap { name, value in value.map { (name, $0) } }) { first, _ in first
    }
  }
}

/// An expression at the end of a line, of which only the beginning has been typed.
struct OpenExpression {
  /// The line up to the end of a value.
  private let bytes: [UInt8]

  /// Looks at `text`.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The values that the part at the end has when the expression, its brackets closed, is evaluated.
  ///
  /// Where on the line the expression starts is tried out.
  func valuesOfEnd(bindings: [String: JSONValue]) -> [JSONValue] {
    for start in starts {
      let source = String(decoding: bytes[start...], as: UTF8.self)
      guard let expression = try? JSONataExpression(source + closingBrackets(from: start)) else {
        continue
      }
      let report = expression.evaluateReporting(
        nil, bindings: bindings, environment: Self.environment)
      let values = report.parts.compactMap { $0.values(endingAt: bytes.count - start) }.first
      if let values, !values.isEmpty { return values }
    }
    return []
  }

  /// Where the expression may start: at the start, or after a space, a `=` or a brace.
  private var starts: [Int] {
    [0] + bytes.indices.filter { " ={".utf8.contains(bytes[$0]) }.map { $0 + 1 }
  }

  /// The brackets that close those which are open.
  private func closingBrackets(from start: Int) -> String {
    var open: [String] = []
    var quote: UInt8?
    for byte in bytes[start...] {
      if let opening = quote {
        if byte == opening { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "("): open.append(")")
      case UInt8(ascii: "["): open.append("]")
      case UInt8(ascii: "{"): open.append("}")
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): quote = byte
      default: break
      }
    }
    return open.reversed().joined()
  }

  /// Limits within which nobody notices that something is evaluated.
  private static var environment: EvaluationEnvironment {
    var limits = EvaluationEnvironment.Limits(depth: 100, sequenceLength: 100_000)
    limits.steps = 200_000
    var environment = EvaluationEnvironment()
    environment.limits = limits
    return environment
  }
}

extension EvaluationReport.Part {
  /// The values of the smallest part that ends at `end`, which is this one or in it; nil if there is
  /// none.
  fileprivate func values(endingAt end: Int) -> [JSONValue]? {
    for part in parts {
      if let values = part.values(endingAt: end) { return values }
    }
    guard range.upperBound == end, let values else { return nil }
    return (values.first + [values.last]).compactMap(\.self)
  }
}

extension String {
  /// Whether the text is a field's name without quotes.
  fileprivate var isFieldName: Bool {
    guard let first = unicodeScalars.first, !("0"..."9").contains(first) else { return false }
    return unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "_" }
  }
}
