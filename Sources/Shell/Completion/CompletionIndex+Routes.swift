import Diagnostics
import ServiceModel
import SessionLanguage

extension CompletionIndex {
  /// The paths of a service's routes that go on from what is typed, up to the next parameter.
  func paths(
    of service: String, verb: String, typed: String, _ range: SourceRange
  ) -> [Candidate] {
    guard let service = services.first(where: { $0.name == service }) else { return [] }
    var seen: Set<String> = []
    return service.routes.filter { $0.method.rawValue == verb.uppercased() }.compactMap { route in
      guard let path = Self.path(of: route.path, after: typed) else { return nil }
      let title = "\(route.path)"
      guard seen.insert(title).inserted else { return nil }
      return Candidate(
        path.text, title: title, summary: route.summary ?? "", range: range,
        isWhole: path.isWhole)
    }
  }

  /// The names of the parameters that a call has not given.
  func items(of call: CompletionContext.CallContext, _ range: SourceRange) -> [Candidate] {
    guard let service = services.first(where: { $0.name == call.service }),
      let method = HTTPMethod(call.verb), let route = route(of: service, method, call.path)
    else { return [] }
    let open = route.parameters.filter { $0.location != .path && !call.given.contains($0.name) }
    return open.map { parameter in
      let need = parameter.isRequired ? "" : ", optional"
      let summary = [parameter.schema.displayName + need, parameter.summary ?? ""]
      return Candidate(
        parameter.name + (parameter.schema.isText ? "=" : ":="), title: parameter.name,
        summary: summary.filter { !$0.isEmpty }.joined(separator: ": "), range: range,
        isWhole: false)
    }
  }

  // MARK: -

  /// The route that a path means in which `{…}` stands for any segment.
  private func route(
    of service: ServiceDescription, _ method: HTTPMethod, _ path: String
  ) -> Route? {
    service.route(method, path)?.route
  }

  /// `template` with its parameters as they are typed, up to the first that is not; nil if what is
  /// typed does not lead there.
  private static func path(
    of template: PathTemplate, after typed: String
  ) -> (text: String, isWhole: Bool)? {
    let parts = typed.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let before = parts.dropLast()
    guard before.count <= max(0, template.segments.count - 1) else { return nil }
    var text = ""
    for (segment, part) in zip(template.segments, before) {
      if case .literal(let name) = segment, name != part { return nil }
      text += "/\(part)"
    }
    for segment in template.segments.dropFirst(before.count) {
      guard case .literal(let name) = segment else { return (text + "/", false) }
      text += "/\(name)"
    }
    return (text.isEmpty ? "/" : text, true)
  }
}

extension Schema {
  /// Whether a value is given as text rather than as JSON.
  fileprivate var isText: Bool {
    switch self {
    case .string, .integer, .number, .boolean, .enumeration: true
    case .nullable(let schema): schema.isText
    case .any, .array, .object, .file: false
    }
  }
}
