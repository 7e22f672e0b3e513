/// A path: a root name and the steps from there.
package struct HCLReference: Hashable, Sendable {
  /// One step of a path.
  package enum Step: Hashable, Sendable {
    /// `.name`.
    case attribute(String)

    /// `[key]`.
    case index(HCLExpression)
  }

  /// The name that it starts with: `var`, `local`, a resource's type.
  package let root: String

  /// The steps in order.
  package let steps: [Step]

  /// Creates a path; `root` and the attributes of `steps` must be identifiers.
  package init(_ root: String, _ steps: [Step] = []) {
    precondition(root.isIdentifier, "a reference starts with an identifier: \(root)")
    for case .attribute(let name) in steps {
      precondition(name.isIdentifier, "a reference's attribute is an identifier: \(name)")
    }
    self.root = root
    self.steps = steps
  }
}
