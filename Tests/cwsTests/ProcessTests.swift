import Foundation
import Testing

/// The processes of services end with the shell, however it ends.
@Suite(.serialized) struct ProcessTests {
  @Test(arguments: [SIGKILL, SIGTERM, SIGHUP, SIGINT])
  func `no service is left when the shell is ended by a signal`(_ signal: Int32) async throws {
    try await Program.prepareServices()
    let shell = try RunningShell(lines: ["load template", "load \(BadServices.file("slow"))"])
    defer { shell.close() }
    try shell.enter(#"POST template/render template="a" context:={}"#)
    try shell.enter("GET slow/fine")
    try await shell.wait(forOutput: "\"a\"\n1\n")
    try shell.enter("GET slow/never")
    try await Task.sleep(for: .milliseconds(200))
    let services = LiveProcess.descendants(of: shell.id)
    #expect(services.count >= 2)
    kill(shell.id, signal)
    try await expectEnd(of: services)
  }

  @Test func `no service is left after the end of the input`() async throws {
    let shell = try RunningShell(lines: ["load template"])
    try shell.enter(#"POST template/render template="a" context:={}"#)
    try await shell.wait(forOutput: "\"a\"\n")
    let services = LiveProcess.descendants(of: shell.id)
    #expect(!services.isEmpty)
    shell.close()
    try await expectEnd(of: services)
  }

  @Test func `no service is left when the terminal is closed`() async throws {
    var services: [LiveProcess] = []
    try await Screen.open { screen in
      try await screen.converse("load template")
      try await screen.converse(#"POST template/render template="a" context:={}"#)
      try await screen.wait(for: "200 · ")
      services = LiveProcess.descendants(of: try #require(try await screen.process()))
      #expect(!services.isEmpty)
    }
    try await expectEnd(of: services)
  }

  /// Waits until none of `services` runs.
  private func expectEnd(of services: [LiveProcess]) async throws {
    let deadline = ContinuousClock.now + .seconds(15)
    while services.contains(where: \.isRunning), ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(services.filter(\.isRunning).isEmpty)
  }
}
