import JSON
import ServiceModel
import Stencil

/// The rendering of one template.
struct TemplateRendering {
  /// The text with its tags.
  private let source: String

  /// The templates that it may include and extend, by name.
  private let others: [String: String]

  /// The content type of the result.
  let contentType: String

  /// Reads what `call` gives.
  init(_ call: ServiceCall) {
    source = call.arguments["template"]?.stringValue ?? ""
    contentType = call.arguments["type"]?.stringValue ?? "text/plain; charset=utf-8"
    let members = call.arguments["templates"]?.objectValue?.members ?? []
    others = Dictionary(members.map { ($0.key, $0.value.stringValue ?? "") }) { $1 }
  }

  /// The text with the values of `context`.
  func text(context: JSONObject) throws(TemplateError) -> String {
    do {
      return try environment.renderTemplate(
        string: source, context: TemplateValue.dictionary(of: context))
    } catch {
      throw TemplateError(error)
    }
  }

  /// Finds syntax errors in the template and in the others.
  func check() throws(TemplateError) {
    do {
      try parse(Template(templateString: source, environment: environment))
      for name in others.keys.sorted() { try parse(environment.loadTemplate(name: name)) }
    } catch {
      throw TemplateError(error)
    }
  }

  /// Parses `template`.
  private func parse(_ template: Template) throws {
    _ = try TokenParser(tokens: template.tokens, environment: environment).parse()
  }

  /// The language, with the other templates in it.
  private var environment: Environment {
    Environment(loader: DictionaryLoader(templates: others), trimBehaviour: .smart)
  }
}
