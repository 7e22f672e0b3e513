import JSON
public import ServiceModel

/// The routes of a type and what answers them; written by `@TechMicroService` and `@Blueprint`.
public struct ServiceOutline<Owner: Sendable>: Sendable {
  /// The name of the type.
  let typeName: String

  /// What the type is for.
  let summary: String?

  /// Whether the type decides who may call.
  let authorizes: Bool

  /// What its function may use.
  let function: FunctionConfiguration

  /// The routes and what answers them, in their order.
  private(set) var entries: [OutlineEntry<Owner>] = []

  /// Creates the outline of a type without routes.
  ///
  /// - Parameters:
  ///   - typeName: The name of the type.
  ///   - summary: What the type is for.
  ///   - authorizes: Whether the type has a method `authorize(_:)`.
  ///   - memory: The memory of its function in megabytes, if it says.
  ///   - timeout: How long a call may take in seconds, if it says.
  public init(
    _ typeName: String, summary: String? = nil, authorizes: Bool = false, memory: Int? = nil,
    timeout: Int? = nil
  ) {
    self.typeName = typeName
    self.summary = summary
    self.authorizes = authorizes
    var function = FunctionConfiguration()
    if let memory { function.memoryMegabytes = memory }
    if let timeout { function.timeoutSeconds = timeout }
    self.function = function
  }

  /// Adds a route that answers with a value of the type that `body` gives.
  ///
  /// - Parameters:
  ///   - method: What is asked of the path.
  ///   - path: The path.
  ///   - operation: The name of the method that serves it.
  ///   - summary: What the route does.
  ///   - access: Who may call it.
  ///   - parameters: The parameters in order.
  ///   - body: Calls the method.
  public mutating func add<Result: Encodable & SendableMetatype>(
    _ method: HTTPMethod, _ path: String, operation: String, summary: String? = nil,
    access: EntryAccess = .authorized, parameters: [EntryParameter] = [],
    body: @escaping @Sendable (Owner, EntryArguments) async throws -> Result
  ) {
    let route = Self.route(
      method, path, operation, summary, access, parameters,
      result: SchemaProbe.schema(of: Result.self))
    add(route) { try .init(encoding: await body($0, $1)) }
  }

  /// Adds a route that answers with a value, or with a value, a status and headers.
  ///
  /// - Parameters:
  ///   - method: What is asked of the path.
  ///   - path: The path.
  ///   - operation: The name of the method that serves it.
  ///   - summary: What the route does.
  ///   - access: Who may call it.
  ///   - parameters: The parameters in order.
  ///   - result: The type of the value.
  ///   - body: Calls the method.
  public mutating func add(
    _ method: HTTPMethod, _ path: String, operation: String, summary: String? = nil,
    access: EntryAccess = .authorized, parameters: [EntryParameter] = [], result: EntrySchema,
    body: @escaping @Sendable (Owner, EntryArguments) async throws -> EntryAnswer
  ) {
    let route = Self.route(
      method, path, operation, summary, access, parameters, result: result.schema)
    add(route) { try await body($0, $1).response }
  }

  /// Adds a route that answers with nothing.
  ///
  /// - Parameters:
  ///   - method: What is asked of the path.
  ///   - path: The path.
  ///   - operation: The name of the method that serves it.
  ///   - summary: What the route does.
  ///   - access: Who may call it.
  ///   - parameters: The parameters in order.
  ///   - body: Calls the method.
  public mutating func addAction(
    _ method: HTTPMethod, _ path: String, operation: String, summary: String? = nil,
    access: EntryAccess = .authorized, parameters: [EntryParameter] = [],
    body: @escaping @Sendable (Owner, EntryArguments) async throws -> Void
  ) {
    let route = Self.route(method, path, operation, summary, access, parameters, result: nil)
    add(route) { owner, arguments in
      try await body(owner, arguments)
      return ServiceResponse(status: 204)
    }
  }

  /// Adds `route` and what answers it.
  mutating func add(_ route: Route, answer: @escaping OutlineEntry<Owner>.Answer) {
    entries.append(OutlineEntry(route: route, answer: answer))
  }

  /// The route of a method.
  private static func route(
    _ method: HTTPMethod, _ path: String, _ operation: String, _ summary: String?,
    _ access: EntryAccess, _ parameters: [EntryParameter], result: Schema?
  ) -> Route {
    let body = parameters.first(where: \.isWholeBody)?.parameter
    return Route(
      method, PathTemplate(path), operationID: operation, summary: summary,
      parameters: parameters.filter { !$0.isWholeBody }.map(\.parameter), body: body?.schema,
      requiresBody: body?.isRequired ?? true, response: result,
      isPublic: access == .public)
  }
}
