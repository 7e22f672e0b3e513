import ArgumentParser
import Foundation
import Shell

/// `cws check FILE…`: runs sessions again and compares.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run saved sessions again and compare what they print with what they say.",
    discussion: "`...` in an output matches anything. The exit code is 1 on any difference.")

  @Argument(help: "The sessions.", completion: .file())
  var files: [String]

  @Option(help: "Write the results to this file in JUnit's XML.", completion: .file())
  var junit: String?

  func run() async throws {
    let reports = await checkAll()
    try writeReport(of: reports)
    if reports.contains(where: { !$0.isPassed }) { throw ExitCode.failure }
  }

  /// Runs all sessions again.
  private func checkAll() async -> [CheckReport] {
    var reports: [CheckReport] = []
    for file in files { reports.append(await Self.check(file)) }
    return reports
  }

  /// Writes the report in XML, if it is wanted.
  private func writeReport(of reports: [CheckReport]) throws {
    guard let junit else { return }
    do throws(FileFailure) {
      try LocalFiles().write(Array(JUnitReport(reports).xml.utf8), to: junit)
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// Runs one session again and prints what differs.
  private static func check(_ file: String) async -> CheckReport {
    let runtime = Runtime.script { _ in }
    let report = await runtime.session.check(file)
    await runtime.close()
    let isColored = StandardStreams.isColored(.output)
    StandardStreams.write(report.text.rendered(isColored: isColored) + "\n", to: .output)
    return report
  }
}
