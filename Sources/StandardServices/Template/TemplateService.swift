import JSON
import ServiceModel

/// The service that fills texts with values, in the template language Stencil.
enum TemplateService {
  /// The service.
  static var definition: ServiceDefinition {
    let description = ServiceDescription(
      name: "template", summary: "Fills templates with values: {{ name }}, {% for %}, {% if %}.")
    var service = ServiceDefinition(description, errorDomain: "Template")
    service.add(render) { call in
      let rendering = TemplateRendering(call)
      let text = try rendering.text(context: call.arguments["context"]?.objectValue ?? .empty)
      return ServiceResponse(body: .text(text, type: rendering.contentType))
    }
    service.add(check) { call in
      try TemplateRendering(call).check()
      return ServiceResponse(status: 204)
    }
    return service
  }

  /// The route that renders a template.
  private static var render: Route {
    Route(
      .post, "/render", operationID: "postRender",
      summary: "Render a template with the values of a context.",
      parameters: [
        template,
        Parameter(
          "context", in: .body, schema: .object(Schema.Object()), isRequired: false,
          summary: "The values that the template names."),
        templates,
        Parameter(
          "type", in: .body, schema: .string, isRequired: false,
          defaultValue: "text/plain; charset=utf-8", summary: "The content type of the result."),
      ],
      response: .string)
  }

  /// The route that checks a template.
  private static var check: Route {
    Route(
      .post, "/check", operationID: "postCheck",
      summary: "Check that a template has no syntax error.", parameters: [template, templates])
  }

  /// The template.
  private static var template: Parameter {
    Parameter("template", in: .body, schema: .string, summary: "The text with its tags.")
  }

  /// The other templates.
  private static var templates: Parameter {
    Parameter(
      "templates", in: .body, schema: .object(Schema.Object(additional: .string)),
      isRequired: false, summary: "Templates by name, for {% include %} and {% extends %}.")
  }
}
