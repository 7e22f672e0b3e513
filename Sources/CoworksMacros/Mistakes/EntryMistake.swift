import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// What is wrong with a service or one of its routes: where, what, and how to put it right.
struct EntryMistake {
  /// The smallest part of the source that is wrong.
  let node: Syntax

  /// What is wrong.
  let message: Message

  /// Ways to put it right.
  var fixIts: [FixIt] = []

  /// Other parts of the source that explain it.
  var notes: [Note] = []

  /// Whether the mistake keeps the service from being compiled.
  var isError: Bool { message.severity == .error }

  /// What is wrong, in words and as a stable name.
  struct Message: DiagnosticMessage, FixItMessage, NoteMessage {
    let message: String
    let id: String
    var severity: DiagnosticSeverity = .error

    var diagnosticID: MessageID { MessageID(domain: "Coworks", id: id) }
    var fixItID: MessageID { diagnosticID }
    var noteID: MessageID { diagnosticID }

    /// Creates a message.
    init(_ id: String, _ message: String, severity: DiagnosticSeverity = .error) {
      self.message = message
      self.severity = severity
      self.id = id
    }
  }

  /// Creates a mistake in `node`.
  init(
    _ id: String, _ message: String, at node: some SyntaxProtocol,
    severity: DiagnosticSeverity = .error
  ) {
    self.node = Syntax(node)
    self.message = Message(id, message, severity: severity)
  }

  /// The mistake with one more way to put it right: `new` in place of `old`.
  func replacing(
    _ old: some SyntaxProtocol, by new: some SyntaxProtocol, _ text: String
  ) -> EntryMistake {
    replacing([(Syntax(old), Syntax(new))], text)
  }

  /// The mistake with one more way to put it right, which changes several parts of the source.
  func replacing(_ changes: [(old: Syntax, new: Syntax)], _ text: String) -> EntryMistake {
    var mistake = self
    mistake.fixIts.append(
      FixIt(
        message: Message(message.id, text),
        changes: changes.map { .replace(oldNode: $0.old, newNode: $0.new) }))
    return mistake
  }

  /// The mistake with a note at `node`.
  func noting(_ text: String, at node: some SyntaxProtocol) -> EntryMistake {
    var mistake = self
    mistake.notes.append(
      Note(node: Syntax(node), message: Message(message.id, text)))
    return mistake
  }
}

extension MacroExpansionContext {
  /// Reports `mistake`.
  func diagnose(_ mistake: EntryMistake) {
    diagnose(
      Diagnostic(
        node: mistake.node, message: mistake.message, notes: mistake.notes,
        fixIts: mistake.fixIts))
  }
}
