import JSON
import Synchronization

/// A compiled expression.
///
/// `@unchecked Sendable`: `kept` is only touched by who has set `isInUse`.
final class Program: @unchecked Sendable {
  /// A name that the expression does not bind.
  struct Global: Sendable {
    /// The name.
    let name: String

    /// The built-in function of that name.
    let builtin: JSONValue?

    /// Whether only the caller can give it a value.
    var isFree: Bool { builtin == nil && name != "$" }
  }

  /// Which JSONata it is.
  let dialect: JSONataExpression.Dialect

  /// The code.
  let code: Code

  /// The slots of the outermost frame.
  let layout: FrameLayout

  /// The names that are not bound in the expression, by their slots.
  let globals: [Global]

  /// The slots of the names that only the caller can give a value.
  let freeSlots: [Int]

  private let inputSlot: Int?
  private let builtinSlots: [Int]
  private let bindsNames: Bool

  /// The evaluation that is used again and again, and whether somebody uses it now.
  @exclusivity(unchecked) private var kept: Evaluation?
  private let isInUse = Atomic<Bool>(false)

  /// Creates a program.
  init(
    dialect: JSONataExpression.Dialect, code: @escaping Code, layout: FrameLayout,
    globalNames: [String]
  ) {
    self.dialect = dialect
    self.code = code
    self.layout = layout
    let globals = globalNames.map { name in
      Global(
        name: name,
        builtin: Builtins.function(named: name, in: dialect).map { .function($0) })
    }
    self.globals = globals
    freeSlots = globals.indices.filter { globals[$0].isFree }
    builtinSlots = globals.indices.filter { globals[$0].builtin != nil }
    inputSlot = globals.firstIndex { $0.name == "$" }
    bindsNames = inputSlot != nil || !freeSlots.isEmpty
  }

  // MARK: - Evaluations

  /// An evaluation that nobody else uses.
  ///
  /// One is kept, so that making one need not be paid for each.
  @inline(__always)
  func takeEvaluation() -> Evaluation {
    if isInUse.exchange(true, ordering: .acquiring) { return Evaluation(self) }
    return kept ?? makeKept()
  }

  /// Makes the evaluation that is kept.
  @inline(never)
  private func makeKept() -> Evaluation {
    let run = Evaluation(self)
    run.isKept = true
    kept = run
    return run
  }

  /// Takes `run`, which has ended, back for a next evaluation.
  @inline(__always)
  func takeBack(_ run: Evaluation) {
    if run.isKept { isInUse.store(false, ordering: .releasing) }
  }

  /// Leaves `run` to the functions of its result.
  func giveAway(_ run: Evaluation) {
    guard run.isKept else { return }
    run.isKept = false
    kept = nil
    isInUse.store(false, ordering: .releasing)
  }

  // MARK: - Names

  /// Gives the names their values from the caller's variables and functions.
  @inline(__always)
  func bindGlobals(of run: Evaluation) throws(JSONataError) {
    if let inputSlot { run.globals[inputSlot] = run.root }
    if run.bindings.isEmpty, run.environment.hostFunctions.isEmpty { return }
    try bindNames(of: run)
  }

  /// Gives the names their values where the caller has variables or functions.
  private func bindNames(of run: Evaluation) throws(JSONataError) {
    for slot in freeSlots {
      if let value = try run.global(globals[slot].name) { run.globals[slot] = value }
    }
    for slot in builtinSlots {
      let name = globals[slot].name
      guard run.bindings[name] != nil || run.environment.hostFunctions[name] != nil else {
        continue
      }
      run.globals[slot] = try run.global(name)
      run.overridesBuiltins = true
    }
  }

  /// Takes the values of the caller away.
  @inline(__always)
  func unbindGlobals(of run: Evaluation) {
    if bindsNames || run.overridesBuiltins { unbindNames(of: run) }
  }

  /// Takes the values of the caller away where there may be some.
  private func unbindNames(of run: Evaluation) {
    if let inputSlot { run.globals[inputSlot] = .none }
    for slot in freeSlots { run.globals[slot] = .none }
    if run.overridesBuiltins {
      for slot in builtinSlots { run.globals[slot] = globals[slot].builtin }
      run.overridesBuiltins = false
    }
  }
}
