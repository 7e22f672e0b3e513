import JSON
import ServiceModel
import WorkflowCompiler

extension Catalog {
  /// The services that the tests' workflows use.
  static let test = Catalog(services: [
    "inventory": ServiceDescription(
      name: "inventory",
      routes: [
        Route(
          .get, PathTemplate("/stock/{sku}"),
          parameters: [Parameter("sku", in: .path, schema: .string)]),
        Route(
          .post, PathTemplate("/reserve"),
          parameters: [
            Parameter("sku", in: .body, schema: .string),
            Parameter("qty", in: .body, schema: .integer),
          ]),
      ]),
    "payments": ServiceDescription(
      name: "payments",
      routes: [
        Route(
          .post, PathTemplate("/charge"),
          parameters: [
            Parameter("amount", in: .body, schema: .integer),
            Parameter("card", in: .body, schema: .string),
          ]),
        Route(
          .post, PathTemplate("/refund"),
          parameters: [
            Parameter("id", in: .body, schema: .string),
            Parameter("urgent", in: .body, schema: .boolean, isRequired: false),
          ]),
      ]),
    "directory": ServiceDescription(
      name: "directory",
      routes: [
        Route(
          .get, PathTemplate("/customers/{id}"),
          parameters: [Parameter("id", in: .path, schema: .integer)]),
        Route(
          .get, PathTemplate("/account/{id}"),
          parameters: [Parameter("id", in: .path, schema: .integer)],
          response: .object(
            Schema.Object([
              Schema.Object.Property("name", .string), Schema.Object.Property("active", .boolean),
              Schema.Object.Property(
                "orders",
                .array(.object(Schema.Object([Schema.Object.Property("total", .number)])))),
            ]))),
        Route(
          .get, PathTemplate("/customers"),
          parameters: [
            Parameter("city", in: .query, schema: .nullable(.string), isRequired: false),
            Parameter("limit", in: .query, schema: .integer, isRequired: false),
            Parameter("level", in: .query, schema: .array(.integer), isRequired: false),
          ]),
        Route(
          .put, PathTemplate("/customers/{id}/note"),
          parameters: [Parameter("id", in: .path, schema: .integer)],
          body: .object(
            Schema.Object([Schema.Object.Property("text", .string)], additional: nil))),
      ]),
    "legacy": ServiceDescription(name: "legacy"),
  ])
}
