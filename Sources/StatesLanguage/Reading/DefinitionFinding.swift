package import Diagnostics
package import JSON

/// A mistake in a definition, in the words of ValidateStateMachineDefinition.
package struct DefinitionFinding: Error, Hashable, Sendable {
  /// The kind of a finding, as the service names it.
  package enum Code: String, Hashable, Sendable {
    case invalidJSON = "INVALID_JSON_DESCRIPTION"
    case missingDescription = "MISSING_DESCRIPTION"
    case schema = "SCHEMA_VALIDATION_FAILED"
    case missingTarget = "MISSING_TRANSITION_TARGET"
    case missingEndState = "MISSING_END_STATE"
    case duplicateName = "DUPLICATE_STATE_NAME"
    case invalidName = "INVALID_STATE_NAME"
    case duplicateLabel = "DUPLICATE_LABEL_NAME"
    case invalidLabel = "INVALID_LABEL_NAME"
    case reservedVariable = "RESERVED_VARIABLE_NAME"
    case invalidVariable = "INVALID_VARIABLE_NAME"
    case invalidExpression = "INVALID_JSONATA_EXPRESSION"
    case unsupportedExpression = "UNSUPPORTED_JSONATA_EXPRESSION"
    case tooDeep = "TOO_DEEPLY_NESTED"
    case noDollar = "NO_DOLLAR"
    case noPath = "NO_PATH"
    case staticResult = "PASS_RESULT_IS_STATIC"

    /// Not one of a diagnostic: the request itself is refused.
    case invalidRequest = "ValidationException"
  }

  /// Where the service says that a mistake is.
  package enum Place: Hashable, Sendable {
    /// At the path of the finding.
    case path
    /// At the object in which the member at the path stands.
    case owner
    /// Nowhere in particular.
    case nowhere
    /// In the text, which is no JSON.
    case text(String)
  }

  /// Its kind.
  package var code: Code

  /// The sentence.
  package var message: String

  /// Where the mistake is.
  package var path: DefinitionPath

  /// Where the service says that it is.
  package var place = Place.path

  /// What to do about it.
  package var help: String?

  /// How grave it is.
  package var severity = Diagnostic.Severity.error

  /// The byte of the text, where no value stands at the path.
  package var offset: Int?

  /// Creates a finding.
  package init(
    code: Code, message: String, path: DefinitionPath, place: Place = .path, help: String? = nil
  ) {
    self.code = code
    self.message = message
    self.path = path
    self.place = place
    self.help = help
  }

  /// The place as the service writes it.
  package var location: String? {
    switch place {
    case .path: path.description
    case .owner: DefinitionPath(steps: path.steps.dropLast()).description
    case .nowhere: nil
    case .text(let location): location
    }
  }

  /// The finding as a diagnostic of the text in which `positions` tells where things stand.
  package func diagnostic(in positions: JSONPositions?) -> Diagnostic {
    let pointer = path.pointer
    let name = place == .owner ? positions?.keys[pointer] : nil
    let range = name ?? positions?.range(at: pointer) ?? SourceRange(0, 0)
    return Diagnostic(
      severity, code: code.rawValue, sentence,
      at: offset.map { SourceRange($0, $0 + 1) } ?? range, help: help)
  }

  /// The message with the place, unless the message names it itself.
  private var sentence: String {
    switch place {
    case .path, .owner: "\(message.trimmingTrailingSpaces) at \(location ?? "")"
    case .nowhere: message
    case .text: String(message.prefix { !$0.isNewline })
    }
  }
}

extension String {
  /// The text without spaces at its end.
  package var trimmingTrailingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
