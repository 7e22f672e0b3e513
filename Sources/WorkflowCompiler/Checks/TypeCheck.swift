import Diagnostics
import JSONata
import ServiceModel
import SessionLanguage

/// Checks that expressions can give what is wanted where they stand, and that the fields that they
/// read of results are among those that the routes declare.
///
/// What follows from an expression alone is a mistake; what follows from declared results, which a
/// service may not keep to, is a warning.
struct TypeCheck {
  /// What is wrong.
  private(set) var diagnostics = DiagnosticSet()

  /// The types of the variables, as far as they are known.
  private var types: [String: ValueType] = [:]

  /// Checks `workflow`.
  mutating func check(_ workflow: ResolvedWorkflow) {
    check(workflow.body)
    if let handler = workflow.catch { check(handler.body) }
  }

  /// Checks the steps of a body.
  ///
  /// - Returns: What the last step gives.
  @discardableResult
  private mutating func check(_ body: ResolvedBody) -> ValueType {
    var result = ValueType.unknown
    for step in body.steps {
      for expression in step.expressions where !step.isReshape(expression) {
        checkFields(of: expression)
      }
      let type = check(step)
      if let name = step.name?.text { types[name] = type }
      for handler in step.catches { branch(handler.body) }
      result = type
    }
    guard let yield = body.yield else { return result }
    checkFields(of: yield)
    return type(of: yield)
  }

  /// Checks a step.
  ///
  /// - Returns: What it gives.
  private mutating func check(_ step: ResolvedStep) -> ValueType {
    switch step.kind {
    case .call(let call): return check(call)
    case .value(let expression): return type(of: expression).removing(.undefined)
    case .wait(.until(let time)): check(time, .string, "a time is a text")
    case .conditional(let branches):
      for branch in branches {
        if let condition = branch.condition {
          check(condition, .boolean, "a condition is true or false")
        }
        self.branch(branch.body)
      }
    case .map(let map, let body): return check(map, body)
    case .parallel(let branches):
      let members = branches.map { branch in (branch.name.text, inside { $0.check(branch.body) }) }
      return .object(Dictionary(members) { $1 })
    case .wait(.duration), .fail, .return: break
    }
    return .unknown
  }

  /// Checks a `for`.
  private mutating func check(_ map: MapBlock, _ body: ResolvedBody) -> ValueType {
    check(map.items, .array, "a for goes through a list")
    let item = type(of: map.items).element ?? .unknown
    let result = inside { check in
      check.types[map.item.text] = item
      return check.check(body)
    }
    return .array(map.tolerance == nil ? result.removing(.undefined) : nil)
  }

  /// Checks what may or may not be done; variables that it sets may then be as they were.
  private mutating func branch(_ body: ResolvedBody) {
    let before = types
    check(body)
    for (name, type) in types {
      types[name] = before[name].map { $0.union(type) } ?? type
    }
  }

  /// Checks what has variables of its own.
  private mutating func inside(_ body: (inout TypeCheck) -> ValueType) -> ValueType {
    let outer = types
    defer { types = outer }
    return body(&self)
  }

  // MARK: - Calls

  /// Checks the parameters of a call.
  ///
  /// - Returns: What it gives.
  private mutating func check(_ call: ResolvedCall) -> ValueType {
    for item in call.call.items {
      guard case .value(let expression) = item.kind, let name = item.name?.text,
        let schema = call.route?.parameter(name)?.schema
      else { continue }
      let rule = "expected \(schema.displayNameWithArticle)"
      check(expression, schema.valueType.kinds, rule, help: call.route?.signature(of: call.service))
    }
    let response = call.route?.response?.valueType ?? .unknown
    guard let reshape = call.call.reshape else { return response }
    return type(of: reshape, context: response).removing(.undefined)
  }

  // MARK: - Expressions

  /// What `expression` gives.
  private func type(of expression: Expression, context: ValueType = .unknown) -> ValueType {
    expression.compiled?.resultType(variables: types, context: context) ?? .unknown
  }

  /// Checks that `expression` may give a value of one of `kinds`; `rule` says so.
  ///
  /// A constant has been checked before.
  private mutating func check(
    _ expression: Expression, _ kinds: ValueType.Kinds, _ rule: String, help: String? = nil
  ) {
    guard let compiled = expression.compiled, compiled.literal == nil else { return }
    let certain = compiled.resultType(variables: types.mapValues { _ in .unknown })
    if certain.excludes(kinds) {
      diagnostics.insert(.wrongType(certain, rule, .error, at: expression.range, help: help))
    } else if case let likely = type(of: expression), likely.excludes(kinds) {
      diagnostics.insert(.wrongType(likely, rule, .warning, at: expression.range, help: help))
    }
  }

  /// Checks that the fields that `expression` reads of variables are declared, or unlike those that
  /// are.
  private mutating func checkFields(of expression: Expression) {
    for read in expression.compiled?.fieldReads ?? [] {
      guard case .variable(let variable) = read.root, let name = read.path.last,
        let whole = types[variable], let known = whole.members(at: read.path.dropLast())
      else { continue }
      let nearest = nearestName(to: name, among: known.types.keys.sorted())
      guard known.types[name] == nil, known.isClosed || nearest != nil else { continue }
      let range = SourceRange(read.range).shifted(by: expression.range.lowerBound)
      diagnostics.insert(.unknownField(name, of: known, nearest: nearest, at: range))
    }
  }
}

extension ResolvedStep {
  /// Whether `expression` reshapes the result of the step, so that `$` in it is that result.
  fileprivate func isReshape(_ expression: Expression) -> Bool {
    guard case .call(let call) = kind else { return false }
    return call.call.reshape?.range == expression.range
  }
}

extension ValueType {
  /// Whether no value of the type, undefined left out, is of one of `kinds`.
  fileprivate func excludes(_ kinds: Kinds) -> Bool {
    let possible = self.kinds.subtracting(.undefined)
    return !possible.isEmpty && possible.isDisjoint(with: kinds)
  }

  /// What is known of the members of the value at `path`, lists on the way passed through.
  fileprivate func members(at path: some Sequence<String>) -> Members? {
    var type = self
    for name in path { type = type.itemType.members?.types[name] ?? .unknown }
    return type.itemType.members
  }

  /// The type of the elements of a list, or the type itself.
  private var itemType: ValueType {
    kinds.contains(.array) ? removing(.array).union(element ?? .unknown) : self
  }
}

extension Schema {
  /// The type of the values that the schema describes.
  var valueType: ValueType {
    switch self {
    case .any: ValueType.unknown.removing([.undefined, .function])
    case .boolean: .boolean
    case .integer, .number: .number
    case .string: .string
    case .file:
      .object(
        [
          "name": .string.union(.undefined), "contentType": .string.union(.undefined),
          "content": .string,
        ], isClosed: true)
    case .enumeration(let values): values.reduce(.never) { $0.union(ValueType(of: $1)) }
    case .array(let element): .array(element == .any ? nil : element.valueType)
    case .nullable(let schema): schema.valueType.union(.null)
    case .object(let object):
      .object(
        Dictionary(
          object.properties.map { property in
            let type = property.schema.valueType
            return (property.name, property.isRequired ? type : type.union(.undefined))
          }
        ) { first, _ in first }, isClosed: object.additional == nil)
    }
  }
}
