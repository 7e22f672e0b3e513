import FoundationEssentials
import Glibc
import JSON
import ServiceModel
import Testing

@testable import ServiceHost

/// What can be set while services run: the stage, the most processes; and what services are given.
@Suite(.enabled(if: FaultService.isAvailable, FaultService.reason), .timeLimit(.minutes(15)))
struct SettingsTests {
  /// Loads the fault service as a program of its own, which has `files` beside it.
  private func load(_ files: [String: String]) async throws -> FaultService {
    let fault = try await FaultService()
    for (name, text) in files { try Files.write(Array(text.utf8), to: fault.folder + "/" + name) }
    chmod(fault.program, 0o755)
    do {
      _ = try await fault.host.load(.executable(path: fault.program), as: "fault")
    } catch {
      await fault.end()
      throw error
    }
    return fault
  }

  @Test func `a service gets the variables of its stage`() async throws {
    let fault = try await load([".env": "A=1\nB=2", ".env.prod": "B=3"])
    let development = await fault.call("env").answer
    #expect(development?["A"] == "1")
    #expect(development?["B"] == "2")
    try await fault.host.setStage("prod")
    let production = await fault.call("env").answer
    #expect(production?["A"] == "1")
    #expect(production?["B"] == "3")
    #expect(await fault.host.stage == "prod")
    await fault.end()
  }

  @Test func `a call that runs when the stage changes is finished`() async throws {
    let fault = try await load([".env.prod": "A=1"])
    let gate = try Gate(in: fault.folder)
    async let running = fault.call("wait", gate.event)
    await fault.wait(forLine: "waiting")
    try await fault.host.setStage("prod")
    let other = await fault.call("env").answer
    #expect(other?["A"] == "1")
    gate.pass(1)
    let pid = try #require(await running.answer?.intValue)
    #expect(await eventually { !isAlive(pid) })
    await fault.end()
  }

  @Test func `a wrong file of another stage is an error, and the stage stays`() async throws {
    let fault = try await load([".env.prod": "A"])
    let error = await #expect(throws: ServiceHostError.self) {
      try await fault.host.setStage("prod")
    }
    #expect(error?.message == "\(fault.folder)/.env.prod:1: expected = after A")
    #expect(await fault.host.stage == "dev")
    let name = await #expect(throws: ServiceHostError.self) {
      try await fault.host.setStage("../x")
    }
    #expect(name?.message == "\"../x\" cannot be the name of a stage")
    await fault.end()
  }

  @Test func `a wrong file is an error of the load`() async throws {
    let error = await #expect(throws: ServiceHostError.self) { try await load([".env": "A=${B}"]) }
    #expect(error?.code == .environment)
  }

  @Test func `processes over a new limit end when they are idle`() async throws {
    let fault = try await FaultService()
    let gate = try Gate(in: fault.folder)
    async let a = fault.call("wait", gate.event)
    async let b = fault.call("wait", gate.event)
    await fault.wait(forLine: "waiting", count: 2)
    await fault.host.setProcessLimit(1)
    gate.pass(2)
    let pids = await [a.answer?.intValue, b.answer?.intValue].compactMap { $0 }
    #expect(pids.count == 2)
    #expect(await eventually { pids.count { isAlive($0) } == 1 })
    let left = await fault.call("pid").answer?.intValue
    #expect(pids.contains(left ?? 0))
    await fault.end()
  }

  @Test func `memory and time are those of the service's function`() async throws {
    let function = FunctionConfiguration(memoryMegabytes: 64, timeoutSeconds: 1)
    let fault = try await FaultService(
      description: ServiceDescription(name: "fault", function: function))
    #expect(await fault.call("env").answer?["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] == "64")
    let slow = await fault.call("hang", timeout: .seconds(60))
    #expect(slow.errorMessage?.hasPrefix("fault did not answer within 1 s") == true)
    let big = await fault.call("leak")
    #expect(big.errorMessage?.contains(" MB of its 64 MB") == true)
    await fault.end()
  }
}
