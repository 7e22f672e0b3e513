import ServiceModel

extension Gateway {
  /// The answer to a request that no route takes: a page, a document, or that there is none.
  func ownAnswer(
    _ request: GatewayRequest, _ target: RequestTarget, _ identity: ExchangeIdentity
  ) -> GatewayAnswer {
    if request.method == "GET" || request.method == "HEAD",
      let page = OwnPages(self).answer(target.path)
    {
      return page
    }
    let note = missingRouteNote(request.method, target.path)
    return refusal(.missingAuthenticationToken, identity, request, note)
  }

  /// An error of `exchange`.
  func refusal(
    _ error: GatewayError, of exchange: Exchange, _ note: String? = nil
  ) -> GatewayAnswer {
    refusal(error, exchange.identity, exchange.request, note)
  }

  /// An error, with what browsers need to show it to pages of other sites.
  func refusal(
    _ error: GatewayError, _ identity: ExchangeIdentity, _ request: GatewayRequest,
    _ note: String? = nil
  ) -> GatewayAnswer {
    var answer = error.answer(identity, note: note)
    guard let cors = site(at: RequestTarget(request.target).path)?.description.cors, cors.isOn
    else { return answer }
    var response = ServiceResponse()
    cors.addHeaders(to: &response, for: ServiceRequest(.get, "/", headers: request.headers))
    for field in response.headers.fields { answer.headers.add(field.name, field.value) }
    return answer
  }

  /// What there is instead of the route that a client wanted.
  private func missingRouteNote(_ method: String, _ path: Substring) -> String {
    let start = "there is no route \(method) \(path)"
    let known = methods(at: path)
    if !known.isEmpty { return "\(start); the path takes \(known.joined(separator: ", "))" }
    guard let site = site(at: path) else {
      let names = services.compactMap(\.prefix).map { "/\($0)/" }
      return "\(start); the paths begin with \(names.joined(separator: ", "))"
    }
    let routes = site.description.routes.prefix(12).map(\.description)
    return "\(start); \(site.name) has \(routes.joined(separator: ", "))"
  }
}
