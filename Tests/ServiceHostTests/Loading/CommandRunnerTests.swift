import Testing

@testable import ServiceHost

@Suite struct CommandRunnerTests {
  @Test func `cancelling a command ends what it put into groups of their own`() async throws {
    let (lines, continuation) = AsyncStream.makeStream(of: String.self)
    let task = Task {
      try await CommandRunner().run("sh", ["-c", "set -m; sleep 600 & echo $!; wait"]) {
        continuation.yield($0)
      }
    }
    var started: Int?
    for await line in lines {
      started = Int(line)
      break
    }
    let process = try #require(started)
    #expect(isAlive(process))
    task.cancel()
    let error = await #expect(throws: ServiceHostError.self) { try await task.value }
    #expect(error?.code == .cancelled)
    #expect(await eventually { !isAlive(process) })
  }
}
