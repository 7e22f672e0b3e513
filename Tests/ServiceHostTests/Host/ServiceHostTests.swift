import FoundationEssentials
import Glibc
import JSON
import ServiceModel
import Testing

@testable import ServiceHost

@Suite(.enabled(if: FaultService.isAvailable, FaultService.reason), .timeLimit(.minutes(15)))
struct ServiceHostTests {
  @Test func `a call gets the answer of its service`() async throws {
    let fault = try await FaultService()
    let first = await fault.call("echo", ["x": [1, 2.5, "é"]])
    #expect(first.answer == ["do": "echo", "x": [1, 2.5, "é"]])
    #expect(first.startDuration != nil)
    let second = await fault.call("echo")
    #expect(second.startDuration == nil)
    await fault.end()
  }

  @Test func `a process is used again, and calls at a time get their own`() async throws {
    let fault = try await FaultService()
    let one = await fault.call("pid").answer
    #expect(await fault.call("pid").answer == one)
    let gate = try Gate(in: fault.folder)
    async let a = fault.call("wait", gate.event)
    async let b = fault.call("wait", gate.event)
    await fault.wait(forLine: "waiting", count: 2)
    gate.pass(2)
    let pids = await [a.answer, b.answer]
    #expect(pids[0] != nil && pids[0] != pids[1])
    await fault.end()
  }

