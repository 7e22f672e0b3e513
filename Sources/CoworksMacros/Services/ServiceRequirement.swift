import SwiftSyntax

/// A method by which a service takes part in its calls, such as `authorize`.
///
/// The protocol has a default for each, so that a method which does not fit would compile and never
/// be called; here it is a mistake.
struct ServiceRequirement {
  /// The name.
  let name: String

  /// The types of the parameters, none of which is labelled.
  let parameters: [String]

  /// The type of the result, if there is one.
  var result: String?

  /// The methods.
  static let all = [
    ServiceRequirement(
      name: "authorize", parameters: ["AuthorizationRequest"], result: "Authorization"),
    ServiceRequirement(name: "before", parameters: ["inout Request"]),
    ServiceRequirement(name: "after", parameters: ["Request", "inout Answer"]),
  ]

  /// The method that decides who may call.
  static let authorize = all[0]

  /// What is wrong with those of `functions` that are meant to be the method.
  func mistakes(in functions: [FunctionDeclSyntax]) -> [EntryMistake] {
    if let fitting = functions.first(where: { $0.plainName == name && fits($0) }) {
      let hiding = fitting.modifiers.first { Self.hiding.contains($0.name.text) }
      return hiding.map { [.hiddenRequirement(name, $0, of: fitting)] } ?? []
    }
    return functions.filter { !$0.isEntry }.compactMap { function in
      if function.plainName == name {
        return isMeant(by: function) ? .wrongSignature(self, function) : nil
      }
      return fits(function) && isSaid(by: function.plainName)
        ? .misspelledRequirement(name, function.name) : nil
    }
  }

  /// Whether `function` has the signature, whatever its name.
  func fits(_ function: FunctionDeclSyntax) -> Bool {
    let clause = function.signature.parameterClause
    let types = clause.parameters.map { $0.isLabelled ? "" : $0.type.plainText }
    let result = function.signature.returnClause?.type
    let isResult = result.map { $0.isVoid ? nil : $0.plainText } ?? nil
    return types == parameters && isResult == self.result
      && function.genericParameterClause == nil
  }

  /// The signature's parameters in the source, named as those of `function` are.
  func parameterClause(for function: FunctionDeclSyntax) -> String {
    let given = Array(function.signature.parameterClause.parameters)
    let usual = parameters.map { $0.hasSuffix("Answer") ? "answer" : "request" }
    let list = parameters.indices.map { index in
      let parameter = index < given.count ? given[index] : nil
      let name = (parameter?.secondName ?? parameter?.firstName)?.text ?? usual[index]
      return "_ \(name == "_" ? usual[index] : name): \(parameters[index])"
    }
    return "(\(list.joined(separator: ", ")))"
  }

  /// The method as it is to be written.
  var declaration: String {
    let names = parameters.map { type in
      "_ \(type.hasSuffix("Answer") ? "answer" : "request"): \(type)"
    }
    return "func \(name)(\(names.joined(separator: ", ")))" + (result.map { " -> \($0)" } ?? "")
  }

  // MARK: -

  /// Modifiers with which the protocol does not see the method.
  private static let hiding = ["private", "fileprivate", "static", "class", "mutating"]

  /// Whether `function` is meant to be the method: an authorizer always, a hook if it has to do
  /// with requests.
  private func isMeant(by function: FunctionDeclSyntax) -> Bool {
    let text = function.signature.trimmedDescription
    return result != nil
      || parameters.contains { type in
        text.contains(type.split(separator: " ").last ?? "")
      }
  }

  /// Whether a method called `other` can be meant: an authorizer by its signature alone, which
  /// serves nothing else.
  private func isSaid(by other: String) -> Bool { result != nil || other.isNear(name) }
}

extension FunctionDeclSyntax {
  /// The name without quotes.
  var plainName: String { name.text.filter { $0 != "`" } }

  /// Whether the method is marked as a route.
  var isEntry: Bool { attributes.contains { $0.isNamed("Entry") } }
}

extension TypeSyntax {
  /// The type as it is written, without the module's name.
  fileprivate var plainText: String {
    trimmedDescription.replacing("Coworks.", with: "")
      .split(separator: " ").joined(separator: " ")
  }
}
