import SwiftSyntax

/// The part of a type that no request, or no answer, can hold, as its source shows.
struct UnreadableType {
  /// The smallest such part.
  let node: TypeSyntax

  /// A type to take in its place.
  let replacement: String?

  /// Finds the part in `type`; nil if nothing can be seen to be wrong.
  init?(in type: TypeSyntax) {
    switch type.as(TypeSyntaxEnum.self) {
    case .optionalType(let type):
      self.init(in: type.wrappedType)
    case .arrayType(let type):
      self.init(in: type.element)
    case .dictionaryType(let type):
      self.init(anyOf: [type.key, type.value])
    case .tupleType(let tuple):
      if let element = tuple.elements.first, tuple.elements.count == 1 {
        self.init(in: element.type)
      } else {
        self.init(type)
      }
    case .identifierType(let identifier):
      self.init(identifier)
    case .memberType(let member):
      guard member.name.text == "Type" || member.name.text == "Protocol" else { return nil }
      self.init(type)
    case .implicitlyUnwrappedOptionalType(let optional):
      self.init(type, replacement: "\(optional.wrappedType.trimmed)?")
    case .attributedType, .compositionType, .functionType, .metatypeType, .someOrAnyType,
      .suppressedType,
      .packExpansionType, .packElementType:
      self.init(type)
    default: return nil
    }
  }

  /// Finds the part in a type that is a name.
  private init?(_ type: IdentifierTypeSyntax) {
    let name = type.name.text
    if Self.unreadable.contains(name) || Self.texts.contains(name) || Self.numbers.contains(name) {
      let replacement =
        Self.texts.contains(name) ? "String" : Self.numbers.contains(name) ? "Double" : nil
      self.init(TypeSyntax(type), replacement: replacement)
      return
    }
    let arguments = type.genericArgumentClause?.arguments.compactMap { argument in
      if case .type(let type) = argument.argument { return type }
      return nil
    }
    self.init(anyOf: Self.containers.contains(name) ? arguments ?? [] : [])
  }

  /// Finds the part in the first of `types` that has one.
  private init?(anyOf types: [TypeSyntax]) {
    for type in types {
      if let found = UnreadableType(in: type) {
        self = found
        return
      }
    }
    return nil
  }

  /// The part `node`.
  private init(_ node: TypeSyntax, replacement: String? = nil) {
    self.node = node
    self.replacement = replacement
  }

  /// Types that are Codable if what they hold is.
  private static let containers = ["Optional", "Array", "Set", "Dictionary", "Response"]

  /// Well-known types that have no form in JSON.
  private static let unreadable = [
    "Any", "AnyObject", "AnyHashable", "AnyClass", "Error", "Void", "Selector", "Regex", "Task",
    "NSArray", "NSDictionary", "NSError", "NSObject", "OpaquePointer",
  ]

  /// Well-known types for texts that are not Codable.
  private static let texts = ["Character", "Substring", "StaticString", "NSString"]

  /// Well-known types for numbers that are not Codable.
  private static let numbers = ["NSNumber"]
}
