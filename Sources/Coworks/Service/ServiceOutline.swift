import JSON
public import ServiceModel

/// The routes of a service and what answers them; written by `@TechMicroService`.
public struct ServiceOutline<Service: TechMicroService>: Sendable {
  /// What answers the calls of one route.
  typealias Answer = @Sendable (Service, EntryArguments) async throws -> ServiceResponse

  /// The name of the service's type.
  private let typeName: String

  /// What the service is for.
  private let summary: String?

  /// The routes and what answers them, in their order.
  private var entries: [(route: Route, answer: Answer)] = []

  /// Creates the outline of a service without routes.
  ///
  /// - Parameters:
  ///   - typeName: The name of the service's type.
  ///   - summary: What the service is for.
  public init(_ typeName: String, summary: String? = nil) {
    self.typeName = typeName
    self.summary = summary
  }

  /// Adds a route that answers with a value.
  ///
  /// - Parameters:
  ///   - method: What is asked of the path.
  ///   - path: The path.
  ///   - operation: The name of the method that serves it.
  ///   - summary: What the route does.
  ///   - parameters: The parameters in order.
  ///   - body: Calls the method.
  public mutating func add<Result: Encodable & SendableMetatype>(
    _ method: HTTPMethod, _ path: String, operation: String, summary: String? = nil,
    parameters: [EntryParameter] = [],
    body: @escaping @Sendable (Service, EntryArguments) async throws -> Result
  ) {
    let route = Self.route(method, path, operation, summary, parameters, result: Result.self)
    entries.append((route, { try .init(encoding: await body($0, $1)) }))
  }

  /// Adds a route that answers with a value, a status and headers.
  ///
  /// - Parameters:
  ///   - method: What is asked of the path.
  ///   - path: The path.
  ///   - operation: The name of the method that serves it.
  ///   - summary: What the route does.
  ///   - parameters: The parameters in order.
  ///   - body: Calls the method.
  public mutating func addResponse<Content: Encodable & SendableMetatype>(
    _ method: HTTPMethod, _ path: String, operation: String, summary: String? = nil,
    parameters: [EntryParameter] = [],
    body: @escaping @Sendable (Service, EntryArguments) async throws -> Response<Content>
  ) {
    let route = Self.route(method, path, operation, summary, parameters, result: Content.self)
    entries.append((route, { try .init(await body($0, $1)) }))
  }

  /// Adds a route that answers with nothing.
  ///
  /// - Parameters:
  ///   - method: What is asked of the path.
  ///   - path: The path.
  ///   - operation: The name of the method that serves it.
  ///   - summary: What the route does.
  ///   - parameters: The parameters in order.
  ///   - body: Calls the method.
  public mutating func addAction(
    _ method: HTTPMethod, _ path: String, operation: String, summary: String? = nil,
    parameters: [EntryParameter] = [],
    body: @escaping @Sendable (Service, EntryArguments) async throws -> Void
  ) {
    let route = Self.route(method, path, operation, summary, parameters, result: nil)
    entries.append(
      (
        route,
        {
          try await body($0, $1)
          return ServiceResponse(status: 204)
        }
      ))
  }

  /// The service whose calls `service` answers.
  func definition(of service: Service) -> ServiceDefinition {
    let description = ServiceDescription(name: Self.serviceName(of: typeName), summary: summary)
    var definition = ServiceDefinition(description, errorDomain: typeName)
    for (route, answer) in entries {
      definition.add(route) { call in try await answer(service, EntryArguments(call: call)) }
    }
    return definition
  }

  /// The route of a method.
  private static func route(
    _ method: HTTPMethod, _ path: String, _ operation: String, _ summary: String?,
    _ parameters: [EntryParameter], result: Any.Type?
  ) -> Route {
    let body = parameters.first(where: \.isWholeBody)?.parameter
    return Route(
      method, PathTemplate(path), operationID: operation, summary: summary,
      parameters: parameters.filter { !$0.isWholeBody }.map(\.parameter), body: body?.schema,
      requiresBody: body?.isRequired ?? true, response: result.map { schema(of: $0) })
  }

  /// The schema of `type`.
  private static func schema(of type: Any.Type) -> Schema {
    func open<T>(_ type: T.Type) -> Schema { SchemaProbe.schema(of: type) }
    return _openExistential(type, do: open)
  }

  /// The name of the service of the type `typeName`: `OrderMail` is `order-mail`.
  private static func serviceName(of typeName: String) -> String {
    typeName.reduce(into: "") { name, character in
      if character.isUppercase, name.last?.isLowercase == true { name += "-" }
      name += character.lowercased()
    }
  }
}
