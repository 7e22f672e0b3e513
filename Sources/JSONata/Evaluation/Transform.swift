import JSON

extension Compiler {
  /// Compiles `| pattern | update, delete |`; `context` is that of its parts.
  func transform(
    _ pattern: Node, _ update: Node, _ delete: Node?, at location: SourceLocation,
    _ context: Context
  ) -> Code {
    var inner = context.repeating
    inner.depth = 0
    inner.checked = 0
    let transform = Transform(
      pattern: entry(pattern, inner), update: entry(update, inner),
      delete: delete.map { entry($0, inner) }, clone: variable("clone", context.scope),
      location: location, updateLocation: update.location,
      deleteLocation: delete?.location ?? location)
    return { run, frame, _ in
      .function(TransformFunction(transform, frame: frame, home: run))
    }
  }
}

/// A compiled transform.
struct Transform: Sendable {
  /// The code of the objects to change.
  let pattern: Code

  /// The code of the members to set.
  let update: Code

  /// The code of the names to remove.
  let delete: Code?

  /// The function that copies the input.
  let clone: Code

  /// Where it stands.
  let location: SourceLocation

  /// Where the members to set stand.
  let updateLocation: SourceLocation

  /// Where the names to remove stand.
  let deleteLocation: SourceLocation
}

/// A transform as a function of the value to change.
final class TransformFunction: FunctionValue, @unchecked Sendable {
  private let transform: Transform
  private let frame: Frame
  private let home: Evaluation

  override var arity: Int { 1 }

  /// Creates the function; `frame` holds the variables around the transform, which belongs to the
  /// evaluation `home`.
  init(_ transform: Transform, frame: Frame, home: Evaluation) {
    self.transform = transform
    self.frame = frame
    self.home = home
    super.init()
  }

  /// `<(oa):o>`.
  private static let signature: Signature? = try? Signature("<(oa):o>", at: SourceLocation(0, 0))

  override func invoke(_ invocation: Invocation) throws(JSONataError) -> JSONValue? {
    var arguments = invocation.arguments
    try Self.signature?.check(&arguments, context: invocation.context)
    guard let input = arguments[0] else { return nil }
    let run = home
    if run !== invocation.run { run.resume(for: invocation.run) }
    let copy = try self.copy(of: input, run, invocation.depth)
    let own = Self.objects(in: copy)
    for match in elements(of: try transform.pattern(run, frame, copy)) {
      try change(match, own, run)
    }
    return copy
  }

  /// A deep copy of `input`, made by the function called `clone`.
  private func copy(
    of input: JSONValue, _ run: Evaluation, _ depth: Int
  ) throws(JSONataError) -> JSONValue? {
    guard let clone = try transform.clone(run, frame, nil)?.functionValue
    else { throw JSONataError("T2013", at: transform.location) }
    return try run.apply(clone, Arguments(input), context: nil, depth: depth)
  }

  /// The objects in `value`, which may be changed in place.
  private static func objects(in value: JSONValue?) -> Set<ObjectIdentifier> {
    var found: Set<ObjectIdentifier> = []
    func visit(_ value: JSONValue) {
      switch value {
      case .array(let list): list.elements.forEach(visit)
      case .object(let object):
        found.insert(ObjectIdentifier(object))
        object.values.forEach(visit)
      default: break
      }
    }
    if let value { visit(value) }
    return found
  }

  /// Sets and removes the members of `match`, if it is part of the copy.
  private func change(
    _ match: JSONValue, _ own: Set<ObjectIdentifier>, _ run: Evaluation
  ) throws(JSONataError) {
    try run.tick()
    let update = try transform.update(run, frame, match)
    if let update {
      guard case .object(let members) = update else {
        throw JSONataError("T2011", at: transform.updateLocation, value: update)
      }
      if case .object(let object) = match, own.contains(ObjectIdentifier(object)) {
        object.become(object.merging(members))
      }
    }
    guard let deletions = try transform.delete?(run, frame, match) else { return }
    for name in elements(of: deletions) {
      guard case .string(let name) = name else {
        throw JSONataError("T2012", at: transform.deleteLocation, value: deletions)
      }
      if case .object(let object) = match, own.contains(ObjectIdentifier(object)) {
        object.become(object.removing(name.text))
      }
    }
  }
}
