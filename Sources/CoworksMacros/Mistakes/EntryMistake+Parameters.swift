import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder

/// The wording of everything that can be wrong with a parameter.
extension EntryMistake {
  /// A parameter takes any number of values.
  static func variadic(
    _ parameter: FunctionParameterSyntax, _ ellipsis: TokenSyntax
  ) -> EntryMistake {
    let list = TypeSyntax(ArrayTypeSyntax(element: parameter.type.trimmed))
    let new = parameter.with(\.ellipsis, nil).with(\.type, list)
    return EntryMistake(
      "variadic", "a parameter of an entry cannot be variadic; take an array", at: ellipsis
    )
    .replacing(parameter, by: new, "take '\(list)'")
  }

  /// A parameter is `inout`, or is passed otherwise than by value.
  static func specifier(
    _ specifier: SimpleTypeSpecifierSyntax, of type: AttributedTypeSyntax
  ) -> EntryMistake {
    let text = specifier.specifier.text
    return EntryMistake(
      "specifier",
      "a parameter of an entry cannot be \(text): its value comes from a request", at: specifier
    )
    .replacing(
      TypeSyntax(type), by: type.baseType.with(\.leadingTrivia, type.leadingTrivia),
      "remove '\(text)'")
  }

  /// A parameter has a type that no request can hold.
  static func undecodable(_ type: UnreadableType) -> EntryMistake {
    let mistake = EntryMistake(
      "undecodable", "'\(type.node.trimmed)' cannot be read from a request; take a Codable type",
      at: type.node)
    return type.replacement.map {
      mistake.replacing(type.node, by: type.node.replaced(by: $0), "take '\($0)'")
    } ?? mistake
  }

  /// A parameter takes binary data as the numbers of its bytes.
  static func dataParameter(_ type: TypeSyntax) -> EntryMistake {
    EntryMistake(
      "data", "'\(type.trimmed)' is read from a list of numbers; binary content is a 'File'",
      at: type, severity: .warning
    )
    .replacing(type, by: type.replaced(by: "File"), "take 'File'")
  }

  /// A segment of the path may be left out.
  static func optionalSegment(
    _ parameter: FunctionParameterSyntax, _ node: Syntax, isFree: Bool
  ) -> EntryMistake {
    let choice = isFree ? "label it, or make it required" : "make it required"
    let mistake = EntryMistake(
      "optional-segment",
      "'\(parameter.wireName)' is a segment of the path, which is always given: \(choice)",
      at: node)
    let required = parameter.with(\.defaultValue, nil)
      .with(\.type, (parameter.type.wrapped ?? parameter.type).with(\.trailingTrivia, []))
    let labelled =
      isFree
      ? mistake.replacing(
        parameter, by: parameter.labelled, "label it, to take it from the query or the body")
      : mistake
    return labelled.replacing(parameter, by: required, "make it required")
  }

  /// A segment of the path is to hold more than one value, or a file.
  static func widePathSegment(
    _ parameter: FunctionParameterSyntax, isFree: Bool
  ) -> EntryMistake {
    let held = parameter.type.isFile ? "no file" : "one value"
    let mistake = EntryMistake(
      "wide-segment",
      "'\(parameter.wireName)' is a segment of the path, which holds \(held)", at: parameter.type)
    guard isFree else { return mistake }
    return mistake.replacing(
      parameter, by: parameter.labelled, "label it, to take it from the query or the body")
  }

  /// Two parameters have one name in a request.
  static func sameName(
    _ parameter: FunctionParameterSyntax, first: FunctionParameterSyntax
  ) -> EntryMistake {
    let text =
      parameter.isWholeBody
      ? "a request has one body, and the method takes two"
      : "a call cannot tell two parameters called '\(parameter.wireName)' apart"
    return EntryMistake("same-name", text, at: parameter.nameToken)
      .noting("the first is here", at: first.nameToken)
  }

  /// The method takes a body, and its verb says that there is none.
  static func noBody(
    _ parameter: FunctionParameterSyntax, _ name: EntryName, _ function: FunctionDeclSyntax
  ) -> EntryMistake {
    EntryMistake(
      "no-body", "a \(name.verb.uppercased()) request has no body", at: parameter.nameToken
    )
    .renaming(function.name, to: "post" + function.name.text.dropFirst(name.verb.count))
  }

  /// The method takes a file, and its verb says that there is no body which could hold it.
  static func fileWithoutBody(
    _ parameter: FunctionParameterSyntax, _ name: EntryName, _ function: FunctionDeclSyntax
  ) -> EntryMistake {
    EntryMistake(
      "file-without-body",
      "a \(name.verb.uppercased()) request has no body that could hold a file", at: parameter.type
    )
    .renaming(function.name, to: "post" + function.name.text.dropFirst(name.verb.count))
  }

  /// The whole body is to be several files.
  static func severalBodies(_ body: FunctionParameterSyntax) -> EntryMistake {
    EntryMistake(
      "several-bodies", "the whole body is one file; several are the parts of a form",
      at: body.type
    )
    .replacing(body.type, by: body.type.replaced(by: "File"), "take 'File'")
    .replacing(
      body.nameToken, by: body.nameToken.with(\.tokenKind, .identifier("files")),
      "call it 'files', to take the parts of a form")
  }

  /// A file is to come beside the whole body.
  static func fileBesideBody(
    _ parameter: FunctionParameterSyntax, _ body: FunctionParameterSyntax
  ) -> EntryMistake {
    EntryMistake(
      "file-beside-body",
      "'\(parameter.wireName)' has no place in the request: 'body' is the whole body",
      at: parameter.nameToken
    )
    .noting("the whole body is here", at: body.nameToken)
  }
}

extension FunctionParameterSyntax {
  /// The name that decides about the place in a request.
  var nameToken: TokenSyntax { isLabelled ? firstName : secondName ?? firstName }

  /// The parameter with its own name as its label.
  fileprivate var labelled: FunctionParameterSyntax {
    with(\.firstName, nameToken.with(\.trailingTrivia, []).with(\.leadingTrivia, leadingTrivia))
      .with(\.secondName, nil)
  }
}
