/// An error that a service's callers know by name.
///
/// Over HTTP it is the answer's status, with its name and message in the body; in a workflow it is
/// the error that `catch` and `retry` name. An enumeration says all of it by its cases:
///
///     enum PaymentError: ServiceFailure {
///       case declined(String)
///       case busy
///
///       var status: Int {
///         switch self {
///         case .declined: 402
///         case .busy: 503
///         }
///       }
///     }
///
/// Thrown by the service `Payments`, `.declined("insufficient funds")` is `Payments.Declined`.
public protocol ServiceFailure: Error {
  /// The HTTP status, from 400 to 599.
  var status: Int { get }

  /// The name; one without a dot is put behind the service's: `Declined` is `Payments.Declined`.
  var name: String { get }

  /// What went wrong, in words for the caller.
  var message: String { get }
}

extension ServiceFailure {
  /// The name of the case with an upper-case initial, or else of the type.
  public var name: String {
    guard let label = caseName else { return String(describing: Self.self) }
    return label.prefix(1).uppercased() + label.dropFirst()
  }

  /// The text that the case carries, or else its name in words.
  public var message: String {
    let mirror = Mirror(reflecting: self)
    if mirror.displayStyle == .enum, let text = mirror.children.first?.value as? String {
      return text
    }
    return Self.words(of: caseName ?? String(describing: Self.self))
  }

  /// The name of the enumeration's case.
  private var caseName: String? {
    let mirror = Mirror(reflecting: self)
    guard mirror.displayStyle == .enum else { return nil }
    return mirror.children.first?.label ?? String(describing: self)
  }

  /// The words of a name in camel case.
  private static func words(of name: String) -> String {
    name.reduce(into: "") { text, character in
      if character.isUppercase, !text.isEmpty { text += " " }
      text += character.lowercased()
    }
  }
}
