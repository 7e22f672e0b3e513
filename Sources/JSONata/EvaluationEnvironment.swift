public import JSON

/// What an evaluation may not get from anywhere but its caller: time, randomness, limits, functions.
///
/// ```swift
/// var environment = EvaluationEnvironment()
/// environment.hostFunctions["greet"] = HostFunction(arity: 1, signature: "<s:s>") { call in
///   .string("Hello \(call.arguments[0]?.stringValue ?? "")")
/// }
/// let greeting = try JSONataExpression("$greet(name)")
/// let text = try greeting.evaluate(["name": "Ada"], environment: environment)
/// ```
///
/// All but the time stands behind one reference, so that handing it on costs next to nothing.
@dynamicMemberLookup
public struct EvaluationEnvironment: Sendable {
  /// The time of `$now` and `$millis`, in milliseconds since 1970.
  public var now: Double = 0

  private var box = Box.standard

  /// Creates an environment without a clock and functions.
  public init() {}

  /// What there is besides the time.
  public struct Services: Sendable {
    /// Gives the next random number from 0 to 1, 1 excluded.
    public var random: @Sendable () -> Double = { Double.random(in: 0..<1) }

    /// Gives a new UUID; made of `random` where it is not given.
    public var uuid: (@Sendable () -> String)?

    /// Gives the nanoseconds of a clock that never goes back; without it there is no limit of time.
    public var monotonicClock: (@Sendable () -> UInt64)?

    /// The limits; nil stands for those of the dialect.
    public var limits: Limits?

    /// Whether the evaluation should be given up; asked every few microseconds, on its thread.
    ///
    /// It then throws an error with the code `cancelled`.
    public var isCancelled: @Sendable () -> Bool = { false }

    /// Functions of the caller, by their names without `$`.
    public var hostFunctions: [String: HostFunction] = [:]
  }

  /// Services behind a reference.
  private final class Box: Sendable {
    let services: Services

    init(_ services: Services) { self.services = services }

    static let standard = Box(Services())
  }

  /// A service.
  public subscript<Service>(
    dynamicMember path: WritableKeyPath<Services, Service>
  ) -> Service {
    get { box.services[keyPath: path] }
    set {
      var services = box.services
      services[keyPath: path] = newValue
      box = Box(services)
    }
  }

  /// What there is besides the time.
  var services: Services { box.services }

  /// Whether both have the same services, known without looking at them.
  @inline(__always)
  func shares(with other: EvaluationEnvironment) -> Bool { box === other.box }

  /// How much an evaluation may use.
  public struct Limits: Sendable {
    /// The deepest nesting of evaluations, counted as the reference does.
    public var depth: Int

    /// The longest time in milliseconds.
    public var milliseconds: Int?

    /// The longest sequence that the evaluation may build.
    public var sequenceLength: Int?

    /// The most bytes of one text or list, counted 8 for each element and 1 for each character.
    public var valueSize: Int?

    /// The most function calls and iterations.
    public var steps = 1_000_000_000

    /// Creates limits.
    public init(
      depth: Int, milliseconds: Int? = nil, sequenceLength: Int? = nil, valueSize: Int? = nil
    ) {
      self.depth = depth
      self.milliseconds = milliseconds
      self.sequenceLength = sequenceLength
      self.valueSize = valueSize
    }

    /// Those of Step Functions: 100 nested evaluations, 1 second, 6,990,256 bytes a value.
    public static let aws = Limits(depth: 100, milliseconds: 1_000, valueSize: 6_990_256)

    /// Those of plain JSONata, which has none but the stack.
    public static let jsonata = Limits(depth: 10_000_000)
  }
}

/// A function of the host that expressions can call.
///
/// It runs on the thread of the evaluation, and on several threads at once if the expression is
/// evaluated on several. What it throws, the evaluation throws; a code of its own may say what
/// happened: `JSONataError("host", message: "no connection")`.
public struct HostFunction: Sendable {
  /// What the host is given of a call.
  public struct Call {
    /// The arguments; an undefined one is nil.
    public let arguments: [JSONValue?]

    /// The evaluation that calls.
    let invocation: Invocation

    /// Calls `function`, which an argument may be.
    public func apply(
      _ function: JSONValue?, to arguments: [JSONValue?]
    ) throws(JSONataError) -> JSONValue? {
      try invocation.run.apply(
        function, Arguments(arguments), context: nil, depth: invocation.depth)
    }
  }

  /// The number of arguments that `$map` and its like pass.
  public let arity: Int

  /// The signature, such as `<s-n?:s>`, if arguments are to be checked.
  public let signature: String?

  /// Computes the result.
  public let implementation: @Sendable (Call) throws(JSONataError) -> JSONValue?

  /// Creates a function.
  public init(
    arity: Int, signature: String? = nil,
    implementation: @escaping @Sendable (Call) throws(JSONataError) -> JSONValue?
  ) {
    self.arity = arity
    self.signature = signature
    self.implementation = implementation
  }

  /// The function as a value, which other functions may return.
  public func value() throws(JSONataError) -> JSONValue {
    let signature = try signature.map { text throws(JSONataError) in
      try Signature(text, at: SourceLocation(0, 0))
    }
    let implementation = implementation
    return .function(
      NativeFunction(name: nil, arity: arity, parameterCount: arity, signature: signature) {
        invocation throws(JSONataError) in
        try implementation(Call(arguments: invocation.arguments.list, invocation: invocation))
      })
  }
}
