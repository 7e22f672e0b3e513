package import JSON

/// The results of a session by the names that expressions read them by.
package struct Results: Sendable {
  /// The named results.
  package private(set) var named: [(name: String, value: JSONValue)] = []

  /// The result of each cell that had one.
  private var numbered: [Int: JSONValue] = [:]

  /// The last result.
  private var last: JSONValue?

  /// Status, headers and duration of the last call.
  package var response: JSONValue?

  /// Creates an empty set.
  package init() {}

  /// The values that an expression at the prompt may read.
  package var bindings: [String: JSONValue] {
    var bindings = Dictionary(named.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    for (number, value) in numbered { bindings["_\(number)"] = value }
    bindings["_"] = last
    bindings["response"] = response
    return bindings
  }

  /// The result called `name`.
  package subscript(name: String) -> JSONValue? {
    get { named.last { $0.name == name }?.value }
    set {
      let index = named.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): named[index].value = value
      case (let index?, nil): named.remove(at: index)
      case (nil, let value?): named.append((name, value))
      case (nil, nil): break
      }
    }
  }

  /// Notes the result of cell `number`.
  package mutating func note(_ value: JSONValue, cell number: Int) {
    last = value
    numbered[number] = value
  }
}
