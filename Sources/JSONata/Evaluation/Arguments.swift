import JSON

/// The arguments of a call; the first four need no memory of their own.
struct Arguments {
  /// The number of arguments.
  private(set) var count = 0
  private var a: JSONValue?
  private var b: JSONValue?
  private var c: JSONValue?
  private var d: JSONValue?
  private var rest: [JSONValue?]?

  /// No argument.
  @inline(__always)
  init() {}

  /// One argument.
  @inline(__always)
  init(_ a: JSONValue?) {
    count = 1
    self.a = a
  }

  /// Two arguments.
  @inline(__always)
  init(_ a: JSONValue?, _ b: JSONValue?) {
    count = 2
    self.a = a
    self.b = b
  }

  /// The arguments of `list`.
  init(_ list: [JSONValue?]) {
    for value in list { append(value) }
  }

  /// The argument at `index`; an argument that is not there is undefined.
  @inline(__always)
  subscript(index: Int) -> JSONValue? {
    get {
      switch index {
      case 0: a
      case 1: b
      case 2: c
      case 3: d
      default: further(index)
      }
    }
    set {
      switch index {
      case 0: a = newValue
      case 1: b = newValue
      case 2: c = newValue
      case 3: d = newValue
      default: rest?[index - 4] = newValue
      }
    }
  }

  /// The argument at `index`, which is not one of the first four.
  private func further(_ index: Int) -> JSONValue? {
    guard let rest, index - 4 < rest.count else { return nil }
    return rest[index - 4]
  }

  /// Adds an argument.
  @inline(__always)
  mutating func append(_ value: JSONValue?) {
    if count >= 4 { addPlace() }
    self[count] = value
    count += 1
  }

  /// Makes room for an argument that is not one of the first four.
  private mutating func addPlace() {
    if rest == nil { rest = [nil] } else { rest?.append(nil) }
  }

  /// The arguments as a list.
  var list: [JSONValue?] { (0..<count).map { self[$0] } }
}

/// A call of a function.
struct Invocation {
  /// The evaluation.
  let run: Evaluation

  /// The depth of the call.
  let depth: Int

  /// The arguments.
  var arguments: Arguments

  /// What stands in for a missing argument where the signature says so.
  var context: JSONValue?

  /// The argument at `index`.
  @inline(__always)
  subscript(index: Int) -> JSONValue? { arguments[index] }
}

/// Where and by which name a function is called, for errors.
final class CallSite: Sendable {
  /// The name, if there is one.
  let name: String?

  /// The place that errors have.
  let location: SourceLocation

  /// Creates the note about a call.
  init(name: String?, location: SourceLocation) {
    self.name = name
    self.location = location
  }
}

extension JSONataError {
  /// The error as it leaves a call at `site` of `function`, unless what is called is none.
  func leaving(_ site: CallSite, of function: FunctionValue?) -> JSONataError {
    leavingCall(of: function.map { ObjectIdentifier($0) }, named: site.name, at: site.location)
  }
}
