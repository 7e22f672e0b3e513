@_exported public import JSON
import LambdaRuntime
@_exported public import ServiceModel

/// A small technical service: one type whose methods are its routes.
///
/// The macro `@TechMicroService` conforms a type to it. Everything but the outline has a default.
public protocol TechMicroService: Sendable {
  /// Creates the one instance that serves all calls of its process.
  init() async throws

  /// The routes and what answers them.
  static var outline: ServiceOutline<Self> { get }

  /// The blueprints whose routes are the service's too.
  nonisolated var blueprints: [Mount] { get }

  /// Which pages of other sites may call the service from a browser; by default none.
  nonisolated var cors: CORS { get }

  /// Decides what a caller may do whom AWS has not authenticated.
  ///
  /// It is asked of calls that come without an authorizer of API Gateway (through a function URL,
  /// on localhost) for routes that are not public, and by API Gateway where the function is its
  /// Lambda authorizer. An error other than `HTTPError.unauthorized` and `.forbidden` is logged and
  /// answered with status 500. A service without it lets nobody in.
  ///
  /// REST APIs get a policy for all routes. HTTP APIs (format 2.0) are told whether this one call is
  /// let in, and keep the answer for all calls with the same identity sources: make
  /// `$context.routeKey` one of these where callers may call some routes and not others.
  ///
  /// - Parameter request: The call.
  /// - Returns: What the caller may do.
  /// - Throws: Why nothing can be decided.
  func authorize(_ request: AuthorizationRequest) async throws -> Authorization

  /// Sees every call that was let in before its route does.
  ///
  /// It may change what the route sees of headers, query and body, or throw the answer.
  ///
  /// - Parameter request: The call.
  /// - Throws: The answer, as a route throws it.
  func before(_ request: inout Request) async throws

  /// Sees every answer before the caller does, those that report errors too, and may change it.
  ///
  /// - Parameters:
  ///   - request: The call as its route saw it.
  ///   - answer: The answer.
  func after(_ request: Request, _ answer: inout Answer) async
}

extension TechMicroService {
  /// No blueprints.
  public nonisolated var blueprints: [Mount] { [] }

  /// No pages of other sites.
  public nonisolated var cors: CORS { .off }

  /// Lets nobody in.
  ///
  /// - Parameter request: The call.
  /// - Returns: Nothing.
  /// - Throws: That there is no authorizer.
  public func authorize(_ request: AuthorizationRequest) async throws -> Authorization {
    throw MissingAuthorizer()
  }

  /// Changes nothing.
  ///
  /// - Parameter request: The call.
  /// - Throws: Nothing.
  public func before(_ request: inout Request) async throws {}

  /// Changes nothing.
  ///
  /// - Parameters:
  ///   - request: The call.
  ///   - answer: The answer.
  public func after(_ request: Request, _ answer: inout Answer) async {}
}

extension TechMicroService {
  /// Serves calls until the process ends; this is what the program of a service does.
  public static func serve() async -> Never {
    await LambdaRuntime.run { try await Self().definition }
  }

  /// The service as values and functions.
  ///
  /// - Throws: Which of its routes are the same.
  package var definition: ServiceDefinition {
    get throws(OutlineError) { try DefinitionBuilder(Self.outline, of: self).definition }
  }
}
