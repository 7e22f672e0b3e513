import ArgumentParser
import Foundation
import JSON
import Shell
import StatesTesting

/// Answers cases of recorded runs, one a line.
struct BatchRun {
  /// The file with the cases; nil reads standard input.
  let file: String?

  /// Answers all cases in their order.
  func run() async throws {
    let runner = CaseRunner(functions: PythonFunctions(), now: StatesFiles.now)
    for line in try StatesFiles.text(in: file ?? "-").split(whereSeparator: \.isNewline) {
      for answer in await runner.answers(to: String(line)) {
        StandardStreams.write(JSONWriter.compact(answer) + "\n", to: .output)
      }
    }
  }
}
