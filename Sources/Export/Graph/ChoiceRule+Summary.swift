import JSON
import StatesLanguage

extension ChoiceRule {
  /// When the rule holds, in a few words.
  var summary: String {
    condition?.summary ?? Comparison(comparison).text
  }
}

/// A comparison of JSONPath, in words.
private struct Comparison {
  /// The words.
  let text: String

  /// Reads the members of a comparison.
  init(_ members: JSONObject) {
    if let parts = members["And"]?.arrayValue {
      text = Comparison.joined(parts, by: " and ")
    } else if let parts = members["Or"]?.arrayValue {
      text = Comparison.joined(parts, by: " or ")
    } else if let part = members["Not"]?.objectValue {
      text = "not (\(Comparison(part).text))"
    } else {
      let variable = members["Variable"]?.stringValue ?? "?"
      let tests = members.members.filter { $0.key != "Variable" && $0.key != "Next" }
      text = ([variable] + tests.map { "\($0.key) \($0.value)" }).joined(separator: " ")
    }
  }

  /// The parts in parentheses with `word` between them.
  private static func joined(_ parts: [JSONValue], by word: String) -> String {
    parts.compactMap(\.objectValue).map { "(\(Comparison($0).text))" }.joined(separator: word)
  }
}
