/// What a call asks of a resource.
public enum HTTPMethod: String, CaseIterable, Hashable, Sendable {
  /// Reads a resource.
  case get = "GET"

  /// Sends something to a resource.
  case post = "POST"

  /// Puts a resource in place.
  case put = "PUT"

  /// Changes part of a resource.
  case patch = "PATCH"

  /// Removes a resource.
  case delete = "DELETE"

  /// Reads the headers of a resource.
  case head = "HEAD"

  /// Asks what a resource allows.
  case options = "OPTIONS"

  /// The method named `text`, in either case.
  package init?(_ text: String) {
    self.init(rawValue: text.uppercased())
  }

  /// Whether a call of this method carries its parameters in a body, not in the query.
  package var hasBody: Bool {
    switch self {
    case .post, .put, .patch: true
    case .get, .delete, .head, .options: false
    }
  }
}
