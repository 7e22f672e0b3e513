/// What a part of a service's answer looks like.
indirect enum ServiceShape {
  /// A text of so many characters.
  case text(Limits)
  /// One of several texts.
  case choice([Substring])
  /// A number within limits.
  case number(Limits)
  /// A truth value.
  case bool
  /// Anything.
  case any
  /// A list of parts that look alike.
  case list(ServiceShape)
  /// An object whose members look alike.
  case map(ServiceShape)
  /// An object with fields.
  case object([Field])
  /// The structure with a name.
  case reference(String, [String: Substring])

  /// The least and the greatest of what is allowed.
  struct Limits {
    var minimum: Double?
    var maximum: Double?
  }

  /// A field of an object.
  struct Field {
    var name: String
    var isRequired: Bool
    var shape: ServiceShape
  }

  /// The shape that the line `name` of `lines` describes.
  init?(named name: String, in lines: [String: Substring]) {
    guard let line = lines[name] else { return nil }
    var reader = ServiceShapeReader(rest: line, lines: lines)
    self = reader.shape()
  }

  /// The shape itself, where it stands for another one.
  var resolved: ServiceShape {
    guard case .reference(let name, let lines) = self else { return self }
    return ServiceShape(named: name, in: lines) ?? .any
  }
}

/// Reads the text of a shape.
private struct ServiceShapeReader {
  /// What is not yet read.
  var rest: Substring

  /// The lines of the service.
  let lines: [String: Substring]

  /// Reads a shape.
  mutating func shape() -> ServiceShape {
    switch rest.popFirst() {
    case "s": return skip("(") ? .choice(until(")").split(separator: "|")) : .text(limits())
    case "n": return .number(limits())
    case "b": return .bool
    case "[": return closed(by: "]", ServiceShape.list)
    case "<": return closed(by: ">", ServiceShape.map)
    case "{": return .object(fields())
    case "#": return .reference("#" + word(), lines)
    default: return .any
    }
  }

  /// Reads a shape and the bracket after it.
  private mutating func closed(
    by bracket: Character, _ make: (ServiceShape) -> ServiceShape
  ) -> ServiceShape {
    let inner = shape()
    _ = skip(bracket)
    return make(inner)
  }

  /// Reads the fields of an object.
  private mutating func fields() -> [ServiceShape.Field] {
    var fields: [ServiceShape.Field] = []
    while !rest.isEmpty, !skip("}") {
      let name = word()
      let isRequired = skip("!")
      _ = skip(":")
      fields.append(ServiceShape.Field(name: name, isRequired: isRequired, shape: shape()))
      _ = skip(",")
    }
    return fields
  }

  /// Reads limits, if there are any.
  private mutating func limits() -> ServiceShape.Limits {
    let text = rest.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "e" || $0 == "+" }
    guard let dots = text.firstRange(of: "..") else { return ServiceShape.Limits() }
    rest = rest[text.endIndex...]
    return ServiceShape.Limits(
      minimum: Double(text[..<dots.lowerBound]), maximum: Double(text[dots.upperBound...]))
  }

  /// Reads a name.
  private mutating func word() -> String {
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    rest = rest[word.endIndex...]
    return String(word)
  }

  /// Reads up to `end` and past it.
  private mutating func until(_ end: Character) -> Substring {
    let text = rest.prefix { $0 != end }
    rest = rest[text.endIndex...].dropFirst()
    return text
  }

  /// Skips `character` if it is next.
  private mutating func skip(_ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }
}
