import JSON
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
      files: surroundings.files)
  }

  /// The names that may be read: of the open statement, of the workflow, of the session.
  private var completableVariables: [(name: String, value: JSONValue?)] {
    var all: [(name: String, value: JSONValue?)] = Self.names(in: pendingLines).map { ($0, nil) }
    if let workspace {
      let values = workspace.visibleVariables
      let assigned = workspace.steps.flatMap { workspace.assignedNames(of: $0.id) }.sorted()
      all += (["input"] + assigned).map { ($0, values[$0]) }
    }
    all += results.named.map { ($0.name, $0.value) }
    if workspace == nil { all += [("_", bindings["_"]), ("response", results.response)] }
    var seen: Set<String> = []
    return all.filter { seen.insert($0.name).inserted }
  }

  /// The names that lines of an unfinished statement bind: `NAME = …`, `for NAME in …`.
  private static func names(in lines: [String]) -> [String] {
    lines.flatMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.indices.compactMap { index -> String? in
        if index == 1, words[1] == "=" { return words[0] }
        if index > 0, words[index - 1] == "for" { return words[index] }
        return nil
      }
    }
  }
}
