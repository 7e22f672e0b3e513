import Testing

/// Whole sessions typed into a terminal, line for line.
@Suite struct TranscriptTests {
  @Test(arguments: ["first-session", "mistakes", "working"])
  func `a session prints what its transcript says`(_ name: String) async throws {
    try await Program.prepareServices()
    let transcript = try Transcript(name)
    try await Screen.open { screen in
      for line in transcript.inputs { try await screen.converse(line) }
      try transcript.expect(try await screen.contents())
    }
  }
}
