package import Diagnostics

extension SourceFile {
  /// What was entered at the prompt, where a line needs no position.
  package static func entered(_ text: String) -> SourceFile {
    SourceFile(name: "", text: text)
  }

  /// Whether it was entered at the prompt.
  var isEntered: Bool { name.isEmpty }
}
