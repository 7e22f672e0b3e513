import JSON
import ServiceModel
import Testing

struct OpenAPITests {
  @Test func `A description survives OpenAPI`() {
    let description = makePayments().description
    let copy = ServiceDescription(openAPI: description.openAPI)
    #expect(copy == description)
  }

  @Test(arguments: [false, true])
  func `The document says who may call`(hasAuthorizer: Bool) {
    var description = makePayments().description
    description.hasAuthorizer = hasAuthorizer
    description.function = FunctionConfiguration(memoryMegabytes: 512, timeoutSeconds: 9)
    let document = description.openAPI
    let name = hasAuthorizer ? "authorizer" : "awsSigv4"
    let schemes = document["components"]?["securitySchemes"]
    #expect(
      schemes?[name]?["x-amazon-apigateway-authtype"] == (hasAuthorizer ? "custom" : "awsSigv4"))
    #expect(schemes?[name]?["name"] == "Authorization")
    #expect(document["security"] == nil)
    let paths = document["paths"]
    #expect(paths?["/charge"]?["post"]?["security"] == [[name: []]])
    #expect(paths?["/charges/latest"]?["get"]?["security"] == nil)
    #expect(document["x-coworks-function"] == ["memorySize": 512, "timeout": 9])
    #expect(document["x-coworks-cors"] == nil)
    #expect(ServiceDescription(openAPI: document) == description)
  }

  @Test(arguments: [.min, -1, 0, 90_000, .max] as [Int64])
  func `What no function can have counts as not said`(number: Int64) {
    let json: JSONValue = ["memorySize": .integer(number), "timeout": .integer(number)]
    #expect(FunctionConfiguration(openAPI: json) == FunctionConfiguration())
  }

  @Test(
    arguments: [
      ("{}", true), (#"{"security": []}"#, true), (#"{"security": [{"a": []}]}"#, false),
      (#"{"security": [{"a": []}, {}]}"#, true),
    ])
  func `A route of another document is public where its callers need nothing`(
    operation: String, isPublic: Bool
  ) throws {
    let document = try JSONReader.read(#"{"paths": {"/": {"get": \#(operation)}}}"#)
    #expect(ServiceDescription(openAPI: document).routes.map(\.isPublic) == [isPublic])
    #expect(!ServiceDescription(openAPI: document).hasAuthorizer)
  }

  @Test func `What all routes of another document need is needed by each`() throws {
    let document = try JSONReader.read(
      #"{"security": [{"a": []}], "paths": {"/": {"get": {}, "put": {"security": []}}}}"#)
    #expect(ServiceDescription(openAPI: document).routes.map(\.isPublic) == [false, true])
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
