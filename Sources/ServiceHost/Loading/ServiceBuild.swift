import JSON

/// What was built of a service, in its folder of the cache.
struct ServiceBuild: Hashable, Sendable {
  /// The folder.
  let folder: String

  /// The program that runs on this machine.
  var program: String { folder + "/service" }

  /// The program for deployment.
  var bootstrap: String { folder + "/bootstrap" }

  /// What the service says of its routes, if it is known.
  var document: JSONValue? {
    guard let bytes = try? Files.read(documentPath) else { return nil }
    return try? JSONReader.read(utf8: bytes)
  }

  /// Keeps what the service says of its routes.
  func keep(_ document: JSONValue) throws(ServiceHostError) {
    try Files.write(JSONWriter.utf8(document), to: documentPath)
  }

  /// The file of the document.
  private var documentPath: String { folder + "/openapi.json" }
}
