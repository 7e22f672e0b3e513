import JSON

/// A compiled part of an expression: its value in the context of the last argument.
typealias Code = @Sendable (Evaluation, Frame, JSONValue?) throws(JSONataError) -> JSONValue?

/// A compiled part in a list.
///
/// A closure that stands in a list or an optional itself gets a layer around it that converts its
/// arguments, at every call.
struct CompiledPart: Sendable {
  /// The code of the part.
  let code: Code
}

/// One evaluation after the other of one expression: what it may use, and what it has used.
///
/// Its properties are changed by nobody else while they are used, so that the checks for that are
/// left out.
final class Evaluation {
  /// What the caller gives.
  @exclusivity(unchecked) private(set) var environment = EvaluationEnvironment()

  /// Which JSONata it is.
  let dialect: JSONataExpression.Dialect

  /// The variables that the caller gives.
  @exclusivity(unchecked) private(set) var bindings: [String: JSONValue] = [:]

  /// The input, for `$$`.
  @exclusivity(unchecked) private(set) var root: JSONValue?

  /// The values of the names that the expression does not bind, by their slots.
  @exclusivity(unchecked) var globals: [JSONValue?]

  /// Whether the caller has given a function or a variable the name of a built-in one.
  @exclusivity(unchecked) var overridesBuiltins = false

  /// The deepest nesting.
  @exclusivity(unchecked) private(set) var depthLimit = 0

  /// The longest list.
  @exclusivity(unchecked) private(set) var sequenceLimit = 0

  /// What notes the values of the parts, if they are reported.
  @exclusivity(unchecked) var recorder: Recorder?

  /// The pictures that the expression has used.
  @exclusivity(unchecked) var pictures = PictureCache()

  /// The memory of the text that has been put together last.
  @exclusivity(unchecked) var textBuffer: [UInt8] = []

  /// Whether the program uses it again and again, while nobody else does.
  @exclusivity(unchecked) var isKept = false

  /// Whether there are outermost variables.
  private let hasVariables: Bool

  /// The outermost variables.
  @exclusivity(unchecked) private(set) var frame: Frame

  @exclusivity(unchecked) private var tailCall: TailCall?
  @exclusivity(unchecked) private var limits = EvaluationEnvironment.Limits.jsonata
  @exclusivity(unchecked) private var deadline: UInt64?
  @exclusivity(unchecked) private var isRunning = false
  @exclusivity(unchecked) private var steps = 0
  @exclusivity(unchecked) private var stackLimit: UInt = 0
  @exclusivity(unchecked) private var keptFrames: [Frame] = []

  /// Creates what evaluations of `program` need.
  init(_ program: Program) {
    dialect = program.dialect
    globals = program.globals.map(\.builtin)
    hasVariables = program.layout.count > 0
    frame = Frame.make(program.layout.count, parent: nil, base: 0)
    adoptLimits()
  }

  // MARK: - Start and end

  /// Starts an evaluation; the values of the names come after it.
  @inline(__always)
  func begin(
    root: JSONValue?, bindings: [String: JSONValue], environment: EvaluationEnvironment
  ) {
    self.root = root
    if !bindings.isEmpty || !self.bindings.isEmpty { self.bindings = bindings }
    if self.environment.shares(with: environment) {
      self.environment.now = environment.now
    } else {
      self.environment = environment
      adoptLimits()
    }
    steps = 0
    deadline = nil
    isRunning = true
    stackLimit = NativeStack.position &- NativeStack.presumed
  }

  /// Works the limits of the environment out.
  private func adoptLimits() {
    limits = environment.limits ?? (dialect == .aws ? .aws : .jsonata)
    depthLimit = limits.depth
    sequenceLimit = min(limits.sequenceLength ?? .max, limits.valueSize.map { $0 / 8 } ?? .max)
  }

  /// Starts an evaluation in the middle of `other`: `$eval`.
  func begin(within other: Evaluation) {
    begin(root: other.root, bindings: other.bindings, environment: other.environment)
    stackLimit = other.stackLimit
  }

  /// Goes on within the limits of `other`, unless the evaluation is still running.
  func resume(for other: Evaluation) {
    guard !isRunning else { return }
    environment = other.environment
    limits = other.limits
    depthLimit = other.depthLimit
    sequenceLimit = other.sequenceLimit
    deadline = other.deadline
    stackLimit = other.stackLimit
  }

  /// Ends an evaluation, and lets go of all values of it.
  ///
  /// Functions keep the frames around them, which keep the functions: unless the result needs them,
  /// their variables are taken away.
  @inline(__always)
  func end() {
    isRunning = false
    tailCall = nil
    recorder = nil
    root = nil
    if !bindings.isEmpty { bindings = [:] }
    if hasVariables || !keptFrames.isEmpty { clearFrames() }
  }

  /// Takes the variables away.
  private func clearFrames() {
    frame.clear()
    if !keptFrames.isEmpty || !isKnownUniquelyReferenced(&frame) { releaseFrames() }
  }

