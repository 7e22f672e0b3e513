import Foundation
import Testing

/// The sample service with everything that a service can have, called by a client of HTTP.
@Suite struct AccountingServeTests {
  /// A call, and the end of what curl prints of it: the body, and the status.
  struct Call: Sendable, CustomTestStringConvertible {
    /// What curl is given.
    var arguments: String

    /// The path.
    var path: String

    /// What the answer says.
    var says: [String]

    var testDescription: String { "\(path) \(arguments)" }
  }

  private static let clerk = "-H 'Authorization: Bearer clerk-on-this-machine'"
  private static let auditor = "-H 'Authorization: Bearer auditor-on-this-machine'"
  private static let intranet = "-H 'Origin: https://intranet.example.com'"

  /// The calls, each of which sees what those before it have left.
  private static let calls = [
    Call(arguments: "", path: "/categories", says: [#"["travel","meals","equipment"] 200"#]),
    Call(arguments: "", path: "/dev/categories", says: [#"["travel","meals","equipment"] 200"#]),
    Call(arguments: "", path: "/expenses", says: [#"{"message":"Unauthorized"} 401"#]),
    Call(
      arguments: "-H 'Authorization: Bearer wrong'", path: "/expenses",
      says: ["User is not authorized to access this resource", " 403"]),
    Call(arguments: "", path: "/nothing", says: ["Missing Authentication Token", " 403"]),
    Call(
      arguments: "\(clerk) -F title=Hotel -F amount=178 -F category=travel -F receipt=@receipt.bin",
      path: "/expenses", says: [#""id":1,"title":"Hotel""#, #""receipt":"receipt.bin""#, " 201"]),
    Call(
      arguments: "-i \(clerk) --json '{\"title\": \"Fair stand\", \"amount\": 620}'",
      path: "/expenses", says: ["ocation: /expenses/2\r\n", #""category":"equipment""#]),
    Call(
      arguments: "\(clerk) --json '{\"title\": \"Fair stand\"}'", path: "/expenses",
      says: ["amount: missing, expected a number", " 400"]),
    Call(
      arguments: "\(clerk) --json '{\"title\": \"Fair\", \"amount\": 1, \"size\": 3}'",
      path: "/expenses", says: ["size: unknown", " 400"]),
    Call(
      arguments: auditor, path: "/expenses?category=travel&category=meals&limit=1",
      says: [#"[{"id":1,"#, " 200"]),
    Call(
      arguments: auditor, path: "/expenses?limit=one",
      says: [#"limit: expected an integer, got \"one\""#, " 400"]),
    Call(arguments: "\(auditor) -X DELETE", path: "/expenses/1", says: [" 403"]),
    Call(arguments: "\(clerk) -o same.bin", path: "/expenses/1/receipt", says: [" 200"]),
    Call(
      arguments: "\(clerk) -X PUT -H 'Content-Type: image/png' --data-binary @receipt.bin",
      path: "/expenses/2/receipt", says: [#""receipt":"receipt-2""#, " 200"]),
    Call(
      arguments: "\(clerk) -X PATCH --json '{\"title\": \"Inn\"}'", path: "/expenses/1",
      says: [#""title":"Inn","amount":178"#, " 200"]),
    Call(
      arguments: "-i \(clerk)", path: "/expenses.csv",
      says: ["ontent-Type: text/csv; charset=utf-8\r\n", "1,Inn,178.0,open"]),
    Call(
      arguments: "\(clerk) -X POST", path: "/expenses/1/approval",
      says: [#""error":"Accounting.OverLimit""#, "178.0 is above the limit of 100.0", " 422"]),
    Call(arguments: "\(clerk) -X DELETE", path: "/expenses/2", says: [" 204"]),
    Call(
      arguments: "\(clerk) -H 'X-Maintenance: yes'", path: "/expenses",
      says: ["back in a minute", " 503"]),
    Call(arguments: "", path: "/rates/CHF", says: ["0.94 200"]),
    Call(arguments: "", path: "/admin/health", says: [#""status":"ok""#, " 200"]),
    Call(
      arguments: clerk, path: "/admin/routes",
      says: [#""openapi":"3.1"#, #""/expenses/{id}/receipt""#, " 200"]),
    Call(arguments: clerk, path: "/admin/context", says: [#""memorySize":256"#, "clerk", " 200"]),
    Call(
      arguments: "-i -X OPTIONS \(intranet) -H 'Access-Control-Request-Method: POST'",
      path: "/expenses", says: ["llow-Origin: https://intranet.example.com\r\n", "POST"]),
    Call(
      arguments: "-i \(intranet)", path: "/categories",
      says: ["llow-Origin: https://intranet.example.com\r\n", "X-Request-Id: "]),
  ]

  @Test func `A client of HTTP uses all that a service can have`() async throws {
    try await Program.prepareServices()
    let folder = try Program.temporaryFolder()
    let bytes = Data((0...255).map { UInt8($0) })
    try bytes.write(to: folder.appending(path: "receipt.bin"))
    let service = Program.package.appending(path: "sessions/services/accounting.swift").path
    let server = try await RunningServer([service, "--stage", "strict"], in: folder)
    for call in Self.calls {
      let path = call.path.replacing("/dev/", with: "/strict/")
      let result = try await Program.shell(
        "curl -s -m 60 -w ' %{http_code}' \(call.arguments) '\(server.address)\(path)'",
        in: folder)
      for text in call.says {
        #expect(result.output.contains(text), "\(call): \(result.output)\(server.text)")
      }
    }
    #expect(try Data(contentsOf: folder.appending(path: "same.bin")) == bytes)
    #expect(await server.interrupt() == 0)
  }
}
