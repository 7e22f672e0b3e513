import Synchronization

/// The tree of an expression, and its code, which is made when the expression is first evaluated:
/// of the expressions in a definition, few are evaluated in a run.
///
/// `@unchecked Sendable`: the code is written once, before it is marked as made.
final class Compilation: @unchecked Sendable {
  /// The tree.
  let tree: SyntaxTree

  private let dialect: JSONataExpression.Dialect
  private let isMade = Atomic<Bool>(false)
  private let lock = Mutex(())
  @exclusivity(unchecked) private var code: Program?

  /// Takes the tree of an expression.
  init(_ tree: SyntaxTree, dialect: JSONataExpression.Dialect) {
    self.tree = tree
    self.dialect = dialect
  }

  /// The code; it only fails where the stack has no room to make it.
  @inline(__always)
  var program: Program {
    if isMade.load(ordering: .acquiring), let code { return code }
    return make()
  }

  /// Code that fails.
  private var tooDeep: Program {
    Program(
      dialect: dialect, code: { _, _, _ throws(JSONataError) in throw JSONataError("D1011") },
      layout: FrameLayout(), globalNames: [])
  }

  /// Makes the code, unless another thread has been faster.
  @inline(never)
  private func make() -> Program {
    lock.withLock { _ in
      if let code { return code }
      guard tree.height <= Parser.presumedHeight || tree.height <= NativeStack.levels else {
        return tooDeep
      }
      let program = Compiler.compile(tree.root, dialect: dialect)
      code = program
      isMade.store(true, ordering: .releasing)
      return program
    }
  }
}
