/// A type whose methods are routes that services take in under a path.
///
///     @Blueprint struct Health {
///       @Entry(.public) func get() -> String { "up" }
///     }
///
///     @main @TechMicroService struct Inventory {
///       let blueprints = [Mount(Health(), at: "/health")]
///     }
///
/// The macro `@Blueprint` conforms a type to it.
public protocol Blueprint: Sendable {
  /// The routes and what answers them.
  static var outline: ServiceOutline<Self> { get }
}
