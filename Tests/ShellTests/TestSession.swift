import Shell
import Synchronization
import Testing

/// A session with fakes around it, whose output is kept.
struct TestSession {
  /// The files.
  let files: FakeFiles

  /// The session.
  let session: Session

  /// What has been printed.
  private let outputs: Outputs

  /// The services.
  let services = FakeServices()

  init(files: FakeFiles = FakeFiles(), isInteractive: Bool = false) {
    self.files = files
    let outputs = Outputs()
    self.outputs = outputs
    var surroundings = Session.Surroundings(
      services: services, files: files, now: { 1_767_225_600_000 }, progress: { _ in },
      bundledServices: [("template", "Renders texts.")])
    surroundings.isInteractive = isInteractive
    session = Session(surroundings: surroundings) { outputs.add($0) }
  }

  /// Enters lines one after the other.
  ///
  /// - Returns: What they print, as it is kept in files, and remarks that are not kept.
  @discardableResult
  func enter(_ text: String) async -> String {
    outputs.clear()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      _ = await session.enter(String(line))
    }
    return outputs.text
  }

  /// A session in which the sample services are known, after `lines`.
  static func loaded(files: FakeFiles = FakeFiles(), _ lines: String = "") async -> TestSession {
    let session = TestSession(files: files)
    await session.loadServices()
    if !lines.isEmpty { await session.enter(lines) }
    return session
  }

  /// Runs the cells of a file.
  ///
  /// - Returns: Whether that succeeded, and what they print.
  func run(file: String) async -> (isFine: Bool, printed: String) {
    outputs.clear()
    let isFine = await session.runFile(file)
    return (isFine, outputs.text)
  }

  /// Expects that `text`, entered line by line, prints `expected`.
  func expect(
    _ text: String, prints expected: String, at location: SourceLocation = #_sourceLocation
  ) async {
    let printed = await enter(text)
    #expect(printed == expected, sourceLocation: location)
  }

  /// What has been printed, as a terminal shows it.
  var screen: String { outputs.screen }

  /// What the next line is asked for with.
  var prompt: String {
    get async { await session.prompt.plain }
  }

  /// The source of cell `number`, with the output that belongs to it.
  func cell(_ number: Int) async -> String {
    let shown = await enter("show \(number)")
    let end = shown.firstRange(of: "\nend")
    return end.map { String(shown[..<$0.upperBound]) } ?? shown
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

  var screen: String {
    all.withLock { outputs in
      outputs.map { $0.text(width: 100, isColored: false) }.joined(separator: "\n")
    }
  }

  var text: String {
    all.withLock { outputs in
      outputs.map { $0.kept ?? $0.text(width: 100, isColored: false) }.joined(separator: "\n")
    }
  }
}
