import JSON
import ServiceModel
import StandardServices
import Testing

struct TemplateServiceTests {
  /// How a workflow's call of the service ends.
  private func call(_ path: String, _ body: JSONValue) async throws -> InvocationOutcome {
    let service = try #require(StandardServices.all["template"])
    let request = ServiceRequest(.post, path, body: .json(body))
    return await service.handle(event: request.event(.workflow))
  }

  @Test(
    arguments: [
      ("Hello {{ name }}!", ["name": "Ada"], "Hello Ada!"),
      (
        "{{ a.b.0 }} {{ c }} {{ d }} {{ e }}", ["a": ["b": [5.0]], "c": 1.5, "d": true],
        "5 1.5 true "
      ),
      (
        "{% for i in items %}{{ i.sku }}x{{ i.qty }};{% endfor %}",
        ["items": [["sku": "A", "qty": 2], ["sku": "B", "qty": 1]]], "Ax2;Bx1;"
      ),
      ("{% if no %}y{% else %}n{% endif %}{{ no|default:\"-\" }}", ["no": .null], "n-"),
      ("plain", [:], "plain"),
    ] as [(String, JSONValue, String)])
  func `A template is rendered with its context`(
    template: String, context: JSONValue, text: String
  ) async throws {
    let outcome = try await call("/render", ["template": .string(template), "context": context])
    #expect(outcome == .answer(.string(text)))
  }

  @Test func `A template includes and extends others`() async throws {
    let outcome = try await call(
      "/render",
      [
        "template": "{% extends \"page\" %}{% block body %}{% include \"sign\" %}{% endblock %}",
        "templates": ["page": "<{% block body %}{% endblock %}>", "sign": "by {{ who }}"],
        "context": ["who": "Ada"],
      ])
    #expect(outcome == .answer("<by Ada>"))
  }

  @Test(arguments: [
    ("/render", "a\n{{ b|nothing }}"), ("/check", "a\n{% fro x in y %}"),
    ("/check", "a\n{% if x %}"),
  ])
  func `A bad template is an error with its line`(path: String, template: String) async throws {
    let outcome = try await call(path, ["template": .string(template)])
    guard case .error("Template.Syntax", let message) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(message.hasPrefix("line 2: "))
  }

  @Test func `A template that is missing is an error of its own`() async throws {
    let outcome = try await call("/render", ["template": "{% include \"x\" %}"])
    #expect(
      outcome
        == .error(type: "Template.Missing", message: "line 1: Template named `x` does not exist"))
  }

  @Test func `Over HTTP the result is a text`() async throws {
    let service = try #require(StandardServices.all["template"])
    let body: JSONValue = ["template": "<p>", "type": "text/html"]
    let response = await service.respond(
      to: ServiceRequest(.post, "/render", body: .json(body), caller: .shell))
    #expect(response == ServiceResponse(body: .text("<p>", type: "text/html")))
  }

  @Test func `A good template passes the check`() async throws {
    #expect(try await call("/check", ["template": "{{ a }}"]) == .answer(.null))
  }

  @Test func `Every service has a summary and routes`() {
    for (name, service) in StandardServices.all {
      #expect(service.description.name == name)
      #expect(service.description.summary != nil)
      #expect(!service.description.routes.isEmpty)
    }
  }
}
