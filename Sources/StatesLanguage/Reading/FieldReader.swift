import Diagnostics
import JSON

/// Takes the fields out of one object of a definition, and notes what is wrong with them.
struct FieldReader {
  /// Where the object stands.
  let path: DefinitionPath

  /// The fields of the object.
  let object: JSONObject

  /// What was wrong so far.
  var findings: [DefinitionFinding] = []

  /// Starts to read `json`, which should be an object.
  init(_ json: JSONValue, at path: DefinitionPath) {
    self.path = path
    object = json.objectValue ?? .empty
    if json.objectValue == nil { findings.append(.wrongType("Object", at: path)) }
  }

  /// Notes which of `fields` are not there.
  mutating func require(_ fields: String...) {
    let missing = fields.filter { object[$0] == nil }
    if !missing.isEmpty { findings.append(.missing(missing, in: path)) }
  }

  /// Notes if several of `fields` are there, or none though one `isNeeded`.
  mutating func allowOne(of fields: [String], isNeeded: Bool = false) {
    let count = fields.count { object[$0] != nil }
    if count > 1 {
      findings.append(.severalOf(fields, in: path))
    } else if count == 0, isNeeded {
      findings.append(.noneOf(fields, in: path))
    }
  }

  /// Notes the fields that are none of `known`.
  mutating func refuseOthers(than known: [String]) {
    for key in object.keys where !known.contains(key) {
      findings.append(.unknown(key, in: path, known: known))
    }
  }

  /// The value of `field`, whatever it is.
  func value(_ field: String) -> JSONValue? { object[field] }

  /// The value of `field` as a template.
  func template(_ field: String) -> Template? { object[field].map { Template($0) } }

  /// The text of `field`.
  mutating func text(_ field: String) -> String? {
    typed(field, "String", \.stringValue)
  }

  /// The whole number of `field`.
  mutating func integer(_ field: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = typed(field, "Integer", \.intValue) else { return nil }
    if number < range.lowerBound {
      findings.append(.below(range.lowerBound, at: path.member(field)))
    } else if number > range.upperBound {
      findings.append(.above(range.upperBound, at: path.member(field)))
    }
    return number
  }

  /// The number of `field`.
  mutating func number(
    _ field: String, in range: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) -> Double? {
    guard let number = typed(field, "Number", \.doubleValue) else { return nil }
    if number < range.lowerBound {
      findings.append(.below(range.lowerBound, at: path.member(field)))
    } else if number > range.upperBound {
      findings.append(.above(range.upperBound, at: path.member(field)))
    }
    return number
  }

  /// The template of `field`, which must be an object or an expression.
  mutating func objectTemplate(_ field: String) -> Template? {
    guard let template = template(field) else { return nil }
    if template.json.objectValue == nil, template.expression == nil {
      findings.append(.wrongType("Object", at: path.member(field)))
    }
    return template
  }

  /// The template of `field`, which must be a whole number or an expression.
  mutating func numberTemplate(_ field: String, in range: ClosedRange<Int>) -> Template? {
    guard let template = template(field) else { return nil }
    if template.expression == nil { _ = integer(field, in: range) }
    return template
  }

  /// The template of `field`, which must be a text or an expression.
  mutating func textTemplate(_ field: String) -> Template? {
    text(field).map { Template(.string($0)) }
  }

  /// The choice of `field` among the cases of `type`.
  mutating func choice<T: RawRepresentable<String> & CaseIterable>(
    _ field: String, of type: T.Type
  ) -> T? {
    guard let text = text(field) else { return nil }
    guard let value = T(rawValue: text) else {
      findings.append(.notOneOf(T.allCases.map(\.rawValue), at: path.member(field)))
      return nil
    }
    return value
  }

  /// The objects in the list of `field`, read with `body`.
  mutating func list<T>(
    _ field: String, _ body: (JSONValue, DefinitionPath, inout [DefinitionFinding]) -> T
  ) -> [T] {
    let path = path.member(field)
    guard let elements = typed(field, "Array", \.arrayValue) else { return [] }
    return elements.enumerated().map { body($1, path.element($0), &findings) }
  }

  /// The list of texts of `field`, which holds one at least.
  mutating func texts(_ field: String) -> [String] {
    guard object[field] != nil else { return [] }
    let texts = list(field) { json, path, findings in
      if json.stringValue == nil { findings.append(.wrongType("String", at: path)) }
      return json.stringValue ?? ""
    }
    if object[field]?.arrayValue?.isEmpty == true {
      findings.append(.empty(at: path.member(field)))
    }
    return texts
  }

  /// The fields called `names`, as they are.
  func members(_ names: [String]) -> JSONObject {
    var builder = JSONObject.Builder()
    for name in names { builder[name] = object[name] }
    return builder.build()
  }

  /// The value of `field` by `get`, which is nil if the value is not of the type `name`.
  private mutating func typed<T>(
    _ field: String, _ name: String, _ get: (JSONValue) -> T?
  ) -> T? {
    guard let value = object[field] else { return nil }
    guard let typed = get(value) else {
      findings.append(.wrongType(name, at: path.member(field)))
      return nil
    }
    return typed
  }
}
