/// A field, or a whole variable, that an expression reads.
package struct FieldRead: Hashable, Sendable {
  /// Where the path of a field starts.
  package enum Root: Hashable, Sendable {
    /// At a variable that the expression does not define.
    case variable(String)

    /// At the context that the expression is evaluated in.
    case context
  }

  /// How much of a value an expression makes use of.
  package enum Use: Int, Comparable, Sendable {
    /// Nothing but the fields that are reads of their own.
    case passage

    /// Whether it is there and how many elements it has.
    case items

    /// All of it, with whatever is in it.
    case everything

    package static func < (a: Use, b: Use) -> Bool { a.rawValue < b.rawValue }
  }

  /// Where the path starts.
  package let root: Root

  /// The names of the fields, one in the other; lists on the way are passed through.
  package let path: [String]

  /// The UTF-8 range of the last name, or of the variable, in the source.
  package let range: Range<Int>

  /// How much of the value is used.
  package internal(set) var use: Use
}

extension JSONataExpression {
  /// The fields that the expression reads of its context and of the variables that it does not
  /// define, in the order of the text, those on the way to others among them.
  ///
  /// Aliases, functions of the expression, predicates, `@`, `#` and `%` are followed. It is never
  /// less than what an evaluation reads: where a field cannot be told, as with `*`, `$lookup` of a
  /// computed name or a function of the host, everything in the value counts as read.
  package var fieldReads: [FieldRead] {
    StaticEvaluation(of: self).reads.sorted { a, b in
      (a.range.lowerBound, a.path.count) < (b.range.lowerBound, b.path.count)
    }
  }

  /// What can be told of the expression's value.
  ///
  /// - Parameters:
  ///   - variables: The types of variables, as far as they are known.
  ///   - context: The type of the context.
  /// - Returns: A type that every value of the expression has.
  package func resultType(
    variables: [String: ValueType] = [:], context: ValueType = .unknown
  ) -> ValueType {
    StaticEvaluation(of: self, variables: variables, context: context).result
  }
}
