/// A file of an export.
package struct ExportedFile: Hashable, Sendable {
  /// Where it belongs in the output folder: `packages/inventory.zip`.
  package let path: String

  /// What it holds.
  package let contents: [UInt8]

  /// What a list of the files says about it: `6 states`.
  package let remark: String?

  /// Creates a file.
  init(path: String, contents: [UInt8], remark: String? = nil) {
    self.path = path
    self.contents = contents
    self.remark = remark
  }

  /// Creates a file of `text`.
  init(path: String, text: String, remark: String? = nil) {
    self.init(path: path, contents: Array(text.utf8), remark: remark)
  }

  /// What it holds, as text.
  package var text: String { String(decoding: contents, as: UTF8.self) }
}

/// What a deployment can be written as.
package enum ExportFormat: String, CaseIterable, Hashable, Sendable {
  /// The state machines, in the Amazon States Language.
  case asl

  /// The configuration that deploys everything, with the state machines as its templates.
  case terraform

  /// A flowchart of each workflow.
  case mermaid
}
