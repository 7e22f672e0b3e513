import HCL
import JSON
import StatesLanguage

/// A definition as a template for Terraform, in which the ARNs of functions are placeholders.
struct DefinitionTemplate {
  /// The text of the template.
  let text: String

  /// Writes the definition of `machine`.
  init(_ machine: StateMachine, names: ResourceNames) {
    let writer = PlaceholderWriter(names: names)
    text = JSONWriter.indented(writer.graph(machine.json)) + "\n"
  }

  /// The name of the placeholder for the ARN of the function of `service`, as the files call it.
  static func placeholder(_ service: String) -> String { "\(service)_function_arn" }
}

/// Escapes a definition, and puts placeholders where it names services.
private struct PlaceholderWriter {
  /// What the services are called.
  let names: ResourceNames

  /// A machine, a branch, or what a Map does with an item.
  func graph(_ json: JSONValue) -> JSONValue {
    members(of: json) { name, value in
      guard name == "States" else { return escaped(value) }
      return members(of: value) { _, state in self.state(state) }
    }
  }

  /// A state.
  private func state(_ json: JSONValue) -> JSONValue {
    members(of: json) { name, value in
      switch name {
      case "Branches": .array((value.arrayValue ?? []).map(graph))
      case "ItemProcessor", "Iterator": graph(value)
      case "Arguments" where json["Resource"] == .string(Invocations.invoke): arguments(value)
      default: escaped(value)
      }
    }
  }

  /// The arguments of the call of a function.
  private func arguments(_ json: JSONValue) -> JSONValue {
    members(of: json) { name, value in
      guard name == "FunctionName", let service = value.stringValue.flatMap(names.service) else {
        return escaped(value)
      }
      return .string("${\(DefinitionTemplate.placeholder(service))}")
    }
  }

  /// `json` without anything that Terraform would take for a placeholder.
  private func escaped(_ json: JSONValue) -> JSONValue {
    switch json {
    case .string(let content): .string(HCLEscaping.template(content.text))
    case .array(let list): .array(list.elements.map(escaped))
    case .object: members(of: json) { _, value in escaped(value) }
    default: json
    }
  }

  /// The object `json` with other values, and its names escaped.
  private func members(
    of json: JSONValue, _ transform: (String, JSONValue) -> JSONValue
  ) -> JSONValue {
    .object(
      (json.objectValue ?? .empty).members.map { member in
        (key: HCLEscaping.template(member.key), value: transform(member.key, member.value))
      })
  }
}
