import Diagnostics
import JSON
import ServiceModel
import SessionLanguage

/// The places of a call's parameters while they are filled: path, query, headers and body.
struct Placement {
  /// The call.
  let call: Call

  /// What is asked of the path; nil for `INVOKE`.
  let method: HTTPMethod?

  /// The path.
  let path: CallPath

  /// The route, if the service describes itself, with the pieces of the path.
  let match: CallPath.Match?

  /// The contents of files.
  let files: [String: [UInt8]]

  /// What is wrong.
  var diagnostics = DiagnosticSet()

  /// The values of the path's parameters.
  var pathParameters: [TemplateDraft.Member] = []

  /// The values of the query.
  var query: [TemplateDraft.Member] = []

  /// The headers.
  var headers: [TemplateDraft.Member] = []

  /// The members of the body.
  var members: [TemplateDraft.Member] = []

  /// The whole body.
  var body: TemplateDraft?

  /// Whether the members of the whole body are known before the call.
  var isBodyKnown = false

  /// The parameters that were given, right or wrong, which are not missing then.
  var given: Set<String> = []

  /// Starts with empty places.
  init(
    _ call: Call, method: HTTPMethod?, path: CallPath, match: CallPath.Match?,
    files: [String: [UInt8]]
  ) {
    self.call = call
    self.method = method
    self.path = path
    self.match = match
    self.files = files
  }

  /// The route, if it is known.
  var route: Route? { match?.route }

  /// Fills all places of an HTTP call.
  mutating func resolve() -> ResolvedCall {
    placePath()
    for item in call.items { place(item) }
    checkMissing()
    return resolved(event)
  }

  /// Fills the payload of `INVOKE`.
  mutating func resolveInvocation() -> ResolvedCall {
    for item in call.items {
      guard item.isPlain else {
        diagnostics.insert(.itemOutsideRequest(item))
        continue
      }
      place(item)
    }
    return resolved(body ?? .object(members))
  }

  /// The call with its payload.
  private func resolved(_ draft: TemplateDraft) -> ResolvedCall {
    ResolvedCall(
      call: call, service: call.service.text, route: route, diagnostics: diagnostics, draft: draft)
  }

  /// The event of a workflow; members without content are left out.
  private var event: TemplateDraft {
    var event: [TemplateDraft.Member] = [.init("httpMethod", .text(call.verb.text))]
    if let route {
      event.append(.init("resource", .text(route.path.description)))
    } else {
      event.append(.init("path", path.draft))
    }
    for (name, members) in [
      ("pathParameters", pathParameters), ("queryStringParameters", query), ("headers", headers),
    ] where !members.isEmpty {
      event.append(.init(name, .object(members)))
    }
    if let body {
      event.append(.init("body", body))
    } else if !members.isEmpty {
      event.append(.init("body", .object(members)))
    }
    let identity = TemplateDraft.Member("caller", .text(ServiceRequest.workflowCaller))
    event.append(.init("requestContext", .object([.init("identity", .object([identity]))])))
    return .object(event)
  }
}

extension CallPath {
  /// The path as a field; what expressions give is percent-encoded.
  var draft: TemplateDraft {
    if let literal = text.literal { return .text(literal) }
    let encoded = text.segments.map { segment in
      switch segment {
      case .literal(let text): JSONataText.quoted(text)
      case .expression(let expression): "$encodeUrlComponent($string(\(expression.source)))"
      }
    }
    return .formula(Formula(encoded.joined(separator: " & "), reads: text.formula.reads))
  }
}
