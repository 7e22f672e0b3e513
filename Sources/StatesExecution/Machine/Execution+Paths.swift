import JSON
import StatesLanguage

extension Execution {
  /// Chooses what the state of `strand` works on.
  mutating func selectInput(_ strand: inout Strand) throws(StateError) {
    strand.effectiveInput = strand.input
    guard let flow = strand.code.flow else { return }
    defer { note(.afterInputPath, strand.effectiveInput, in: strand) }
    if case .whole = flow.input { return }
    strand.effectiveInput = try flow.input.value(in: scope(of: strand))
  }

  /// What a Pass state hands on: its constant, what it makes of its input, or its input.
  mutating func passed(_ strand: Strand) throws(StateError) -> JSONValue {
    guard let flow = strand.code.flow else { return strand.effectiveInput }
    if let result = flow.constantResult {
      note(.result, result, in: strand)
      return result
    }
    let value = try flow.parameters?.evaluate(in: scope(of: strand)) ?? strand.effectiveInput
    note(.afterParameters, value, in: strand)
    return value
  }

  /// What a state or a rule in JSONPath hands on and sets, where the state has the result `value`.
  mutating func evaluate(
    _ code: ResultCode, _ flow: PathFlow, _ strand: Strand, default value: JSONValue,
    result: JSONValue?
  ) throws(StateError) -> Handover {
    let selected = try flow.selector?.evaluate(in: scope(of: strand, at: value)) ?? value
    let hasResult = result != nil || strand.code.type == .pass
    let combined =
      hasResult ? try flow.placement.value(of: selected, in: strand.input) : selected
    if hasResult {
      note(.afterResultSelector, selected, in: strand)
      note(.afterResultPath, combined, in: strand)
    }
    let output = try selectOutput(of: combined, flow, strand)
    return (output, try assigned(by: code, strand, at: value))
  }

  /// The part of `value` that `OutputPath` chooses; nothing catches a failure.
  private func selectOutput(
    of value: JSONValue, _ flow: PathFlow, _ strand: Strand
  ) throws(StateError) -> JSONValue {
    if case .whole = flow.output { return value }
    do throws(StateError) {
      return try flow.output.value(in: scope(of: strand, at: value))
    } catch {
      var error = error
      error.isFinal = true
      throw error
    }
  }

  /// The values that `code` sets, where `root` is `$`.
  func assigned(
    by code: ResultCode, _ strand: Strand, at root: JSONValue
  ) throws(StateError) -> [(slot: Int, value: JSONValue)] {
    if code.assign.isEmpty { return [] }
    let scope = scope(of: strand, at: root)
    var assigned: [(slot: Int, value: JSONValue)] = []
    for (slot, template) in code.assign {
      assigned.append((slot, try template.evaluate(in: scope)))
    }
    return assigned
  }

  /// What the paths of the state of `strand` may read, where `root` is `$`.
  private func scope(of strand: Strand, at root: JSONValue) -> EvaluationScope {
    var scope = scope(of: strand)
    scope.input = root
    return scope
  }
}