  /// Takes the variables of frames away that functions have kept.
  private func releaseFrames() {
    for frame in keptFrames { frame.clear() }
    keptFrames = []
    if !isKnownUniquelyReferenced(&frame) {
      frame = Frame.make(frame.header.count, parent: nil, base: 0)
    }
  }

  /// Lets go of `frame`, the frame of a call that has given `result`, though a function keeps it.
  ///
  /// A scalar result cannot hold the function; where it may be, the frame is kept in mind until the
  /// evaluation ends.
  func release(_ frame: Frame, after result: JSONValue?) {
    switch result {
    case .null, .bool, .integer, .number, .string: frame.clear()
    case nil where !hasTailCall: frame.clear()
    default: keptFrames.append(frame)
    }
  }

  // MARK: - Names

  /// The value of the name `name`, which the expression does not bind.
  func global(_ name: String) throws(JSONataError) -> JSONValue? {
    if name == "$" { return root }
    if let value = bindings[name] { return value }
    if let function = environment.hostFunctions[name] { return try function.value() }
    return Builtins.function(named: name, in: dialect).map { .function($0) }
  }

  // MARK: - Limits

  /// Counts a call or an iteration, and looks at the limits from time to time.
  @inline(__always)
  func tick() throws(JSONataError) {
    steps &+= 1
    if steps & 0xFF == 0 { try checkLimits() }
  }

  /// Counts `count` iterations that have been made without a look at the limits.
  func tick(_ count: Int) throws(JSONataError) {
    let before = steps
    steps &+= count
    if before >> 8 != steps >> 8 { try checkLimits() }
  }

  /// Looks at the time, the number of steps and whether the evaluation is cancelled.
  ///
  /// The time counts from the first look, so that short evaluations ask for none.
  @inline(never)
  private func checkLimits() throws(JSONataError) {
    if let milliseconds = limits.milliseconds, let clock = environment.monotonicClock {
      let now = clock()
      if deadline == nil { deadline = now + UInt64(max(0, milliseconds)) * 1_000_000 }
      if let deadline, now > deadline { throw timeout() }
    }
    if steps > limits.steps { throw timeout() }
    if environment.isCancelled() { throw JSONataError("cancelled") }
  }

  /// Counts a list or a text that has been made at once: each element takes little time, but all of
  /// them take time and memory while nobody looks at the limits.
  @inline(__always)
  func tick(making value: JSONValue?) throws(JSONataError) {
    switch value {
    case .array(let list) where list.elements.count > 4_096: try tick(list.elements.count >> 6)
    case .string(let text) where text.text.utf8.count > 1 << 16:
      try tick(text.text.utf8.count >> 8)
    default: break
    }
  }

  /// The error about an evaluation that takes too long.
  private func timeout() -> JSONataError {
    JSONataError("D1012", value: limits.milliseconds.map { .integer(Int64($0)) })
  }

  /// Checks that `depth` is within the limit, and that the thread's stack has room left.
  @inline(__always)
  func check(depth: Int) throws(JSONataError) {
    if depth > depthLimit || NativeStack.position < stackLimit { try checkStack(depth) }
  }

  /// Throws if `depth` is not within the limit, or if the stack of the thread ends soon.
  @inline(never)
  private func checkStack(_ depth: Int) throws(JSONataError) {
    if depth > depthLimit { throw tooDeep(depthLimit) }
    guard let lowest = NativeStack.lowest else { throw tooDeep(depth) }
    stackLimit = lowest + NativeStack.reserve
    if NativeStack.position < stackLimit { throw tooDeep(depth) }
  }

  /// The error about evaluations that are nested `depth` deep.
  private func tooDeep(_ depth: Int) -> JSONataError {
    JSONataError("D1011", value: .integer(Int64(depth)))
  }

  /// Checks that a list of `count` elements is within the limit.
  @inline(__always)
  func check(count: Int) throws(JSONataError) {
    if count > sequenceLimit { throw tooLong(count) }
  }

  /// The error about a list of `count` elements.
  func tooLong(_ count: Int) -> JSONataError {
    JSONataError("D2015", value: .integer(Int64(limits.sequenceLength ?? sequenceLimit)))
  }

  /// Checks that a text of `length` UTF-8 bytes is within the limit.
  func check(length: Int) throws(JSONataError) {
    if let size = limits.valueSize, length > size { throw tooLong(length) }
    if length > 1 << 28 { throw tooLong(length) }
  }

  // MARK: - Tail calls

  /// Whether a function has left a call to the loop of its caller; then it has given no value.
  @inline(__always)
  var hasTailCall: Bool { tailCall != nil }

  /// Leaves `call` to the loop of the caller.
  @inline(__always)
  func leave(_ call: consuming TailCall) { tailCall = call }

  /// Takes the call that a function has left over.
  @inline(__always)
  func takeTailCall() -> TailCall? { tailCall.take() }
}
