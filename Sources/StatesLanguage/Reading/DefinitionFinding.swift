package import Diagnostics
package import JSON

/// A mistake in a definition, in the words of ValidateStateMachineDefinition.
package struct DefinitionFinding: Error, Hashable, Sendable {
  /// The kind of a finding, as the service names it.
  package enum Code: String, Hashable, Sendable {
    case schema = "SCHEMA_VALIDATION_FAILED"
    case missingTarget = "MISSING_TRANSITION_TARGET"
    case missingEndState = "MISSING_END_STATE"
    case duplicateName = "DUPLICATE_STATE_NAME"
    case invalidName = "INVALID_STATE_NAME"
    case invalidExpression = "INVALID_JSONATA_EXPRESSION"
    case unsupportedExpression = "UNSUPPORTED_JSONATA_EXPRESSION"

    /// Not one of the service: the interpreter does not run it.
    case notRunnable = "not-runnable"
  }

  /// Its kind.
  package var code: Code

  /// The sentence.
  package var message: String

  /// Where the mistake is.
  package var path: DefinitionPath

  /// Whether it is about the name of the member, not its value.
  package var isAboutName = false

  /// What to do about it.
  package var help: String?

  /// How grave it is.
  package var severity = Diagnostic.Severity.error

  /// Creates a finding.
  package init(
    code: Code, message: String, path: DefinitionPath, isAboutName: Bool = false,
    help: String? = nil
  ) {
    self.code = code
    self.message = message
    self.path = path
    self.isAboutName = isAboutName
    self.help = help
  }

  /// The finding as a diagnostic of the text in which `positions` tells where things stand.
  package func diagnostic(in positions: JSONPositions?) -> Diagnostic {
    let pointer = path.pointer
    let name = isAboutName ? positions?.keys[pointer] : nil
    let range = name ?? positions?.range(at: pointer) ?? SourceRange(0, 0)
    let place = isAboutName ? DefinitionPath(steps: path.steps.dropLast()) : path
    return Diagnostic(
      severity, code: code.rawValue, "\(message) at \(place)", at: range, help: help)
  }
}

extension DefinitionFinding {
  /// A field that must be there is not.
  static func missing(_ field: String, in path: DefinitionPath) -> DefinitionFinding {
    DefinitionFinding(
      code: .schema, message: "The field '\(field)' is required but was missing", path: path)
  }

  /// A field that its object does not have; `known` are those it has.
  static func unknown(
    _ field: String, in path: DefinitionPath, known: [String]
  ) -> DefinitionFinding {
    let near = nearestName(to: field, among: known)
    return DefinitionFinding(
      code: .schema, message: "Field '\(field)' is not supported", path: path.member(field),
      isAboutName: true, help: near.map { "did you mean '\($0)'?" })
  }

  /// A value is not of the type that is expected.
  static func wrongType(_ expected: String, at path: DefinitionPath) -> DefinitionFinding {
    DefinitionFinding(
      code: .schema, message: "Expected value of type \(expected)", path: path)
  }

  /// A text is none of those that are allowed.
  static func notOneOf(
    _ values: [String], field: String, at path: DefinitionPath
  ) -> DefinitionFinding {
    let list = values.joined(separator: ", ")
    return DefinitionFinding(
      code: .schema,
      message: "The field '\(field)' should have one of these values: [\(list)]", path: path)
  }

  /// A list or object must not be empty.
  static func empty(at path: DefinitionPath) -> DefinitionFinding {
    DefinitionFinding(code: .schema, message: "Value cannot be empty", path: path)
  }
}
