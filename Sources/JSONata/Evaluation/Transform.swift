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
      looksInside: looksInside(pattern, inner.scope) && looksInside(update, inner.scope),
      location: location, updateLocation: update.location,
      deleteLocation: delete?.location ?? location)
    return { run, frame, _ in
      .function(TransformFunction(transform, frame: frame, home: run))
    }
  }

  /// Whether the value of `node` certainly consists of parts of the context and of new values.
  private func looksInside(_ node: Node, _ scope: Scope) -> Bool {
    switch node.kind {
    case .name, .wildcard, .descendant, .string, .number, .value, .regex, .path, .binary, .negate,
      .array, .object, .condition, .block, .sort:
      return node.children.allSatisfy { looksInside($0, scope) }
    case .call(let procedure, let arguments):
      guard case .variable(let name) = procedure.kind, name != "eval", isBuiltin(name, scope) else {
        return false
      }
      return arguments.allSatisfy { looksInside($0, scope) }
    case .variable(let name): return name.isEmpty
    default: return false
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

  /// Whether all objects that the pattern and the members come from are certainly in the context.
  let looksInside: Bool

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
    guard let clone = try transform.clone(run, frame, nil)?.functionValue else {
      throw JSONataError("T2013", at: transform.location)
    }
    if transform.looksInside, !run.overridesBuiltins,
      clone === Builtins.function(named: "clone", in: run.dialect)
    {
      let copy = try Text.sharedPlain(input) ?? input
      if let result = try change(copy, run, unlessAmbiguous: true) { return result }
    }
    let copy = try run.apply(clone, Arguments(input), context: nil, depth: invocation.depth)
    guard let copy else { return nil }
    return try change(copy, run, unlessAmbiguous: false)
  }

  /// The changed `copy`; nil if the objects to change stand in it more than once, so that it has
  /// to be a real copy.
  private func change(
    _ copy: JSONValue, _ run: Evaluation, unlessAmbiguous: Bool
  ) throws(JSONataError) -> JSONValue? {
    let matches = elements(of: try transform.pattern(run, frame, copy))
    var changes = TransformChanges(of: matches, in: copy)
    if unlessAmbiguous, changes.areAmbiguous { return nil }
    for match in matches { try change(match, &changes, run) }
    return changes.applied(to: copy)
  }

  /// Sets and removes the members of `match`, if it is part of the copy.
  private func change(
    _ match: JSONValue, _ changes: inout TransformChanges, _ run: Evaluation
  ) throws(JSONataError) {
    try run.tick()
    let current = changes.current(match)
    let update = try transform.update(run, frame, current)
    if let update {
      guard case .object(let members) = update else {
        throw JSONataError("T2011", at: transform.updateLocation, value: update)
      }
      changes.set(members, in: match)
    }
    guard let delete = transform.delete,
      let deletions = try delete(run, frame, changes.current(match))
    else { return }
    for name in elements(of: deletions) {
      guard case .string(let name) = name else {
        throw JSONataError("T2012", at: transform.deleteLocation, value: deletions)
      }
      changes.remove(name.text, from: match)
    }
  }
}
