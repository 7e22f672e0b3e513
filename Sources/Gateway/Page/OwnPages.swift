import JSON
import ServiceModel

/// What the gateway shows of its own: the page of the services, and their OpenAPI documents.
struct OwnPages {
  /// The gateway.
  let gateway: Gateway

  /// Creates the pages of `gateway`.
  init(_ gateway: Gateway) {
    self.gateway = gateway
  }

  /// The page at `path`, which no route takes.
  func answer(_ path: Substring) -> GatewayAnswer? {
    switch path {
    case "/", "/_", "/_/": page
    case "/_/services.json": services
    default: document(path)
    }
  }

  /// The page that lists and tries the routes.
  private var page: GatewayAnswer {
    Self.answer("text/html; charset=utf-8", PackageResources.page_html)
  }

  /// The services with their documents, for the page.
  private var services: GatewayAnswer {
    let list: [JSONValue] = gateway.services.map { site in
      [
        "name": .string(site.name), "base": .string(site.prefix.map { "/\($0)" } ?? ""),
        "openapi": site.description.openAPI,
      ]
    }
    let value: JSONValue = [
      "stage": .string(gateway.settings.stage), "services": .array(list),
    ]
    return Self.answer("application/json", JSONWriter.utf8(value))
  }

  /// The OpenAPI document of the service whose document is at `path`.
  private func document(_ path: Substring) -> GatewayAnswer? {
    let site = gateway.services.first { site in
      path == (site.prefix.map { "/\($0)" } ?? "") + "/openapi.json"
    }
    guard let site else { return nil }
    return Self.answer(
      "application/json", JSONWriter.utf8(site.description.openAPI, layout: .indented(2)))
  }

  /// An answer of `type`.
  private static func answer(_ type: String, _ body: [UInt8]) -> GatewayAnswer {
    GatewayAnswer(
      headers: .init([("Content-Type", type), ("Cache-Control", "no-store")]), body: body)
  }
}
