import JSON
import ServiceModel
import Testing

struct CallerTests {
  @Test(
    arguments: [
      ("{}", .anonymous),
      (#"{"identity": {"sourceIp": "1.2.3.4", "userArn": null, "caller": null}}"#, .anonymous),
      (#"{"identity": {"sourceIp": "1.2.3.4", "userArn": "", "caller": ""}}"#, .anonymous),
      (#"{"authorizer": null}"#, .anonymous),
      (#"{"authorizer": {}}"#, .anonymous),
      (#"{"authorizer": {"claims": null, "scopes": null}}"#, .anonymous),
      (#"{"authorizer": {"iam": null}}"#, .anonymous),
      (#"{"authorizer": {"integrationLatency": 12}}"#, .anonymous),
      (#"{"identity": {"caller": "states.amazonaws.com"}}"#, .workflow),
      (
        #"{"identity": {"caller": "AIDA", "userArn": "arn:aws:iam::1:user/a"}}"#,
        .iam(arn: "arn:aws:iam::1:user/a")
      ),
      (
        #"{"authorizer": {"iam": {"userArn": "arn:aws:iam::1:user/b", "userId": "AIDA"}}}"#,
        .iam(arn: "arn:aws:iam::1:user/b")
      ),
      (
        #"{"authorizer": {"principalId": "ada", "tenant": "x", "integrationLatency": 3}}"#,
        .authorized(principalID: "ada", context: ["tenant": "x"])
      ),
      (
        #"{"authorizer": {"claims": {"sub": "ada"}}}"#,
        .authorized(principalID: "ada", context: ["claims": ["sub": "ada"]])
      ),
      (
        #"{"authorizer": {"jwt": {"claims": {"sub": "ada"}, "scopes": null}}}"#,
        .authorized(
          principalID: "ada", context: ["jwt": ["claims": ["sub": "ada"], "scopes": nil]])
      ),
      (
        #"{"authorizer": {"lambda": {"tenant": "x"}}}"#,
        .authorized(principalID: nil, context: ["tenant": "x"])
      ),
      (
        #"{"authorizer": {"lambda": {"tenant": "x", "principalId": "ada"}}}"#,
        .authorized(principalID: "ada", context: ["tenant": "x"])
      ),
      (#"{"authorizer": {"lambda": null}}"#, .authorized(principalID: nil, context: nil)),
    ] as [(String, ServiceRequest.Caller)])
  func `The caller is who AWS says it is`(
    context: String, caller: ServiceRequest.Caller
  ) throws {
    #expect(ServiceRequest.Caller(requestContext: try JSONReader.read(context)) == caller)
  }

  @Test(
    arguments: [
      .anonymous, .iam(arn: "arn:aws:iam::1:user/a"), .authorized(principalID: "ada", context: [:]),
      .authorized(principalID: "ada", context: ["tenant": "x"]),
      .authorized(principalID: nil, context: ["tenant": "x"]),
    ] as [ServiceRequest.Caller])
  func `The caller survives the HTTP event`(caller: ServiceRequest.Caller) throws {
    let request = ServiceRequest(.get, "/stock", caller: caller)
    #expect(try ServiceRequest(event: request.event(.http)).caller == caller)
  }

  @Test func `A workflow's call that is made over HTTP comes from nobody`() throws {
    let request = ServiceRequest(.get, "/stock", caller: .workflow)
    #expect(try ServiceRequest(event: request.event(.http)).caller == .anonymous)
  }

  @Test func `A header cannot make a caller`() throws {
    let request = ServiceRequest(
      .get, "/stock",
      headers: Headers([("requestContext", "{}"), ("caller", "states.amazonaws.com")]))
    #expect(try ServiceRequest(event: request.event(.http)).caller == .anonymous)
  }
}
