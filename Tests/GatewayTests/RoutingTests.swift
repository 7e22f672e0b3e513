import Gateway
import JSON
import ServiceModel
import Testing

/// Which route a request takes.
@Suite struct RoutingTests {
  @Test(arguments: [
    ("GET", "/stock/A-1", "/stock/{sku}"),
    ("GET", "/stock/special", "/stock/special"),
    ("GET", "/stock/spe%63ial", "/stock/special"),
    ("GET", "/dev/stock/A-1", "/stock/{sku}"),
    ("GET", "http://localhost/stock/A-1?x", "/stock/{sku}"),
    ("GET", "/files/a/b/c", "/files/{path+}"),
    ("HEAD", "/health", "/health"),
  ])
  func `a path takes its most literal route, with the stage or without`(
    _ method: String, _ target: String, _ resource: String
  ) throws {
    var test = TestGateway()
    let event = try test.event(GatewayRequest(method, target))
    #expect(event["resource"]?.stringValue == resource)
    #expect(event["httpMethod"]?.stringValue == method)
  }

  @Test func `the stage is a part of the context's path only`() throws {
    var test = TestGateway()
    let event = try test.event(GatewayRequest("GET", "/dev/stock/A-1"))
    #expect(event["path"] == "/stock/A-1")
    #expect(event["requestContext"]?["path"] == "/dev/stock/A-1")
  }

  @Test func `of several services each has the paths with its name`() throws {
    var test = TestGateway([
      Site("a", at: "a", TestGateway.inventory), Site("b", at: "b", TestGateway.inventory),
    ])
    let call = try test.call(GatewayRequest("GET", "/b/stock/A-1"))
    #expect(call.service == "b")
    let event = try JSONReader.read(utf8: call.event)
    #expect(event["path"] == "/stock/A-1")
    #expect(event["requestContext"]?["path"] == "/b/stock/A-1")
    #expect(try test.call(GatewayRequest("GET", "/dev/a/health")).service == "a")
    let answer = try test.answer(GatewayRequest("GET", "/stock/A-1"))
    #expect(answer.status == 403)
    #expect(answer.note?.contains("the paths begin with /a/, /b/") == true)
  }

  @Test(arguments: [
    ("GET", "/nowhere", "inventory has GET /stock/{sku}"),
    ("DELETE", "/stock/A-1", "the path takes GET"),
    ("HEAD", "/stock/A-1", "the path takes GET"),
    ("OPTIONS", "/stock/A-1", "the path takes GET"),
    ("BREW", "/stock/A-1", "the path takes GET"),
    ("GET", "/files", "inventory has"),
    ("get", "/health", "the path takes GET, HEAD"),
  ])
  func `without a route a token is missing, as API Gateway puts it`(
    _ method: String, _ path: String, _ note: String
  ) throws {
    var test = TestGateway()
    let answer = try test.answer(GatewayRequest(method, path))
    #expect(answer.status == 403)
    #expect(answer.text == #"{"message":"Missing Authentication Token"}"#)
    #expect(answer.headers["x-amzn-errortype"] == "MissingAuthenticationTokenException")
    #expect(answer.headers["x-amzn-requestid"] == "01234567-89ab-cdef-0123-456789abcdef")
    #expect(answer.note?.contains(note) == true, "\(answer.note ?? "")")
  }

  @Test(arguments: [
    ("/", "text/html; charset=utf-8", "<!doctype html>"),
    ("/_/", "text/html; charset=utf-8", "<!doctype html>"),
    ("/openapi.json", "application/json", "{\n  \"openapi\": \"3.1.0\""),
    ("/_/services.json", "application/json", #"{"stage":"dev","services":[{"name":"inventory""#),
  ])
  func `pages of the gateway's own stand where no route does`(
    _ path: String, _ type: String, _ start: String
  ) throws {
    var test = TestGateway()
    let answer = try test.answer(GatewayRequest("GET", path))
    #expect(answer.status == 200)
    #expect(answer.headers["content-type"] == type)
    #expect(answer.text.hasPrefix(start))
  }

  @Test func `routes come before the gateway's own pages`() throws {
    var service = TestGateway.inventory
    service.routes += [Route(.get, "/"), Route(.get, "/openapi.json")]
    var test = TestGateway([Site("inventory", service)])
    #expect(try test.event(GatewayRequest("GET", "/"))["resource"] == "/")
    #expect(try test.event(GatewayRequest("GET", "/openapi.json"))["path"] == "/openapi.json")
    #expect(try test.answer(GatewayRequest("GET", "/_/")).status == 200)
  }

  @Test func `a service that is loaded again has its new routes`() throws {
    var test = TestGateway()
    let service = ServiceDescription(name: "inventory", routes: [Route(.get, "/new")])
    test.gateway.replace(Site("inventory", service))
    #expect(try test.event(GatewayRequest("GET", "/new"))["resource"] == "/new")
    #expect(try test.answer(GatewayRequest("GET", "/stock/A-1")).status == 403)
  }
}
