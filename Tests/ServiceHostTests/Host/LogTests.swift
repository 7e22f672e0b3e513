import JSON
import Testing

@testable import ServiceHost

@Suite(.enabled(if: FaultService.isAvailable, FaultService.reason), .timeLimit(.minutes(15)))
struct LogTests {
  @Test func `a line tells its process and its call`() async throws {
    let fault = try await FaultService()
    let pid = try #require(await fault.call("pid").answer?.intValue)
    _ = await fault.call("log")
    let lines = await fault.host.logs(of: "fault")
    #expect(lines.map(\.text) == ["one", "two", "three"])
    #expect(lines.map(\.number) == [1, 2, 3])
    #expect(lines.allSatisfy { $0.process == Int32(pid) })
    let calls = Set(lines.map(\.call))
    #expect(calls.count == 1)
    #expect(calls.first??.count == 36)
    await fault.end()
  }

  @Test func `new lines can be followed, across reloads, until the host ends`() async throws {
    let fault = try await FaultService()
    _ = await fault.call("log")
    let all = await fault.host.logStream(of: "fault", fromStart: true)
    let new = await fault.host.logStream(of: "fault")
    _ = try await fault.host.reload("fault")
    _ = await fault.call("log")
    await fault.end()
    #expect(await all.reduce(into: []) { $0.append($1.number) } == Array(1...6))
    #expect(await new.reduce(into: []) { $0.append($1.number) } == Array(4...6))
    let late = await fault.host.logStream(of: "fault", fromStart: true)
    #expect(await late.first { _ in true } == nil)
  }
}
