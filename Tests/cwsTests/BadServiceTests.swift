import Foundation
import Testing

/// Services that fail in every way: each gives a clear error, and the session goes on.
@Suite(.serialized) struct BadServiceTests {
  /// Enters `lines` and a last one, whose output shows that the session goes on.
  private func enter(_ lines: String..., status: Int32 = 1) async throws -> Program.Result {
    try await Program.prepareServices()
    let script = lines + ["set timeout 30s", #""still here""#]
    let result = try await Program.run(
      [], input: script.joined(separator: "\n"), in: BadServices.folder)
    #expect(result.output.hasSuffix("\"still here\"\n"), "\(result.output.suffix(300))")
    #expect(result.status == status)
    return result
  }

  @Test func `one that does not compile is shown with file, line, column and caret`() async throws {
    let result = try await enter("load broken.swift")
    #expect(
      result.error.contains(
        """
        broken.swift:6:33: error: cannot convert return expression of type 'String' to return type \
        'Int'
            @Entry func getOne() -> Int { "one" }
                                          ^
        """), "\(result.error)")
  }

  @Test func `one that crashes on start tells why, and the others are loaded`() async throws {
    let result = try await enter("load crash.swift starts.swift nowhere.swift", "GET crash/fine")
    #expect(result.error.contains("starts.swift:6: Fatal error: no way in"), "\(result.error)")
    #expect(result.error.contains("no file `nowhere.swift`"))
    #expect(result.output.hasPrefix("crash  GET /fine  GET /boom\n1\n"), "\(result.output)")
  }

  @Test func `one that crashes in a call is started again for the next`() async throws {
    let result = try await enter(
      "load crash.swift", "GET crash/fine", "GET crash/boom", "GET crash/fine")
    #expect(result.error.contains("Runtime.ExitError"), "\(result.error)")
    #expect(result.error.contains("crash.swift:6: Fatal error: no way out"), "\(result.error)")
    #expect(!result.error.contains("stack trace"))
    #expect(result.output.contains("\n1\n1\n"))
  }

  @Test(arguments: ["never", "busy"])
  func `one that does not answer is ended after the timeout`(_ route: String) async throws {
    let result = try await enter(
      "load slow.swift", "set timeout 500ms", "GET slow/\(route)", "set timeout 30s",
      "GET slow/fine")
    #expect(result.error.contains("slow did not answer within 500 ms"), "\(result.error)")
    #expect(result.output.contains("\n1\n"))
  }

  @Test func `5 MB are an answer, and more than Lambda takes is an error`() async throws {
    let result = try await enter(
      "load big.swift", "text = GET big/text/5000000", "$length($text)", "GET big/text/7000000",
      "GET big/fine")
    #expect(result.output.contains("\n5000000\n1\n"))
    #expect(result.error.contains("Function.ResponseSizeTooLarge"), "\(result.error.suffix(500))")
  }

  @Test func `what is no JSON, or no answer, is an error of the call`() async throws {
    let result = try await enter(
      "load garbage.swift", "GET garbage/text", "GET garbage/shape", "GET garbage/text")
    #expect(result.error.contains("<html>no</html>"), "\(result.error)")
  }

  @Test func `errors of a service end a workflow's step, and can be caught`() async throws {
    let result = try await enter(
      "load crash.swift", "workflow w", "boom = GET crash/boom", "catch Runtime.ExitError",
      #"  return {"caught": $error.Error}"#, "end", "end", "run w", status: 0)
    #expect(
      result.output.contains(#"{ "caught": "Runtime.ExitError" }"#),
      "\(result.output)\n\(result.error)")
  }
}
