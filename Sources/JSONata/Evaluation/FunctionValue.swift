import JSON

/// A function as a value, or something else that only the evaluation itself keeps in a value.
///
/// `@unchecked Sendable`, inherited: built-in functions are immutable; the others belong to the one
/// evaluation that makes them.
class FunctionValue: JSONFunction, @unchecked Sendable {
  /// What there is to know for a call without asking for the class.
  enum Kind {
    /// A function that an expression defines, without a signature.
    case lambda

    /// Any other function.
    case function

    /// No function.
    case tuple
  }

  /// What there is to know for a call.
  let kind: Kind

  /// Creates the base of a function.
  init(kind: Kind = .function) {
    self.kind = kind
    super.init()
  }

  /// The number of arguments that functions such as `$map` pass, at most.
  var arity: Int { 0 }

  /// The number of parameters that partial application fills.
  var parameterCount: Int { arity }

  /// Computes the result, or leaves a tail call in the evaluation.
  func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? { nil }

  /// Computes the result of a call with some arguments given by a partial application.
  func invokeUnchecked(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    try invoke(invocation)
  }
}

extension JSONValue {
  /// The function, if it is one.
  @inline(__always)
  var functionValue: FunctionValue? {
    guard case .function(let function) = self else { return nil }
    let value = FunctionValue.cast(function)
    return value.kind == .tuple ? nil : value
  }

  /// The function, if it is one that an expression defines without a signature.
  @inline(__always)
  var plainLambda: LambdaFunction? {
    guard case .function(let function) = self else { return nil }
    let value = FunctionValue.cast(function)
    return value.kind == .lambda ? unsafeDowncast(value, to: LambdaFunction.self) : nil
  }
}

extension FunctionValue {
  /// `function` with its class: no other target derives from `JSONFunction`.
  @inline(__always)
  fileprivate static func cast(_ function: JSONFunction) -> FunctionValue {
    unsafeDowncast(function, to: FunctionValue.self)
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
    super.init()
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    var checked = invocation
    return try call(&checked, context: invocation.context)
  }

  override func invokeUnchecked(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    let result = try implementation(invocation)
    try invocation.run.tick(making: result)
    return result
  }

  /// Computes the result of `invocation`, whose arguments are changed as the signature says;
  /// `context` stands in for a missing one.
  @inline(__always)
  func call(
    _ invocation: inout Invocation, context: JSONValue?
  ) throws(JSONataError) -> JSONValue? {
    if let signature { try signature.check(&invocation.arguments, context: context) }
    return try invokeUnchecked(invocation)
  }
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
    super.init()
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
    super.init()
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    let run = invocation.run
    let middle = try run.apply(
      first, Arguments(invocation.arguments[0]), context: nil, depth: invocation.depth + 1)
    return try run.apply(second, Arguments(middle), context: nil, depth: invocation.depth)
  }
}
