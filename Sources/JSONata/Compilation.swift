import Synchronization

/// The tree of an expression, and its code, which is made when the expression is first evaluated:
/// of the expressions in a definition, few are evaluated in a run.
final class Compilation: Sendable {
  /// The tree.
  let tree: SyntaxTree

  private let dialect: JSONataExpression.Dialect
  private let made = AtomicLazyReference<Program>()

  /// Takes the tree of an expression.
  init(_ tree: SyntaxTree, dialect: JSONataExpression.Dialect) {
    self.tree = tree
    self.dialect = dialect
  }

  /// The code.
  @inline(__always)
  var program: Program { made.load() ?? make() }

  /// Makes the code, unless another thread has been faster.
  private func make() -> Program {
    made.storeIfNil(Compiler.compile(tree.root, dialect: dialect))
  }
}
