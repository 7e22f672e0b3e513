import JSON

/// The OpenAPI document beside a program: `NAME.openapi.json`, or `openapi.json`.
enum DescriptionFile {
  /// The paths at which the document of the program at `path` may lie.
  static func paths(of path: String) -> [String] {
    let name = ServiceSource.executable(path: path).defaultName
    return ["\(name).openapi.json", "openapi.json"].map { "\(Files.folder(of: path))/\($0)" }
  }

  /// The document beside the program at `path`, if there is one.
  static func document(of path: String) throws(ServiceHostError) -> JSONValue? {
    guard let file = paths(of: path).first(where: Files.exists) else { return nil }
    let bytes = try Files.read(file)
    let document: JSONValue
    do {
      document = try JSONReader.read(utf8: bytes)
    } catch {
      throw ServiceHostError(
        .description, "\(file) is no JSON: \(error.message) at byte \(error.offset)")
    }
    guard document["paths"] != nil else {
      throw ServiceHostError(
        .description, "\(file) is no OpenAPI document", help: "it has no member `paths`")
    }
    return document
  }
}
