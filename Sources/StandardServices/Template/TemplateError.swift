import ServiceModel
import Stencil

/// What is wrong with a template.
struct TemplateError: ServiceFailure {
  /// The name by which a workflow catches it.
  let name: String

  /// What is wrong, and where: `line 2: Unknown template tag 'fro'`.
  let message: String

  var status: Int { 400 }

  /// Words the mistake that `error` reports.
  init(_ error: any Error) {
    let syntaxError = error as? TemplateSyntaxError
    let reason = syntaxError?.reason ?? String(describing: error)
    let place = syntaxError.map(Self.place) ?? ""
    // Stencil wraps a missing template into a syntax error, and says where it looked for it.
    if reason.hasPrefix("Template named "), let end = reason.firstRange(of: " in loader ") {
      name = "Missing"
      message = place + reason[..<end.lowerBound]
    } else {
      name = "Syntax"
      message = place + reason
    }
  }

  /// Where the mistake is, with a colon behind it.
  private static func place(of error: TemplateSyntaxError) -> String {
    guard let token = error.token else { return "" }
    let line = "line \(token.sourceMap.location.lineNumber)"
    return token.sourceMap.filename.map { "\($0), \(line): " } ?? "\(line): "
  }
}
