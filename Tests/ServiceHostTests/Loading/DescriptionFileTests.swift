import Testing

@testable import ServiceHost

/// What is said of documents beside a program that cannot be read.
@Suite struct DescriptionFileTests {
  static let cases: [(text: String, message: String)] = [
    ("{\"openapi\": ", "is no JSON: expected a value, but the text ends here at byte 12"),
    ("{\"openapi\": \"3.1.0\"}", "is no OpenAPI document"),
  ]

  @Test(arguments: cases)
  func `a document that cannot be read is told in words`(_ text: String, _ message: String) throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    let file = folder + "/openapi.json"
    try Files.write(Array(text.utf8), to: file)
    let error = #expect(throws: ServiceHostError.self) {
      try DescriptionFile.document(of: folder + "/program")
    }
    #expect(error?.message == "\(file) \(message)")
  }
}
