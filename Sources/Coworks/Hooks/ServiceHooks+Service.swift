import ServiceModel

extension ServiceHooks {
  /// The hooks of `service`.
  init(_ service: some TechMicroService) {
    self.init(
      before: { request, route in
        var seen = Request(request: request, route: route.description)
        try await service.before(&seen)
        request = seen.request
      },
      after: { request, route, response in
        var answer = Answer(response: response)
        await service.after(Request(request: request, route: route?.description), &answer)
        response = answer.response
      })
  }
}
