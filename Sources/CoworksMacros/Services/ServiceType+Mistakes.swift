import SwiftSyntax

extension ServiceType {
  /// What is wrong with the type, whatever it is used for.
  var mistakes: [EntryMistake] {
    (openClassKeyword.map { [.classIsNotFinal($0)] } ?? [])
      + (hasEntryAttributes ? [] : [.noEntries(name)])
      + mutatingEntries + duplicateEntries
  }

  /// What keeps the process of a service from creating its one instance.
  var mistakesOfCreation: [EntryMistake] {
    let initializers = members.compactMap { $0.decl.as(InitializerDeclSyntax.self) }
    guard !initializers.isEmpty else {
      return bindingsWithoutValue.map { .noValue($0) }
    }
    let usable = initializers.filter(\.takesNothing)
    guard let initializer = usable.first else {
      return initializers.prefix(1).map { .noUsableInitializer($0) }
    }
    if let mark = initializer.optionalMark { return [.failableInitializer(initializer, mark)] }
    let hiding = initializer.modifiers.first { $0.name.text.hasSuffix("private") }
    return hiding.map { [.privateInitializer(initializer, $0)] } ?? []
  }

  // MARK: -

  /// The stored properties that an instance created without arguments gives no value.
  private var bindingsWithoutValue: [PatternBindingSyntax] {
    members.compactMap { $0.decl.as(VariableDeclSyntax.self) }
      .filter { variable in
        variable.attributes.isEmpty
          && !variable.modifiers.contains { ["static", "lazy", "class"].contains($0.name.text) }
      }
      .flatMap { variable in
        let isConstant = variable.bindingSpecifier.text == "let"
        return Array(variable.bindings).filter { binding in
          let isNil = !isConstant && binding.typeAnnotation?.type.isOptional ?? false
          return binding.initializer == nil && binding.accessorBlock == nil && !isNil
        }
      }
  }

  /// The entries that change a value.
  private var mutatingEntries: [EntryMistake] {
    let changing = functions.filter { $0.modifiers.contains { $0.name.text == "mutating" } }
    return changing.filter(\.isEntry).compactMap { function in
      function.modifiers.first { $0.name.text == "mutating" }
        .map { .mutating($0, keyword: keyword, all: changing) }
    }
  }

  /// The entries that have the route of an earlier one.
  private var duplicateEntries: [EntryMistake] {
    let entries = entries
    return entries.indices.compactMap { index in
      let entry = entries[index]
      let first = entries[..<index].first { $0.routeIdentity == entry.routeIdentity }
      return first.map { .duplicateRoute(entry, first: $0) }
    }
  }
}

extension InitializerDeclSyntax {
  /// Whether it is `init()`; the protocol takes no other, even if all its parameters have defaults.
  fileprivate var takesNothing: Bool {
    genericParameterClause == nil && signature.parameterClause.parameters.isEmpty
  }
}
