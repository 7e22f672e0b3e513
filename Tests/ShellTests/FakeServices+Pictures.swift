import JSON
import ServiceModel

extension FakeServices {
  /// Takes files in forms and as bodies, and gives one; tells who calls.
  static func pictures() -> ServiceDefinition {
    var service = ServiceDefinition(ServiceDescription(name: "pictures", hasAuthorizer: true))
    let parameters = [
      Parameter("title", in: .body, schema: .string),
      Parameter("picture", in: .body, schema: .file),
      Parameter("others", in: .body, schema: .array(.file), isRequired: false),
    ]
    service.add(Route(.post, PathTemplate("/pictures"), parameters: parameters)) { call in
      let others = call.arguments["others"]?.arrayValue ?? []
      return ServiceResponse(
        body: .json([
          "type": .string(call.request.body.contentType.map(ContentType.essence) ?? "none"),
          "title": call.arguments["title"] ?? .null,
          "files": .array(([call.arguments["picture"] ?? .null] + others).map(Self.summary)),
        ]))
    }
    service.add(Route(.put, PathTemplate("/raw"), body: .file)) { call in
      ServiceResponse(body: .json(Self.summary(call.body ?? .null)))
    }
    service.add(Route(.put, PathTemplate("/list"), body: .array(.integer))) { call in
      ServiceResponse(body: .json(call.body ?? .null))
    }
    service.add(Route(.get, PathTemplate("/picture"))) { _ in
      ServiceResponse(file: File([0x89, 0x50, 0xFF], name: "a.png"))
    }
    service.add(Route(.get, PathTemplate("/caller"), isPublic: true)) { call in
      ServiceResponse(
        body: .json(.string("\(call.request.caller) at \(call.request.stage ?? "-")")))
    }
    return service
  }

  /// Name, type and size of a file in JSON.
  private static func summary(_ json: JSONValue) -> JSONValue {
    guard let file = File(json: json) else { return "no file" }
    return .string("\(file.name ?? "-") \(file.contentType) \(file.bytes.count)")
  }
}
