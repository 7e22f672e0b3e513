import SessionLanguage

extension CellOutput {
  /// What is kept of `outputs`: one JSON value if that is all, else the text of all of them.
  static func outputs(_ outputs: [Output]) -> [CellOutput] {
    let kept = outputs.filter { $0.kept != nil }
    guard !kept.isEmpty else { return [] }
    if kept.count == 1, case .value = kept[0] {
      return [CellOutput(isJSON: true, text: kept[0].kept ?? "")]
    }
    return [CellOutput(isJSON: false, text: kept.compactMap(\.kept).joined(separator: "\n"))]
  }
}
