import JSON
import StatesExecution
import StatesLanguage
import Testing

/// A machine in a file with what is expected of it.
///
/// Chunks are separated by lines `--- NAME`. A chunk is the JSON of a machine's states, of which
/// `A` is the first, and directives: `#! input JSON`, `#! task STATE JSON`,
/// `#! task STATE error NAME CAUSE`, `#! object BUCKET KEY CONTENT`, `#! succeeded JSON`, `#! failed NAME: CAUSE`, `#! after 3s`,
/// and events as `#! ID<PREVIOUS TYPE STATE`, which must be all if there is one.
struct MachineFixture: CustomTestStringConvertible {
  /// The file and the chunk.
  var testDescription: String

  /// The machine's states as JSON.
  var states = ""

  /// Further members of the machine.
  var members: [(key: String, value: JSONValue)] = []

  /// The input.
  var input: JSONValue = [:]

  /// The outcomes of calls by state.
  var tasks: [String: [TaskOutcome]] = [:]

  /// The objects in S3, by bucket and key.
  var objects: [String: [String: [UInt8]]] = [:]

  /// The line that tells the outcome.
  var outcome = ""

  /// The lines that tell the events.
  var events: [String] = []

  /// The duration, if it is told.
  var duration: Duration?

  /// The fixtures of the file `name`.
  static func all(in name: String) throws -> [MachineFixture] {
    let text = try TestFiles.text("Fixtures/\(name).fixture")
    var fixtures: [MachineFixture] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("--- ") {
        fixtures.append(MachineFixture(testDescription: "\(name): \(line.dropFirst(4))"))
      } else if let last = fixtures.indices.last {
        try fixtures[last].add(String(line))
      }
    }
    return fixtures
  }

  /// The machine.
  func machine() throws -> StateMachine {
    let json = try JSONReader.read("{\(states)}")
    let definition: JSONValue = .object(
      [("QueryLanguage", "JSONata"), ("StartAt", "A"), ("States", json)] + members)
    return try StateMachine(json: definition)
  }

  // MARK: -

  /// Adds a line.
  private mutating func add(_ line: String) throws {
    guard line.hasPrefix("#! ") else {
      states += line + "\n"
      return
    }
    let rest = line.dropFirst(3)
    let word = rest.prefix { $0 != " " }
    let text = String(rest.dropFirst(word.count).drop { $0 == " " })
    switch word {
    case "input": input = try JSONReader.read(text)
    case "machine": members = try JSONReader.read(text).objectValue?.members ?? []
    case "task": try addTask(text)
    case "object":
      let words = text.split(separator: " ", maxSplits: 2).map(String.init)
      objects[words[0], default: [:]][words[1]] = Array(
        words[2].replacing("\\n", with: "\n").utf8)
    case "after": duration = .milliseconds(Int64((Double(text.dropLast()) ?? 0) * 1_000))
    case "succeeded", "failed", "timedOut": outcome = String(rest)
    default: events.append(String(rest))
    }
  }

  /// Adds the outcome of a call.
  private mutating func addTask(_ text: String) throws {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    let answer = words.count > 1 ? words[1] : "null"
    if answer.hasPrefix("error ") {
      let parts = answer.dropFirst(6).split(separator: " ", maxSplits: 1).map(String.init)
      tasks[words[0], default: []].append(
        .failure(parts[0], cause: parts.count > 1 ? parts[1] : nil))
    } else if answer.hasPrefix("never") {
      tasks[words[0], default: []].append(.success(nil, duration: .seconds(1_000_000)))
    } else {
      tasks[words[0], default: []].append(.success(try JSONReader.read(answer)))
    }
  }
}
