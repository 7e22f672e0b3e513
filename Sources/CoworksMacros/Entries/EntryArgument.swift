import SwiftParser
import SwiftSyntax

/// A parameter of a method that is a route.
struct EntryArgument {
  /// Where a call writes the value.
  enum Place: String {
    case path
    case query
    case field
    case wholeBody = "body"
  }

  /// The parameter in the source.
  let syntax: FunctionParameterSyntax

  /// Where a call writes the value.
  let place: Place

  /// Reads `syntax`.
  ///
  /// - Parameters:
  ///   - syntax: The parameter.
  ///   - name: The name of its method.
  ///   - pathNames: The parameters of a path given to `@Entry`.
  ///   - hasWholeBody: Whether one of the method's parameters is the whole body.
  init(
    _ syntax: FunctionParameterSyntax, of name: EntryName, pathNames: [String],
    hasWholeBody: Bool
  ) {
    self.syntax = syntax
    place =
      if !syntax.isLabelled || pathNames.contains(syntax.wireName) {
        .path
      } else if syntax.isWholeBody, name.hasBody {
        .wholeBody
      } else { name.hasBody && !hasWholeBody ? .field : .query }
  }

  /// The name in a call.
  var name: String { syntax.wireName }

  /// Whether its value may be left out by the method's caller.
  var isOptional: Bool { syntax.defaultValue != nil || syntax.type.isOptional }

  /// The expression of the default value, if it says more than the type does.
  var fallback: ExprSyntax? {
    guard let value = syntax.defaultValue?.value else { return nil }
    let isNil = value.is(NilLiteralExprSyntax.self)
    return isNil && syntax.type.isOptional ? nil : value.trimmed
  }

  /// Whether the default value is the same for every call, as its source shows.
  var hasConstantFallback: Bool { fallback?.isConstant ?? false }
}

extension FunctionParameterSyntax {
  /// Whether a call of the method names the argument.
  var isLabelled: Bool { firstName.tokenKind != .wildcard }

  /// The name in a request: the label, or else the parameter's own name.
  var wireName: String {
    let token = isLabelled ? firstName : secondName ?? firstName
    return token.text.filter { $0 != "`" }
  }

  /// Whether the parameter is the whole body of a request that has one.
  var isWholeBody: Bool { isLabelled && wireName == "body" }
}

extension TypeSyntax {
  /// Whether the type is written as an optional.
  var isOptional: Bool { wrapped != nil }
}

extension ExprSyntax {
  /// Whether the expression is made of literals only.
  fileprivate var isConstant: Bool {
    switch self.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr: true
    case .stringLiteralExpr(let literal): literal.representedLiteralValue != nil
    case .arrayExpr(let array): array.elements.allSatisfy(\.expression.isConstant)
    case .prefixOperatorExpr(let expression):
      expression.operator.text == "-" && expression.expression.isConstant
    default: false
    }
  }
}
