import JSON

/// What a service may be called: the names that paths, functions and Terraform take alike.
enum ServiceName {
  /// Whether `name` is a letter followed by letters, digits, `-` and `_`, at most 64 in all.
  static func isValid(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, isLetter(first) else { return false }
    return name.utf8.count <= 64
      && name.unicodeScalars.allSatisfy {
        isLetter($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "_"
      }
  }

  /// The error that `name` is not valid.
  static func error(_ name: String) -> ServiceHostError {
    ServiceHostError(
      .invalidName, "\(JSONWriter.quoted(name)) cannot be the name of a service",
      help: "a name is a letter, then letters, digits, - and _; give one with `as NAME`")
  }

  /// The error that `stage` cannot name a stage.
  static func stageError(_ stage: String) -> ServiceHostError {
    ServiceHostError(
      .invalidName, "\(JSONWriter.quoted(stage)) cannot be the name of a stage",
      help: "a name is a letter, then letters, digits, - and _, such as dev or prod")
  }

  /// Whether `scalar` is a letter of ASCII.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
