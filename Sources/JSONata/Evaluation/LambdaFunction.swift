import JSON

/// A function that an expression defines.
final class LambdaFunction: FunctionValue, @unchecked Sendable {
  /// What the compiler knows of the function.
  let definition: LambdaDefinition

  /// The variables around the definition.
  let frame: Frame

  /// The context of the definition.
  let input: JSONValue?

  /// The evaluation that the body belongs to.
  let home: Evaluation

  /// The body.
  let body: Code

  /// The frames of calls that are over.
  @exclusivity(unchecked) private var frames = Frame.Pool()

  override var arity: Int { definition.parameterCount }

  /// Creates a function.
  init(_ definition: LambdaDefinition, frame: Frame, input: JSONValue?, home: Evaluation) {
    self.definition = definition
    self.frame = frame
    self.input = input
    self.home = home
    body = definition.body
    super.init(kind: definition.signature == nil ? .lambda : .function)
  }

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    guard let signature = definition.signature else { return try invokeUnchecked(invocation) }
    var checked = invocation
    try signature.check(&checked.arguments, context: invocation.context)
    return try invokeUnchecked(checked)
  }

  override func invokeUnchecked(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    guard invocation.run === home else { return try invokeAtHome(invocation) }
    let frame = newFrame(base: invocation.depth)
    for index in 0..<definition.parameterCount {
      frame.bind(index, to: invocation.arguments[index])
    }
    return try run(frame)
  }

  /// Calls the function from another evaluation: it has come out of `$eval`, or as a variable.
  private func invokeAtHome(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    home.resume(for: invocation.run)
    return try home.apply(
      self, invocation.arguments, context: nil, depth: invocation.depth)
  }

  // MARK: - Frames

  /// A frame for a call at the depth `base`, in which the parameters are to be bound.
  @inline(__always)
  func newFrame(base: Int) -> Frame {
    guard let frame = frames.take() else { return makeFrame(base: base) }
    frame.base = base
    return frame
  }

  /// Makes a frame.
  @inline(never)
  private func makeFrame(base: Int) -> Frame {
    Frame.make(definition.layout.count, parent: frame, base: base)
  }

  /// Runs the body in `frame`, in which the parameters are bound; the result may be a tail call.
  @inline(__always)
  func run(_ frame: consuming Frame) throws(JSONataError) -> JSONValue? {
    try home.check(depth: frame.base + definition.depth)
    let result = try body(home, frame, input)
    if definition.keepsFrames {
      discard(frame, after: result)
    } else {
      frames.put(frame)
    }
    return result
  }

  /// Keeps `frame` for a next call, unless a function that the body has made needs it.
  @inline(never)
  private func discard(_ frame: consuming Frame, after result: JSONValue?) {
    var frame = frame
    if isKnownUniquelyReferenced(&frame) {
      frames.put(frame)
    } else {
      home.release(frame, after: result)
    }
  }
}

/// The compiled form of a function definition; its parameters have the first slots.
final class LambdaDefinition: Sendable {
  /// The number of parameters.
  let parameterCount: Int

  /// What arguments it takes.
  let signature: Signature?

  /// The slots of its frames.
  let layout: FrameLayout

  /// The depth that the body certainly reaches, which whoever runs it checks.
  let depth: Int

  /// Whether functions that the body makes may keep its frames.
  let keepsFrames: Bool

  /// The body.
  let body: Code

  /// Creates a definition.
  init(
    parameterCount: Int, signature: Signature?, layout: FrameLayout, depth: Int,
    keepsFrames: Bool, body: @escaping Code
  ) {
    self.depth = depth
    self.keepsFrames = keepsFrames
    self.parameterCount = parameterCount
    self.signature = signature
    self.layout = layout
    self.body = body
  }
}
