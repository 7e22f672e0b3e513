import Shell
import Synchronization

/// A session with fakes around it, whose output is kept.
struct TestSession {
  /// The files.
  let files: FakeFiles

  /// The session.
  let session: Session

  /// What has been printed.
  private let outputs: Outputs

  init(files: FakeFiles = FakeFiles()) {
    self.files = files
    let outputs = Outputs()
    self.outputs = outputs
    session = Session(
      surroundings: Session.Surroundings(
        services: FakeServices(), files: files, now: { 1_767_225_600_000 }, progress: { _ in },
        bundledServices: [("template", "Renders texts.")])
    ) { outputs.add($0) }
  }

  /// Enters lines one after the other.
  ///
  /// - Returns: What they print, as it is kept in files; passing remarks too.
  @discardableResult
  func enter(_ text: String) async -> String {
    outputs.clear()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      _ = await session.enter(String(line))
    }
    return outputs.text
  }

  /// Enters the lines that make the sample services known.
  func loadServices() async {
    await enter("load inventory.swift payments.swift")
  }
}

/// Outputs in the order in which they came.
private final class Outputs: Sendable {
  private let all = Mutex<[Output]>([])

  func add(_ output: Output) { all.withLock { $0.append(output) } }

  func clear() { all.withLock { $0 = [] } }

  var text: String {
    all.withLock { outputs in
      outputs.map { $0.kept ?? $0.text(width: 100, isColored: false) }.joined(separator: "\n")
    }
  }
}
