import JSON
import JSONata
import ServiceModel
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// How the next line is asked for.
  package var lineRequest: LineRequest {
    LineRequest(prompt: prompt, completions: completionIndex, keys: settings.keys)
  }

  /// What can be completed now.
  package var completionIndex: CompletionIndex {
    CompletionIndex(
      context: workspace == nil ? .session : .workflow, pending: pendingLines,
      services: catalog.services.values.sorted { $0.name < $1.name },
      bundledServices: surroundings.bundledServices, variables: completableVariables,
      steps: workspace.map { open in open.steps.map { open.title(of: $0.id) } } ?? [],
      workflows: workflows.map(\.name),
      cases: ((workspace.map { [$0] } ?? []) + workflows).flatMap(\.caseNames),
      inputs: inputFields, files: surroundings.files)
  }

  /// The fields of the sample input that `run` would take.
  private var inputFields: [(name: String, value: JSONValue)] {
    guard let workflow = workspace ?? workflows.last,
      let input = try? sampleInput(of: workflow).objectValue
    else { return [] }
    return input.members.map { (name: $0.key, value: $0.value) }
  }

  /// The names that may be read: of the open statement, of the workflow, of the session.
  private var completableVariables: [(name: String, value: JSONValue?)] {
    var all: [(name: String, value: JSONValue?)] = pendingVariables
    if let workspace {
      let values = bindingsWithInput
      let assigned = workspace.steps.flatMap { workspace.assignedNames(of: $0.id) }.sorted()
      all += (["input"] + assigned).map { ($0, values[$0]) }
    }
    all += results.named.map { ($0.name, $0.result.value) }
    if workspace == nil { all += [("_", bindings["_"]), ("response", results.response)] }
    var seen: Set<String> = []
    return all.filter { seen.insert($0.name).inserted }
  }

  /// What an expression may read, the sample input of the open workflow included.
  private var bindingsWithInput: [String: JSONValue] {
    var known = bindings
    if let workspace, known["input"] == nil { known["input"] = try? sampleInput(of: workspace) }
    return known
  }

  /// The names that the lines of an unfinished statement bind, `NAME = …` and `for NAME in …`, with
  /// their values where those can be told without running anything.
  private var pendingVariables: [(name: String, value: JSONValue?)] {
    var known = bindingsWithInput
    var found: [(name: String, value: JSONValue?)] = []
    for line in pendingLines {
      let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
      if words.count > 2, words[1] == "=", words[2] != "for" {
        found.append((words[0], value(ofExpressionIn: line, after: "=", known)))
      } else if let index = words.firstIndex(of: "for"), words.count > index + 1 {
        if index == 2, words[1] == "=" { found.append((words[0], nil)) }
        let items = value(ofExpressionIn: line, after: " in ", known)
        found.append((words[index + 1], items?.arrayValue?.first))
      }
      for (name, value) in found { known[name] = value ?? known[name] }
    }
    return found.reversed()
  }

  /// The value of the expression that follows the first `mark` in `line`.
  private func value(
    ofExpressionIn line: String, after mark: String, _ known: [String: JSONValue]
  ) -> JSONValue? {
    guard let start = line.firstRange(of: mark)?.upperBound else { return nil }
    let offset = line.utf8.distance(from: line.startIndex, to: start)
    let read = try? JSONataExpression.parsePrefix(of: line, from: offset)
    return try? read?.expression.evaluate(nil, bindings: known, environment: environment)
  }
}
