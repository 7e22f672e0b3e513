package import JSON

extension JSONataExpression {
  /// What can be made of an expression with mistakes, for editors.
  package struct Recovered: Sendable {
    /// The tree as the reference's `ast()` has it; what cannot be read is of the type `error`.
    package let tree: JSONValue

    /// The mistakes: first those of the words and brackets, then the missing operands.
    package let errors: [JSONataError]

    /// The mistakes as the reference writes them, with the tokens that each has left `remaining`.
    package let errorTree: JSONValue
  }

  /// Reads `source` on beyond mistakes in it, as the reference does with its option `recover`.
  ///
  /// What is no word, such as a text without end, and what no tree can be made of, such as a `%`
  /// without an object, is thrown as it is by ``init(_:dialect:)``.
  package static func recovering(
    _ source: String, dialect: Dialect = .aws
  ) throws(JSONataError) -> Recovered {
    let tree = try SyntaxTree.recover(source, dialect: dialect)
    return Recovered(tree: tree.root, errors: tree.errors, errorTree: tree.mistakes)
  }
}
