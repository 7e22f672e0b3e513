import Glibc
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
    #expect(await eventually { !isAlive(Int(sentinel.pid)) })
    #expect(isAlive(Int(children[1].pid)))
    children[1].send(9)
    #expect(await eventually { !isAlive(Int(children[1].pid)) })
  }

  @Test func `what a process started in a group of its own ends too`() async throws {
    let sentinel = try Sentinel()
    let pipe = try DescriptorPair.pipeFromChild()
    let program = ChildProcess.Program(
      executable: "/bin/sh", arguments: ["-c", "set -m; sleep 600 & echo $!; wait"],
      environment: ["PATH": "/usr/bin:/bin"], workingDirectory: "/")
    let null = NullDevice.descriptor
    let child = try ChildProcess(program, input: null, output: pipe.child, error: null) { _, _ in }
    sentinel.watch(child.pid)
    close(pipe.child)
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(pipe.own, &bytes, bytes.count)
    close(pipe.own)
    let text = String(decoding: bytes.prefix(max(0, count - 1)), as: UTF8.self)
    let grandchild = try #require(Int(text))
    #expect(isAlive(grandchild))
    sentinel.dismiss()
    #expect(await eventually { !isAlive(grandchild) && !isAlive(Int(child.pid)) })
  }
}
