import Testing

@testable import ServiceHost

@Suite struct SentinelTests {
  @Test func `what is watched over ends with the connection, the rest stays`() async throws {
    let sentinel = try Sentinel()
    let program = ChildProcess.Program(
      executable: "/bin/sleep", arguments: ["600"], environment: [:], workingDirectory: "/")
    let null = NullDevice.descriptor
    let children = try (0..<3).map { _ in
      try ChildProcess(program, input: null, output: null, error: null) { _, _ in }
    }
    for child in children { sentinel.watch(child.pid) }
    sentinel.forget(children[1].pid)
    sentinel.dismiss()
    #expect(await eventually { !isAlive(Int(children[0].pid)) && !isAlive(Int(children[2].pid)) })
    #expect(isAlive(Int(children[1].pid)))
    children[1].send(9)
    #expect(await eventually { !isAlive(Int(children[1].pid)) })
  }
}
