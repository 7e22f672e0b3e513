import NIOHTTP1

extension RuntimeRequest {
  /// The part of a path that all of the Lambda Runtime API begins with.
  private static let root = "/2018-06-01/runtime/"

  /// Recognizes the request `head` with `body`.
  init(_ head: HTTPRequestHead, body: Body) {
    let type = head.headers.first(name: "Lambda-Runtime-Function-Error-Type")
    let route = Self.route(head.uri)
    switch (head.method, route.count, route.first, route.last) {
    case (.GET, 2, "invocation", "next"): self = .next
    case (.POST, 3, "invocation", "response"): self = .response(CallID(text: route[1]), body)
    case (.POST, 3, "invocation", "error"): self = .error(CallID(text: route[1]), body, type: type)
    case (.POST, 2, "init", "error"): self = .initError(body, type: type)
    default: self = .unknown(method: head.method.rawValue, uri: head.uri)
    }
  }

  /// The segments of `uri` after the root, or none if it has another root.
  private static func route(_ uri: String) -> [String] {
    guard uri.hasPrefix(root) else { return [] }
    return uri.dropFirst(root.count).split(separator: "/").map(String.init)
  }
}
