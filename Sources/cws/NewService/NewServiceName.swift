/// What a new service is called: `order-mail`, and its type `OrderMail`.
struct NewServiceName {
  /// The name of the service, and of its file.
  let service: String

  /// The name of its type.
  let type: String

  /// Checks `text`.
  init(_ text: String) throws(NewServiceFailure) {
    guard Self.isName(text) else {
      let nearest = Self.nearest(to: text).map { "; try `\($0)`" } ?? ""
      throw NewServiceFailure(
        .name,
        "`\(text)` cannot be the name of a new service, which is words in lower case with - "
          + "between them, such as order-mail\(nearest)")
    }
    service = text
    type = text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    if Self.taken.contains(type) {
      throw NewServiceFailure(
        .name, "`\(text)` cannot be the name of a new service: its type would hide `\(type)`")
    }
  }

  /// Whether `text` is words of letters with `-` between them; digits may end it.
  private static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= 64 else { return false }
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    let last = words.last ?? ""
    let ending = last.drop { !isDigit($0) }
    return words.dropLast().allSatisfy(isWord) && isWord(last.dropLast(ending.count))
      && ending.allSatisfy(isDigit)
  }

  /// Whether `text` is a word of small letters.
  private static func isWord(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { ("a"..."z").contains($0) }
  }

  /// Whether `character` is a digit.
  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// The name that was probably meant by `text`.
  private static func nearest(to text: String) -> String? {
    guard text.allSatisfy(\.isASCII) else { return nil }
    var name = ""
    for character in text {
      if character.isUppercase, name.last?.isLowercase == true { name += "-" }
      let isPlain = character.isLetter || character.isNumber
      name += isPlain ? character.lowercased() : "-"
    }
    let words = name.split(separator: "-")
    let joined = words.joined(separator: "-")
    return isName(joined) ? joined : nil
  }

  /// Types of Swift and Coworks that services use by their names, and those of the new service.
  private static let taken: Set<String> = [
    "Admin", "Answer", "Any", "Array", "Authorization", "Blueprint", "Body", "Bool", "Character",
    "Coworks", "Date", "Decodable", "Decoder", "Dictionary", "Double", "Duration", "Encodable",
    "Encoder", "Entry", "Environment", "Error", "File", "Float", "Foundation", "Headers", "Int",
    "Invocation", "Logger", "Logging", "Mount", "Never", "Note", "Optional", "Request", "Response",
    "Result", "Self", "Set", "String", "Swift", "Task", "Type", "Void",
  ]
}

/// What keeps a new service from being written.
struct NewServiceFailure: Error {
  /// What is at fault.
  enum Kind {
    /// The name.
    case name

    /// The file system.
    case files
  }

  /// What is at fault.
  let kind: Kind

  /// What is wrong, in words for the user.
  let message: String

  /// Creates a failure.
  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
