import JSON
import StatesLanguage

/// A field of a state under construction: JSON with expressions in it.
indirect enum TemplateDraft: Equatable, Sendable {
  /// A value as it is.
  case constant(JSONValue)

  /// An expression.
  case formula(Formula)

  /// An object, whose members' names are as they are.
  case object([Member])

  /// A member of an object.
  struct Member: Equatable, Sendable {
    /// The name.
    var name: String

    /// The value.
    var value: TemplateDraft

    /// Creates a member.
    init(_ name: String, _ value: TemplateDraft) {
      self.name = name
      self.value = value
    }
  }

  /// A text as it is.
  static func text(_ text: String) -> TemplateDraft { .constant(.string(text)) }

  /// The variables that its expressions read.
  var reads: Set<String> {
    switch self {
    case .constant: []
    case .formula(let formula): formula.reads
    case .object(let members): members.reduce(into: []) { $0.formUnion($1.value.reads) }
    }
  }

  /// The same with each expression replaced by what `transform` makes of it.
  func mapFormulas(_ transform: (Formula) -> Formula) -> TemplateDraft {
    switch self {
    case .constant: self
    case .formula(let formula): .formula(transform(formula))
    case .object(let members):
      .object(members.map { Member($0.name, $0.value.mapFormulas(transform)) })
    }
  }

  /// The field as it is written in a definition.
  var template: Template { Template(json) }

  /// The JSON of the field.
  private var json: JSONValue {
    switch self {
    case .constant(let value): Self.escaped(value)
    case .formula(let formula): Self.json(of: formula)
    case .object(let members): .object(members.map { (key: $0.name, value: $0.value.json) })
    }
  }

  /// An expression as it is written: plain JSON as such, anything else between `{%` and `%}`.
  private static func json(of formula: Formula) -> JSONValue {
    if let constant = formula.constant, formula.bindings.isEmpty { return escaped(constant) }
    return .string("{% \(formula.text) %}")
  }

  /// `value` with every text that would be taken for an expression written as one that gives it.
  private static func escaped(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let content) where content.text.hasPrefix("{%") || content.text.hasSuffix("%}"):
      .string("{% \(JSONataText.quoted(content.text)) %}")
    case .array(let list): .array(list.elements.map(escaped))
    case .object(let object):
      .object(object.members.map { (key: $0.key, value: escaped($0.value)) })
    default: value
    }
  }
}
