package import JSON

/// The results of a session by the names that expressions read them by.
package struct Results: Sendable {
  /// A value and where it comes from.
  package struct Result: Sendable {
    /// The value.
    package var value: JSONValue

    /// Where it comes from.
    package var provenance: Provenance
  }

  /// The named results.
  package private(set) var named: [(name: String, result: Result)] = []

  /// The result of each cell that had one.
  private var numbered: [Int: Result] = [:]

  /// The last result.
  private var last: Result?

  /// Status, headers and duration of the last call.
  package var response: JSONValue?

  /// Creates an empty set.
  package init() {}

  /// The values that an expression at the prompt may read.
  package var bindings: [String: JSONValue] {
    var bindings = Dictionary(named.map { ($0.name, $0.result.value) }, uniquingKeysWith: { $1 })
    for (number, result) in numbered { bindings["_\(number)"] = result.value }
    bindings["_"] = last?.value
    bindings["response"] = response
    return bindings
  }

  /// The result called `name`: a name that was given, `_` or `_1` and its like.
  package subscript(name: String) -> Result? {
    if name == "_" { return last }
    if name.hasPrefix("_"), let number = Int(name.dropFirst()) { return numbered[number] }
    return named.last { $0.name == name }?.result
  }

  /// Gives `result` a name.
  package mutating func set(_ name: String, to result: Result) {
    if let index = named.firstIndex(where: { $0.name == name }) {
      named[index].result = result
    } else {
      named.append((name, result))
    }
  }

  /// Notes the result of cell `number`.
  package mutating func note(_ result: Result, cell number: Int) {
    last = result
    numbered[number] = result
  }

  /// Marks the results that come from `services`.
  ///
  /// - Returns: The names that were not marked before.
  package mutating func markStale(_ services: Set<String>) -> [String] {
    last?.provenance.markStale(services)
    for number in numbered.keys { numbered[number]?.provenance.markStale(services) }
    return named.indices.compactMap { index in
      named[index].result.provenance.markStale(services) ? named[index].name : nil
    }
  }
}
