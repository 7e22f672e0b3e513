package import SessionLanguage

extension WorkflowWorkspace {
  /// The step's tree of the entry `id`.
  package func step(_ id: Int) -> Step? {
    guard let index = steps.firstIndex(where: { $0.id == id }), let body = declaration?.body,
      body.indices.contains(index)
    else { return nil }
    return body[index]
  }

  /// The entries whose step is called `name`: by its own name, by its label, or by the word that it
  /// starts with.
  package func entries(named name: String) -> [WorkflowDraft.Entry] {
    steps.filter { title(of: $0.id) == name || step($0.id)?.label == name }
  }

  /// What the step of the entry `id` is called in reports.
  package func title(of id: Int) -> String {
    guard let step = step(id) else { return "?" }
    if let name = step.name { return name.text }
    return step.keyword
  }

  /// The lines of the head.
  var headers: [WorkflowHeader] { declaration?.headers ?? [] }

  /// The names of the sample inputs.
  var caseNames: [String] { declaration?.inputs.compactMap { $0.caseName?.text } ?? [] }

  /// The names that the step of the entry `id` may give values to.
  package func assignedNames(of id: Int) -> Set<String> {
    step(id)?.assignedNames ?? []
  }
}
