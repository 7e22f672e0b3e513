import JSON
import ServiceModel
import Testing

struct OpenAPITests {
  @Test func `A description survives OpenAPI`() {
    let description = makePayments().description
    let copy = ServiceDescription(openAPI: description.openAPI)
    #expect(copy == description)
  }

  @Test func `A document of OpenAPI 3.0 with references is read`() throws {
    let document = try JSONReader.read(
      """
      {"openapi": "3.0.1", "info": {"title": "pets", "version": "2"}, "paths": {"/pets/{id}": {
        "parameters": [{"$ref": "#/components/parameters/id"}],
        "get": {"responses": {"200": {"content": {"application/json": {"schema":
          {"$ref": "#/components/schemas/Pet"}}}}}},
        "put": {"requestBody": {"required": true, "content": {"application/json": {"schema":
          {"$ref": "#/components/schemas/Pet"}}}}, "responses": {"204": {}}}}},
       "components": {"parameters": {"id": {"name": "id", "in": "path", "required": true,
         "schema": {"type": "integer"}}},
        "schemas": {"Pet": {"type": "object", "properties": {"tag": {"type": "string",
         "nullable": true}}}}}}
      """)
    let service = ServiceDescription(openAPI: document)
    #expect(service.routes.map(\.description) == ["GET /pets/{id}", "PUT /pets/{id}"])
    #expect(service.routes[0].parameters == [Parameter("id", in: .path, schema: .integer)])
    let pet = Schema.object(
      Schema.Object([Schema.Object.Property("tag", .nullable(.string), isRequired: false)]))
    #expect(service.routes[0].response == pet)
    #expect(service.routes[1].body == pet)
    #expect(service.routes[0].isPublic)
  }

  @Test func `A signature reads like a call`() {
    let routes = makePayments().description.routes
    #expect(
      routes.map { $0.signature(of: "payments") } == [
        "POST payments/charge(amount: integer, card: string, note: string?, tries: integer = 1)",
        "GET payments/charges/{id}(tag: array of string?)", "GET payments/charges/latest",
      ])
  }
}
