import Diagnostics
import JSON
import SessionLanguage
import StatesLanguage
import Testing

@testable import WorkflowCompiler

@Suite struct `Calls` {
  /// The call of a line.
  private static func lowered(
    _ line: String, files: [String: [UInt8]] = [:]
  ) throws -> ResolvedCall {
    let statement = try #require(Parser.parse(line, isComplete: true).statements.first)
    guard case .call(let call) = statement.kind else {
      throw JSONSyntaxError("\(line) is no call", at: 0)
    }
    return CallLowering(catalog: .test, files: files).lower(call)
  }

  /// A line and the payload that it becomes, without `requestContext`.
  static let payloads: [(line: String, payload: String)] = [
    (
      "GET inventory/stock/A-1",
      #"{"httpMethod":"GET","resource":"/stock/{sku}","pathParameters":{"sku":"A-1"}}"#
    ),
    (
      "get directory/customers/42",
      #"{"httpMethod":"GET","resource":"/customers/{id}","pathParameters":{"id":42}}"#
    ),
    (
      "GET inventory/stock/{$x.sku}",
      #"{"httpMethod":"GET","resource":"/stock/{sku}","pathParameters":{"sku":"{% $x.sku %}"}}"#
    ),
    (
      "GET inventory/stock/{sku} sku=A",
      #"{"httpMethod":"GET","resource":"/stock/{sku}","pathParameters":{"sku":"A"}}"#
    ),
    (
      "GET inventory/stock/A-{$x}",
      #"{"httpMethod":"GET","resource":"/stock/{sku}","pathParameters":{"sku":"{% 'A-' & $x %}"}}"#
    ),
    (
      "GET directory/customers level=1 level==2",
      #"{"httpMethod":"GET","resource":"/customers","queryStringParameters":{"level":[1,2]}}"#
    ),
    (
      "POST inventory/reserve qty=2 sku=2",
      #"{"httpMethod":"POST","resource":"/reserve","body":{"qty":2,"sku":"2"}}"#
    ),
    (
      "POST inventory/reserve qty={$n} sku:=$s",
      #"{"httpMethod":"POST","resource":"/reserve","body":{"qty":"{% $number($n) %}","sku":"{% $s %}"}}"#
    ),
    (
      "POST payments/refund id=a urgent={$u} X-Key:k",
      #"{"httpMethod":"POST","resource":"/refund","headers":{"X-Key":"k"},"body":{"id":"a","urgent":"{% ($string($u)) = 'true' %}"}}"#
    ),
    (
      "GET directory/customers city=Lyon limit==3 other==x",
      #"{"httpMethod":"GET","resource":"/customers","queryStringParameters":{"city":"Lyon","limit":3,"other":"x"}}"#
    ),
    (
      #"POST inventory/reserve {"sku": "A", "qty": 1}"#,
      #"{"httpMethod":"POST","resource":"/reserve","body":{"sku":"A","qty":1}}"#
    ),
    (
      "GET legacy/a/{$x}/b n=1",
      #"{"httpMethod":"GET","path":"{% '/a/' & $encodeUrlComponent($string($x)) & '/b' %}","queryStringParameters":{"n":"1"}}"#
    ),
    (
      "POST legacy/a n=1 m:=[1]",
      #"{"httpMethod":"POST","path":"/a","body":{"n":"1","m":[1]}}"#
    ),
    (
      "POST legacy/a t={%x", #"{"httpMethod":"POST","path":"/a","body":{"t":"{% '{%x' %}"}}"#
    ),
    ("POST legacy/a @f.json", #"{"httpMethod":"POST","path":"/a","body":{"a":1}}"#),
    (
      "POST legacy/a x:=@f.json y@f.txt",
      #"{"httpMethod":"POST","path":"/a","body":{"x":{"a":1},"y":{"name":"f.txt","contentType":"text/plain","content":"aGk="}}}"#
    ),
    (
      "POST legacy/a y@f.txt y@f.txt",
      #"{"httpMethod":"POST","path":"/a","body":{"y":[{"name":"f.txt","contentType":"text/plain","content":"aGk="},{"name":"f.txt","contentType":"text/plain","content":"aGk="}]}}"#
    ),
    ("POST legacy/a [1, $x]", #"{"httpMethod":"POST","path":"/a","body":"{% [1, $x] %}"}"#),
    (#"INVOKE legacy {"a": $x}"#, #""{% {\"a\": $x} %}""#),
    ("INVOKE legacy a=1 b:=2", #"{"a":"1","b":2}"#),
    ("INVOKE legacy", "{}"),
  ]

  @Test(arguments: payloads)
  func `become the payload of a workflow's event`(line: String, payload: String) throws {
    let files = ["f.json": Array(#"{"a": 1}"#.utf8), "f.txt": Array("hi".utf8)]
    let call = try Self.lowered(line, files: files)
    #expect(call.diagnostics.isEmpty, "\(call.diagnostics.elements.map(\.message))")
    var json = call.payload.json
    if call.isRequest, let event = json.objectValue {
      #expect(json["requestContext"]?["identity"]?["caller"] == "states.amazonaws.com")
      json = .object(event.removing("requestContext"))
    }
    #expect(JSONWriter.compact(json) == payload)
  }
}
