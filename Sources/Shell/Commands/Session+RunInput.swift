import Diagnostics
import JSON
import SessionLanguage

extension Session {
  /// `sample` with `items` in the place of its fields; a list takes the place of the whole.
  func input(
    _ sample: JSONValue, overriddenBy items: [Item], of source: CellSource
  ) throws(SessionFailure) -> JSONValue {
    if items.isEmpty { return sample }
    if items.count == 1, case .body(let expression) = items[0].kind {
      let value = try value(of: expression, of: source)
      if value.objectValue == nil { return value }
    }
    let fields = try object(of: items, of: source)
    guard let base = sample.objectValue ?? (sample.isNull ? .empty : nil) else {
      throw .message("the input is no object, so that its fields could be replaced")
    }
    hintAtTexts(items, in: base, of: source)
    return .object(base.merging(fields))
  }

  /// Remarks that `n=5` gives a text where the sample has a number.
  private func hintAtTexts(_ items: [Item], in sample: JSONObject, of source: CellSource) {
    for item in items {
      guard case .text(let text) = item.kind, let name = item.name, let old = sample[name.text],
        let literal = text.literal, let meant = try? JSONReader.read(literal),
        old.isSameKind(as: meant)
      else { continue }
      let hint = Diagnostic(
        .warning, code: "text-for-value",
        "this gives the text \"\(literal)\", but `\(name)` of the sample is \(old)",
        at: item.range.shifted(by: source.offset), help: "write `\(name):=\(literal)`")
      show(.diagnostics(DiagnosticSet([hint]), source.file))
    }
  }
}

extension JSONValue {
  /// Whether both are numbers, or both are truth values.
  fileprivate func isSameKind(as other: JSONValue) -> Bool {
    (doubleValue != nil && other.doubleValue != nil)
      || (boolValue != nil && other.boolValue != nil)
  }
}
