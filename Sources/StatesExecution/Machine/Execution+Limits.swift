import JSON
package import StatesLanguage

extension Execution.Options {
  /// The limits of a workflow of `type`, as Step Functions has them.
  ///
  /// Source: quotas for state executions, Step Functions developer guide.
  package init(type: MachineType) {
    switch type {
    case .standard: timeLimit = .seconds(365 * 86_400)
    case .express: limitAsExpress()
    }
  }

  /// Sets the limits of an Express workflow: little time, and no history that could become long.
  mutating func limitAsExpress() {
    timeLimit = .seconds(300)
    eventLimit = nil
  }
}

extension Execution {
  /// The most bytes of all variables together.
  private static let variablesLimit = 10_485_760

  // MARK: - Data

  /// Checks that `value` is neither too deep nor too large; `known` has been checked before.
  func checkSize(
    of value: JSONValue, before known: JSONValue?, name: String
  ) throws(StateError) {
    try checkDepth(of: value, name: name)
    guard let limit = options.dataLimit, !value.isSameReference(as: known),
      DataSize.exceeds(value, limit: limit)
    else { return }
    throw .tooLarge(name)
  }

  /// Checks that `value` is not too deep.
  private func checkDepth(of value: JSONValue, name: String) throws(StateError) {
    guard value.height > options.depthLimit else { return }
    throw StateError(
      ErrorName.dataLimitExceeded,
      cause: "The state/task '\(name)' returned a result that is nested too deeply.")
  }

  // MARK: - Variables

  /// Checks that the variables that `strand` sets, and then all there are, are not too large;
  /// returns by how much all grow.
  func checkVariables(
    _ assigned: [(slot: Int, value: JSONValue)], of strand: Strand
  ) throws(StateError) -> Int {
    let name = strand.code.name
    for (_, value) in assigned { try checkDepth(of: value, name: name) }
    guard let limit = options.dataLimit else { return 0 }
    var (rest, growth) = (limit, 0)
    for (slot, value) in assigned {
      guard let size = DataSize.bytes(of: value, limit: rest) else {
        throw .tooLargeVariables("assigned by the state '\(name)'", limit: limit)
      }
      rest -= size
      growth += size - (strand.variables.values[slot].map { DataSize.bytes(of: $0) } ?? 0)
    }
    guard variableBytes + growth <= Self.variablesLimit else {
      throw .tooLargeVariables("of the execution", limit: Self.variablesLimit)
    }
    return growth
  }

  /// Counts the variables no longer that end with `strand`: those of its own scope.
  mutating func forgetVariables(of strand: Strand) {
    guard variableBytes > 0 else { return }
    variableBytes -= strand.variables.bytes
  }
}

extension VariableFrame {
  /// The bytes of the values of this scope.
  var bytes: Int {
    values.reduce(0) { size, value in size + (value.map { DataSize.bytes(of: $0) } ?? 0) }
  }
}

extension StateError {
  /// A value of the state or task `name` is too large.
  fileprivate static func tooLarge(_ name: String) -> StateError {
    StateError(
      ErrorName.dataLimitExceeded,
      cause: "The state/task '\(name)' returned a result with a size exceeding the maximum "
        + "number of bytes service limit.")
  }

  /// The variables that `whose` tells are too large together.
  fileprivate static func tooLargeVariables(_ whose: String, limit: Int) -> StateError {
    StateError(
      ErrorName.dataLimitExceeded,
      cause: "The variables \(whose) have a size exceeding the maximum number of bytes service "
        + "limit (\(limit)).")
  }
}
