import Diagnostics
import JSON
import JSONata
import ServiceModel
import SessionLanguage

/// What a session knows that can be completed: a value, so that the line editor can ask it at any
/// time.
package struct CompletionIndex: Sendable {
  /// Whether a workflow is open.
  var context: ParseContext

  /// The lines of the unfinished statement before the one that is typed.
  var pending: [String]

  /// The loaded services.
  var services: [ServiceDescription]

  /// The services that come with the tool.
  var bundledServices: [(name: String, summary: String)]

  /// The names that expressions may read, with their values where they have one.
  var variables: [(name: String, value: JSONValue?)]

  /// The steps of the open workflow.
  var steps: [String]

  /// The closed workflows.
  var workflows: [String]

  /// The cases of the sample inputs.
  var cases: [String]

  /// The fields of the sample inputs.
  var inputs: [(name: String, value: JSONValue)]

  /// The files.
  var files: any FileAccess

  /// What can stand at the UTF-8 offset `cursor` of `line`, best first.
  package func candidates(in line: String, at cursor: Int) -> [Candidate] {
    let lead = pending.map { $0 + "\n" }.joined()
    let shift = lead.utf8.count
    let place = CompletionContext.at(lead + line, offset: shift + cursor, context: context)
    guard place.range.lowerBound >= shift else { return [] }
    let range = place.range.shifted(by: -shift)
    let isQuoted = line.utf8.prefix(range.lowerBound).last.map("\"'".utf8.contains) ?? false
    return all(for: place, range: range, isQuoted: isQuoted)
      .filter { $0.text.hasPrefix(place.prefix) }
  }

  /// Everything of the kind that is asked for.
  private func all(
    for place: CompletionContext, range: SourceRange, isQuoted: Bool
  ) -> [Candidate] {
    switch place.kind {
    case .firstWord: return words(Vocabulary.firstWords(in: context), range)
    case .boundWord: return words(Vocabulary.verbs + ["for", "parallel"], range)
    case .service: return services.map { serviceCandidate($0, range) }
    case .path(let verb, let service):
      return paths(of: service, verb: verb, typed: place.prefix, range)
    case .itemName(let call): return items(of: call, range)
    case .variable: return variableCandidates(range)
    case .field(let text): return fields(of: text, range)
    case .step(let command): return stepCandidates(for: command, range)
    case .file(let command):
      return fileCandidates(command, typed: place.prefix, isQuoted: isQuoted, range)
    case .argument(let command, let given): return arguments(of: command, given: given, range)
    case .nothing: return []
    }
  }

  /// Words with what `help` says of them.
  private func words(_ words: [String], _ range: SourceRange) -> [Candidate] {
    words.map { Candidate($0, summary: HelpTopic.named($0)?.summary ?? "", range: range) }
  }

  /// A service, up to its path.
  private func serviceCandidate(_ service: ServiceDescription, _ range: SourceRange) -> Candidate {
    Candidate(
      service.name + "/", title: service.name, summary: service.summary ?? "", range: range,
      isWhole: false)
  }

  /// Variables, then functions.
  private func variableCandidates(_ range: SourceRange) -> [Candidate] {
    let names = variables.map { name, value in
      Candidate(
        "$\(name)", summary: value.map(Self.summary) ?? "", range: range, isWhole: false)
    }
    let functions = JSONataBuiltins.names.map { name in
      let function = JSONataBuiltins.function(named: name)
      return Candidate(
        "$\(name)(", title: "$\(name)", summary: function?.summary ?? "", range: range,
        isWhole: false)
    }
    return names + functions
  }

  /// The start of `value`.
  static func summary(of value: JSONValue) -> String {
    String(JSONLayout.line(of: value).plain.prefix(40))
  }

  /// Steps, and what else the command takes in the place of one.
  private func stepCandidates(for command: String, _ range: SourceRange) -> [Candidate] {
    var names = steps
    if ["mock", "unmock"].contains(command) { names += Vocabulary.verbs }
    if ["show", "graph"].contains(command) { names += workflows }
    if command == "show" { names += variables.map(\.name) }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.map { Candidate($0, range: range) }
  }

  /// Files and folders below what is typed, escaped outside of quotes; after `load` the bundled
  /// services too.
  private func fileCandidates(
    _ command: String?, typed: String, isQuoted: Bool, _ range: SourceRange
  ) -> [Candidate] {
    let typed = isQuoted ? typed : Self.unescaped(typed)
    let folder = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    let name = typed.dropFirst(folder.count)
    let entries = files.entries(of: folder).filter { $0.hasPrefix(".") == name.hasPrefix(".") }
    let found = entries.map { entry in
      let path = folder + entry
      return Candidate(
        isQuoted ? path : Self.escaped(path), title: entry, range: range,
        isWhole: !entry.hasSuffix("/"))
    }
    guard command == "load" else { return found }
    return bundledServices.map { Candidate($0.name, summary: $0.summary, range: range) } + found
  }

  /// `path` as it is written without quotes.
  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { text, character in
      if " \"'{}()[]#|\\".contains(character) { text += "\\" }
      text.append(character)
    }
  }

  /// The path that is written without quotes as `text`.
  private static func unescaped(_ text: String) -> String {
    var isEscaped = false
    return text.reduce(into: "") { path, character in
      isEscaped = character == "\\" && !isEscaped
      if !isEscaped { path.append(character) }
    }
  }

  /// The arguments of a command that are no steps or files.
  private func arguments(
    of command: String, given: [String], _ range: SourceRange
  ) -> [Candidate] {
    switch command {
    case "logs" where !given.isEmpty:
      return given.count == 1
        ? [Candidate("-f", summary: "goes on until Ctrl-C", range: range)] : []
    case "edit": return workflows.map { Candidate($0, range: range) }
    case "reload", "unload", "routes", "logs":
      return services.map { Candidate($0.name, summary: $0.summary ?? "", range: range) }
    case "set": return settings(given, range)
    case "help":
      return HelpTopic.all.map { Candidate($0.name, summary: $0.summary, range: range) }
        + services.map { Candidate($0.name, summary: $0.summary ?? "", range: range) }
    case "run":
      let words = given.isEmpty ? workflows + cases + ["stale"] : cases
      return (words + ["from", "until"]).map { Candidate($0, range: range) }
        + inputs.filter { !given.contains($0.name) }.map { input in
          Candidate(
            input.name + (input.value.stringValue == nil ? ":=" : "="), title: input.name,
            summary: Self.summary(of: input.value), range: range, isWhole: false)
        }
    default: return []
    }
  }

  /// The settings, or the values of one.
  private func settings(_ given: [String], _ range: SourceRange) -> [Candidate] {
    guard let key = given.first else {
      return Settings.keys.map { Candidate($0.name, summary: $0.summary, range: range) }
    }
    let values = Settings.keys.first { $0.name == key }?.values ?? ""
    return values.split(separator: " | ").map(String.init).filter { $0 == $0.lowercased() }
      .map { Candidate($0, range: range) }
  }
}