  @Test func `more calls than processes wait`() async throws {
    let fault = try await FaultService { $0.processLimit = 2 }
    let gate = try Gate(in: fault.folder)
    let pids = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<6 { group.addTask { await fault.call("wait", gate.event).answer?.intValue } }
      await fault.wait(forLine: "waiting", count: 2)
      gate.pass(6)
      return await group.reduce(into: [Int?]()) { $0.append($1) }
    }
    #expect(pids.count == 6)
    #expect(!pids.contains(nil))
    #expect(Set(pids).count == 2)
    await fault.end()
  }

  @Test func `calls that come when too many wait are refused`() async throws {
    let fault = try await FaultService {
      $0.processLimit = 1
      $0.queueLimit = 0
    }
    let gate = try Gate(in: fault.folder)
    #expect(await fault.call("echo").answer == ["do": "echo"])
    async let running = fault.call("wait", gate.event)
    await fault.wait(forLine: "waiting")
    let refused = await fault.call("echo")
    #expect(refused.errorType == "Lambda.TooManyRequestsException")
    #expect(refused.errorMessage == "Rate Exceeded: too many calls of fault wait for a process")
    gate.pass(1)
    #expect(await running.answer != nil)
    await fault.end()
  }

  @Test(arguments: [
    ("exit", "Runtime.ExitError", "fault ended with exit code 7 in the call\n  | giving up"),
    ("signal", "Runtime.ExitError", "fault was ended by signal 11 (SIGSEGV) in the call"),
    (
      "hang", "Sandbox.Timedout",
      "fault did not answer within 1 s, and was ended: Task timed out after 1.00 seconds\n  | hanging"
    ),
    (
      "garbage", "Runtime.InvalidResponse",
      "fault answered with no JSON: expected a value at byte 0: <html>"
    ),
    ("error", "Shop.SoldOut", "no more"),
    ("badError", "Shop.Bad", "just text"),
    (
      "skip", "Runtime.InvalidStateTransition",
      "fault asked for the next call without answering this one"
    ),
    (
      "truncate", "Runtime.TruncatedResponse",
      "fault closed the connection before its answer was complete"
    ),
  ])
  func `a failure is the error of its call, and the next call works`(
    action: String, type: String, message: String
  ) async throws {
    let fault = try await FaultService()
    let invocation = await fault.call(action, timeout: action == "hang" ? .seconds(1) : nil)
    #expect(invocation.errorType == type)
    #expect(invocation.errorMessage == message)
    #expect(await fault.call("echo").answer == ["do": "echo"])
    await fault.end()
  }

  @Test func `an empty answer is no JSON`() async throws {
    let fault = try await FaultService()
    #expect(await fault.call("empty").errorType == "Runtime.InvalidResponse")
    await fault.end()
  }

  @Test func `five megabytes are answered, seven are refused`() async throws {
    let fault = try await FaultService()
    let big = await fault.call("big", ["size": 5_000_000])
    #expect(big.answer?.stringValue?.utf8.count == 5_000_000)
    let tooBig = await fault.call("big", ["size": 7_000_000])
    #expect(tooBig.errorType == "Function.ResponseSizeTooLarge")
    #expect(
      tooBig.errorMessage
        == "fault answered too much: Response payload size (7000002 bytes) exceeded maximum "
        + "allowed payload size (6291556 bytes).")
    #expect(await fault.call("echo").answer == ["do": "echo"])
    let payload = JSONValue.string(String(repeating: "x", count: 6_300_000))
    let request = await fault.host.invoke("fault", payload: ["x": payload])
    #expect(request.errorType == "Lambda.RequestTooLargeException")
    #expect(
      request.errorMessage
        == "the call of fault has 6300008 bytes: Request must be smaller than 6291456 bytes for "
        + "the InvokeFunction operation")
    await fault.end()
  }

  @Test func `the first of two answers counts`() async throws {
    let fault = try await FaultService()
    #expect(await fault.call("twice").answer == "first")
    #expect(await fault.call("last").answer == 403)
    #expect(
      await fault.lines.contains("answered twice; the second answer was dropped"))
    #expect(await fault.call("wrong").answer == 400)
    await fault.end()
  }

  @Test func `a service that ends on start fails its calls with its last words`() async throws {
    let fault = try await FaultService("exit")
    for _ in 0..<2 {
      let invocation = await fault.call("echo")
      #expect(invocation.errorType == "Runtime.ExitError")
      #expect(
        invocation.errorMessage
          == "fault ended with exit code 3 before it was ready\n  | no database")
    }
    await fault.end()
  }

  @Test func `a service that hangs on start is ended`() async throws {
    let description = ServiceDescription(name: "idler")
    let bundled = BundledService(
      executable: "/bin/sh", arguments: ["-c", "echo thinking; exec sleep 600"],
      description: description)
    var configuration = HostConfiguration(cacheDirectory: "/tmp", bundled: ["idler": bundled])
    configuration.startTimeout = .seconds(2)
    let host = ServiceHost(configuration)
    _ = try await host.load(.bundled("idler"))
    let invocation = await host.invoke("idler", payload: nil)
    #expect(invocation.errorType == "Sandbox.Timedout")
    #expect(
      invocation.errorMessage
        == "idler was not ready 2 s after its start, and was ended\n  | thinking")
    await host.shutdown()
  }

  @Test func `an init error is the error of the call`() async throws {
    let fault = try await FaultService("init")
    let invocation = await fault.call("echo")
    #expect(invocation.errorType == "Runtime.ImportModuleError")
    #expect(invocation.errorMessage == "no module shop")
    await fault.end()
  }

  @Test func `a program that does not exist is an error of the call`() async throws {
    let description = ServiceDescription(name: "ghost")
    let bundled = BundledService(executable: "/nowhere/ghost", description: description)
    let host = ServiceHost(
      HostConfiguration(cacheDirectory: "/tmp", bundled: ["ghost": bundled]))
    _ = try await host.load(.bundled("ghost"))
    let invocation = await host.invoke("ghost", payload: nil)
    #expect(invocation.errorType == "Runtime.InvalidEntrypoint")
    #expect(
      invocation.errorMessage == "ghost could not be started: No such file or directory")
    await host.shutdown()
  }

  @Test func `a call of an unknown service is an error`() async {
    let host = ServiceHost(HostConfiguration(cacheDirectory: "/tmp"))
    let invocation = await host.invoke("nobody", payload: nil)
    #expect(invocation.errorType == "Lambda.ResourceNotFoundException")
    await host.shutdown()
  }

  @Test func `a cancelled call ends at once and its process with it`() async throws {
    let fault = try await FaultService()
    let pid = try #require(await fault.call("pid").answer?.intValue)
    let task = Task { await fault.call("hang") }
    await fault.wait(forLine: "hanging")
    task.cancel()
    #expect(await task.value.errorType == "Host.Cancelled")
    #expect(await eventually { !isAlive(pid) })
    #expect(await fault.call("echo").answer == ["do": "echo"])
    await fault.end()
  }

  @Test func `a call whose task is cancelled already does not begin`() async throws {
    let fault = try await FaultService()
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await fault.call("echo")
    }
    #expect(await task.value.errorType == "Host.Cancelled")
    await fault.end()
  }

  @Test func `what a service prints in a call is the log of that call`() async throws {
    let fault = try await FaultService()
    #expect(await fault.call("log").logs == ["one", "two", "three"])
    #expect(await fault.call("echo").logs == [])
    #expect(await fault.lines == ["one", "two", "three"])
    await fault.end()
  }

  @Test func `a flood of lines takes limited memory`() async throws {
    let fault = try await FaultService()
    let invocation = await fault.call("flood", ["lines": 200_000])
    #expect(invocation.answer == .null)
    let logs = await fault.host.logs(of: "fault")
    #expect(logs.count == 1_000)
    #expect(logs.last?.number == 200_000)
    #expect(logs.last?.text == "line 199999")
    await fault.end()
  }

  @Test(arguments: ["leak", "leakElsewhere"])
  func `a service that takes a gigabyte is ended`(action: String) async throws {
    let fault = try await FaultService()
    let invocation = await fault.call(action)
    #expect(invocation.errorType == "Runtime.OutOfMemory")
    let message = try #require(invocation.errorMessage)
    #expect(message.hasPrefix("fault used "))
    #expect(
      message.hasSuffix(
        " MB of its 256 MB, and was ended: Runtime exited with error: signal: killed"))
    #expect(await fault.call("echo").answer == ["do": "echo"])
    await fault.end()
  }

  @Test func `a service that never stops printing is ended like one that hangs`() async throws {
    let fault = try await FaultService()
    let invocation = await fault.call("drown", timeout: .seconds(1))
    #expect(invocation.errorType == "Sandbox.Timedout")
    #expect(invocation.logs.count <= 1_000)
    #expect(await fault.call("echo").answer == ["do": "echo"])
    await fault.end()
  }

  @Test func `what is no text on standard output is a line of the log`() async throws {
    let fault = try await FaultService()
    let invocation = await fault.call("binary")
    #expect(invocation.answer == .null)
    #expect(invocation.logs.count == 3)
    #expect(invocation.logs.last?.hasSuffix("\u{FFFD}\u{FFFD}<html>") == true)
    await fault.end()
  }

  @Test func `a service sees Lambda's variables and nothing of its host`() async throws {
    setenv("CWS_TEST_SECRET", "hidden", 1)
    let fault = try await FaultService { $0.environment["GREETING"] = "hello" }
    let environment = await fault.call("env").answer
    #expect(environment?["AWS_LAMBDA_FUNCTION_NAME"] == "fault")
    #expect(environment?["TZ"] == ":UTC")
    #expect(environment?["GREETING"] == "hello")
    #expect(environment?["CWS_TEST_SECRET"] == nil)
    #expect(environment?["HOME"] == nil)
    await fault.end()
  }

  @Test func `a call comes with Lambda's headers`() async throws {
    let fault = try await FaultService()
    let before = Duration.sinceEpoch.milliseconds
    let headers = await fault.call("headers", timeout: .seconds(5)).answer
    let after = Duration.sinceEpoch.milliseconds
    #expect(headers?["Lambda-Runtime-Aws-Request-Id"]?.stringValue?.count == 36)
    #expect(
      headers?["Lambda-Runtime-Invoked-Function-Arn"]
        == "arn:aws:lambda:eu-west-1:000000000000:function:fault")
    let deadline = try #require(Int64(headers?["Lambda-Runtime-Deadline-Ms"]?.stringValue ?? ""))
    #expect((before + 5_000...after + 5_000).contains(deadline))
    #expect(headers?["Lambda-Runtime-Trace-Id"]?.stringValue?.hasPrefix("Root=1-") == true)
    await fault.end()
  }

  @Test func `a process that ends after its answer is replaced`() async throws {
    let fault = try await FaultService()
    for _ in 0..<3 { #expect(await fault.call("quit").answer == .null) }
    #expect(await fault.call("disconnect").answer == .null)
    #expect(await fault.call("echo").answer == ["do": "echo"])
    await fault.end()
  }

  @Test func `an unloaded service finishes its call and ends`() async throws {
    let fault = try await FaultService()
    let pid = try #require(await fault.call("pid").answer?.intValue)
    let gate = try Gate(in: fault.folder)
    async let running = fault.call("wait", gate.event)
    await fault.wait(forLine: "waiting")
    await fault.host.unload("fault")
    #expect(await fault.call("echo").errorType == "Lambda.ResourceNotFoundException")
    gate.pass(1)
    #expect(await running.answer?.intValue == pid)
    #expect(await eventually { !isAlive(pid) })
    await fault.end()
  }

  @Test func `a reloaded service gets new processes`() async throws {
    let fault = try await FaultService()
    let before = await fault.call("pid").answer
    _ = try await fault.host.reload("fault")
    let after = await fault.call("pid").answer
    #expect(after != nil && after != before)
    await fault.end()
  }

  @Test func `shutting down ends running calls, processes and their children`() async throws {
    let fault = try await FaultService()
    let pid = try #require(await fault.call("pid").answer?.intValue)
    let child = try #require(await fault.call("child").answer?.intValue)
    async let running = fault.call("hang")
    await fault.wait(forLine: "hanging")
    await fault.host.shutdown()
    #expect(await running.errorType == "Host.Stopped")
    #expect(!isAlive(pid))
    #expect(await eventually { !isAlive(child) })
    #expect(await fault.call("echo").errorType == "Host.Stopped")
    await fault.end()
  }

  @Test func `the time of calls can be measured`() async throws {
    let fault = try await FaultService()
    let report = try await fault.host.measureLatency(of: "fault", payload: [:], count: 100)
    #expect(report.count == 100)
    #expect(report.minimum <= report.median)
    #expect(report.median <= report.p99)
    #expect(report.p99 <= report.maximum)
    await #expect(throws: ServiceHostError.self) {
      try await fault.host.measureLatency(of: "fault", payload: ["do": "error"])
    }
    await fault.end()
  }
}

/// Whether the process `pid` runs.
func isAlive(_ pid: Int) -> Bool {
  guard kill(pid_t(pid), 0) == 0 else { return false }
  let status = FileManager.default.contents(atPath: "/proc/\(pid)/stat") ?? Data()
  return !String(decoding: status, as: UTF8.self).contains(") Z ")
}

/// Whether `condition` comes true within a minute.
func eventually(_ condition: () -> Bool) async -> Bool {
  for _ in 0..<3_000 {
    if condition() { return true }
    try? await Task.sleep(for: .milliseconds(20))
  }
  return false
}
