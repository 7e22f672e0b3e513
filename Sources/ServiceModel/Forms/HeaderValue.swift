/// A header with parameters, such as `form-data; name="photo"; filename="a.png"`.
///
/// Quoted values are read as RFC 2616 writes them (`\"`, `\\`) and as HTML's forms do (`%22`);
/// parameters in the encoding of RFC 8187 (`filename*=UTF-8''na%C3%AFve.txt`) win over plain ones.
struct HeaderValue {
  /// What stands before the parameters, in lower case.
  let value: String

  /// The parameters by name, in lower case.
  private var parameters: [String: String] = [:]

  /// Reads `text`; nil if it is not written as such a header.
  init?(_ text: String) {
    var rest = text[...]
    value = rest.removePrefix { $0 != ";" }.trimmingSpaces.lowercased()
    guard !value.isEmpty else { return nil }
    while rest.popFirst() == ";" {
      let name = rest.removePrefix { $0 != "=" && $0 != ";" }.trimmingSpaces.lowercased()
      if name.isEmpty, rest.first != "=" { continue }
      guard !name.isEmpty, rest.popFirst() == "=", let value = Self.readValue(&rest),
        parameters.updateValue(value, forKey: name) == nil
      else { return nil }
    }
    guard rest.isEmpty else { return nil }
  }

  /// The parameter `name`, if there is one.
  subscript(name: String) -> String? {
    parameters[name + "*"].flatMap(Self.decode) ?? parameters[name]
  }

  /// Takes the value of a parameter, quoted or not, and the spaces behind it.
  private static func readValue(_ rest: inout Substring) -> String? {
    _ = rest.removePrefix { $0 == " " || $0 == "\t" }
    guard rest.first == "\"" else {
      return String(rest.removePrefix { $0 != ";" }.trimmingSpaces)
    }
    rest.removeFirst()
    var value = ""
    while let character = rest.popFirst() {
      if character == "\"" {
        _ = rest.removePrefix { $0 == " " || $0 == "\t" }
        return rest.isEmpty || rest.first == ";" ? unescaped(value) : nil
      }
      // A lone backslash is one of a Windows path.
      let isEscape = character == "\\" && (rest.first == "\"" || rest.first == "\\")
      value.append(isEscape ? rest.removeFirst() : character)
    }
    return nil
  }

  /// `text` with the three codes replaced that HTML's forms write in names; other codes stand for
  /// themselves.
  ///
  /// See [multipart/form-data in HTML](https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data).
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let codes: [Substring: Character] = ["%22": "\"", "%0D": "\r", "%0A": "\n"]
    var rest = text[...]
    var result = ""
    while let character = rest.first {
      let code = codes[rest.prefix(3)]
      result.append(code ?? character)
      rest.removeFirst(code == nil ? 1 : 3)
    }
    return result
  }

  /// The text of an extended value, `CHARSET'LANGUAGE'PERCENT-ENCODED`; nil if it is not UTF-8.
  private static func decode(_ text: String) -> String? {
    let parts = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].lowercased() == "utf-8" else { return nil }
    return PercentCoding.decode(parts[2])
  }
}

extension Substring {
  /// Takes the longest start whose characters satisfy `condition`.
  fileprivate mutating func removePrefix(while condition: (Character) -> Bool) -> Substring {
    let start = prefix(while: condition)
    self = self[start.endIndex...]
    return start
  }
}
