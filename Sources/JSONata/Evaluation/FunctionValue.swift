import JSON

/// A function as a value.
///
/// `@unchecked Sendable`, inherited: built-in functions are immutable; the others belong to the one
/// evaluation that makes them.
class FunctionValue: JSONFunction, @unchecked Sendable {
  /// The number of arguments that functions such as `$map` pass, at most.
  var arity: Int { 0 }

  /// The number of parameters that partial application fills.
  var parameterCount: Int { arity }

  /// Computes the result, or leaves a tail call in the evaluation and returns its marker.
  func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? { nil }

  /// Computes the result of a call with some arguments given by a partial application.
  func invokeUnchecked(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    try invoke(invocation)
  }
}

/// A function that is part of the engine or of the host.
final class NativeFunction: FunctionValue, @unchecked Sendable {
  /// Computes the result of a call.
  typealias Implementation = @Sendable (Invocation) throws(JSONataError) -> JSONValue?

  /// The name without `$`, if it has one.
  let name: String?

  /// What arguments it takes.
  let signature: Signature?

  /// Computes the result of a call whose arguments have been checked.
  let implementation: Implementation

  private let declaredArity: Int
  private let declaredCount: Int

  override var arity: Int { declaredArity }
  override var parameterCount: Int { declaredCount }

  /// Creates a function.
  init(
    name: String?, arity: Int, parameterCount: Int, signature: Signature?,
    implementation: @escaping Implementation
  ) {
    self.name = name
    self.signature = signature
    self.implementation = implementation
    declaredArity = arity
    declaredCount = parameterCount
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    guard let signature else { return try implementation(invocation) }
    var checked = invocation
    try signature.check(&checked.arguments, context: invocation.context)
    return try implementation(checked)
  }

  override func invokeUnchecked(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    try implementation(invocation)
  }
}

/// A function that an expression defines.
final class LambdaFunction: FunctionValue, @unchecked Sendable {
  /// What the compiler knows of the function.
  let definition: LambdaDefinition

  /// The variables around the definition.
  let frame: Frame

  /// The context of the definition.
  let input: JSONValue?

  override var arity: Int { definition.parameterCount }

  /// Creates a function.
  init(_ definition: LambdaDefinition, frame: Frame, input: JSONValue?) {
    self.definition = definition
    self.frame = frame
    self.input = input
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    guard let signature = definition.signature else { return try invokeUnchecked(invocation) }
    var checked = invocation
    try signature.check(&checked.arguments, context: invocation.context)
    return try invokeUnchecked(checked)
  }

  override func invokeUnchecked(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    let inner = Frame.make(definition.layout.count, parent: frame, base: invocation.depth)
    for index in 0..<definition.parameterCount { inner[index] = .some(invocation.arguments[index]) }
    return try definition.body(invocation.run, inner, input)
  }
}

/// The compiled form of a function definition; its parameters have the first slots.
struct LambdaDefinition: Sendable {
  /// The number of parameters.
  let parameterCount: Int

  /// What arguments it takes.
  let signature: Signature?

  /// The slots of its frames.
  let layout: FrameLayout

  /// The body.
  let body: Code
}

/// A function with some of its arguments given.
final class PartialFunction: FunctionValue, @unchecked Sendable {
  private let function: FunctionValue
  private let given: [JSONValue?]
  private let open: [Int]

  override var arity: Int { open.count }

  /// Creates a function of the parameters at the positions `open`.
  init(_ function: FunctionValue, given: [JSONValue?], open: [Int]) {
    self.function = function
    self.given = given
    self.open = open
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    var list = given
    for (index, position) in open.enumerated() { list[position] = invocation.arguments[index] }
    var inner = invocation
    inner.arguments = Arguments(list)
    return try function.invokeUnchecked(inner)
  }
}

/// Two functions, one applied to the result of the other.
final class ComposedFunction: FunctionValue, @unchecked Sendable {
  private let first: FunctionValue
  private let second: FunctionValue

  override var arity: Int { 1 }

  /// Creates the function that applies `second` to what `first` gives.
  init(_ first: FunctionValue, _ second: FunctionValue) {
    self.first = first
    self.second = second
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    let run = invocation.run
    let middle = try run.apply(
      first, Arguments(invocation.arguments[0]), context: nil, depth: invocation.depth + 1)
    return try run.apply(second, Arguments(middle), context: nil, depth: invocation.depth)
  }
}

/// The mark of a call that is left to the caller's loop; the call itself is in the evaluation.
final class TailCallMarker: JSONFunction, @unchecked Sendable {
  /// The only one.
  static let shared = TailCallMarker()
}

/// An item with the variables that `@`, `#` and `%` have bound on its way.
final class Tuple: JSONFunction, @unchecked Sendable {
  /// The item.
  let value: JSONValue?

  /// The variables.
  let frame: Frame

  /// Creates a tuple.
  init(_ value: JSONValue?, frame: Frame) {
    self.value = value
    self.frame = frame
  }
}
