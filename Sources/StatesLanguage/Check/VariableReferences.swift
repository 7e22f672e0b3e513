import JSON
import JSONata

extension StateMachine {
  /// The variables that each state reads, by the names of the states, as DescribeStateMachine lists
  /// them; states that read none are left out.
  package var variableReferences: [(state: String, variables: [String])] {
    var found: [(state: String, variables: [String])] = []
    graph.visitStates { state in
      let names = VariableReferences(of: state, in: language(of: state)).names
      if !names.isEmpty { found.append((state.name, names)) }
    }
    return found
  }
}

/// The variables that a state reads, without the states inside it.
private struct VariableReferences {
  /// The names, each once, in the order of the text.
  private(set) var names: [String] = []

  /// The same, to be found quickly.
  private var known: Set<String> = []

  /// The fields whose members are values, which are paths only under a name that ends in `.$`.
  private static let payloads: Set = [
    "Assign", "BatchInput", "Credentials", "ItemSelector", "Parameters", "ResultSelector",
  ]

  /// The fields that are constants, or graphs.
  private static let skipped: Set = ["Branches", "ItemProcessor", "Iterator", "Result", "Comment"]

  /// Collects the variables of `state`, which is written in `language`.
  init(of state: State, in language: QueryLanguage) {
    switch language {
    case .jsonata:
      for (template, _) in state.templates {
        for expression in template.expressions { collect(expression.source) }
      }
    case .jsonPath: collect(state.json, isPayload: false)
    }
  }

  /// Collects the variables of a JSONata expression.
  private mutating func collect(_ source: String) {
    guard let expression = try? JSONataExpression(source, dialect: .aws) else { return }
    for variable in expression.freeVariables where variable.name != "states" { add(variable.name) }
  }

  /// Collects the variables of the paths in `json`.
  private mutating func collect(_ json: JSONValue, isPayload: Bool) {
    switch json {
    case .array(let list):
      for element in list.elements { collect(element, isPayload: isPayload) }
    case .object(let object):
      for (key, value) in object.members where isPayload || !Self.skipped.contains(key) {
        collect(key, value, isPayload: isPayload)
      }
    default: break
    }
  }

  /// Collects the variables of the paths in the member `key`.
  private mutating func collect(_ key: String, _ value: JSONValue, isPayload: Bool) {
    guard let path = value.stringValue else {
      return collect(value, isPayload: isPayload || Self.payloads.contains(key))
    }
    let isPath = isPayload ? key.hasSuffix(".$") : key.hasSuffix("Path") || key == "Variable"
    if isPath { collectNames(in: path) }
  }

  /// Collects the names behind a `$` in a path or a call of an intrinsic function, outside of
  /// quoted texts.
  private mutating func collectNames(in path: String) {
    var rest = Substring(path)
    while let character = rest.popFirst() {
      if character == "'" {
        rest = rest.afterQuote
      } else if character == "$" {
        if rest.first == "$" { rest.removeFirst() }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if name.first?.isNumber == false { add(String(name)) }
        rest = rest.dropFirst(name.count)
      }
    }
  }

  /// Notes `name`, once.
  private mutating func add(_ name: String) {
    if known.insert(name).inserted { names.append(name) }
  }
}

extension Substring {
  /// What follows the quoted text that begins here, in which `\` escapes a character.
  fileprivate var afterQuote: Substring {
    var rest = self
    while let character = rest.popFirst(), character != "'" {
      if character == "\\" { _ = rest.popFirst() }
    }
    return rest
  }
}
