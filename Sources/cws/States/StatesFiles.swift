import ArgumentParser
import Diagnostics
import Foundation
import JSON
import Shell
import StatesExecution
import StatesLanguage

/// The texts and files that the commands for state machines read, and what they print.
enum StatesFiles {
  /// The text of the file at `path`; `-` is standard input.
  static func text(in path: String) throws -> String {
    if path == "-" {
      return String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
    }
    do throws(FileFailure) {
      return try LocalFiles().readText(path)
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// The JSON in the file at `path`.
  static func json(in path: String) throws -> JSONValue {
    try json(try text(in: path), called: path)
  }

  /// The JSON of an option: written out, or in the file behind a `@`.
  static func argument(_ text: String) throws -> JSONValue {
    text.hasPrefix("@") ? try json(in: String(text.dropFirst())) : try json(text, called: text)
  }

  /// The value of `text`; a mistake is said of `name`.
  private static func json(_ text: String, called name: String) throws -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONReader.read(text)
    } catch {
      let position = SourceFile(name: name, text: text).position(at: error.offset)
      throw ValidationError(
        "\(name) is no JSON: \(error.message) (line \(position.line), column \(position.column))")
    }
  }

  /// The moment that an option names.
  static func time(_ text: String) throws -> Timestamp {
    guard let time = Timestamp(text) else {
      throw ValidationError("`\(text)` is no time like 2026-01-31T12:00:00Z")
    }
    return time
  }

  /// The moment that is now.
  static var now: Timestamp {
    let seconds = Date().timeIntervalSince1970
    return Timestamp(
      seconds: Int64(seconds), nanoseconds: Int64(seconds.truncatingRemainder(dividingBy: 1) * 1e9))
  }

  /// What Step Functions says of the definition in the file at `path`.
  static func validation(of path: String, type: MachineType) throws -> DefinitionValidation {
    DefinitionValidation(try text(in: path), type: type)
  }

  /// `machine` made ready to run.
  static func program(of machine: StateMachine) throws -> Program {
    do {
      return try Program(machine)
    } catch {
      throw ValidationError(error.elements.map(\.message).joined(separator: "\n"))
    }
  }

  // MARK: - Printing

  /// Prints `value` on standard output.
  static func print(_ value: JSONValue) {
    StandardStreams.write(JSONWriter.indented(value) + "\n", to: .output)
  }

  /// The most findings that are printed, as many as the service tells of.
  private static let shownFindings = 100

  /// Prints what was found in the definition at `path`.
  static func print(
    _ validation: DefinitionValidation, of path: String, to channel: TerminalChannel
  ) {
    let renderer = DiagnosticRenderer(isColored: StandardStreams.isColored(channel))
    let file = SourceFile(name: path, text: validation.text)
    let shown = validation.diagnostics(limit: shownFindings)
    StandardStreams.write(renderer.render(shown, in: file), to: channel)
    let rest = validation.findings.count - shownFindings
    if rest > 0 { StandardStreams.write("and \(rest) more\n", to: channel) }
  }
}
