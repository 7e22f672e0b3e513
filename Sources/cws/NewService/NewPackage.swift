import Foundation

/// A new service as a Swift package, with tests in Swift.
struct NewPackage {
  /// What the service is called.
  let name: NewServiceName

  /// The checkout that holds the authors' library.
  private let library: String

  /// Creates a package that depends on the library in this tool's checkout.
  init(name: NewServiceName) throws(NewServiceFailure) {
    guard !Locations.toolkit.isEmpty else {
      throw NewServiceFailure(
        .files,
        "the sources of Coworks, which the package needs, are not there; "
          + "set CWS_TOOLKIT to a checkout of CoWorks")
    }
    self.name = name
    library = URL(filePath: Locations.toolkit).path
  }

  /// The files.
  var files: [NewFiles.File] {
    [
      file("Package.swift", manifest),
      file("Sources/\(name.type)/\(name.type).swift", service.source),
      file("Tests/\(name.type)Tests/\(name.type)Tests.swift", tests),
      file(".gitignore", ".build/\n.env\n.env.*\n!.env.example\n"),
      file(".env.example", environment),
    ]
  }

  /// The service of one file that the package starts with.
  private var service: NewServiceFile { NewServiceFile(name: name) }

  /// The file at `path` in the package's folder.
  private func file(_ path: String, _ text: String) -> NewFiles.File {
    NewFiles.File(path: "\(name.service)/\(path)", text: text)
  }

  /// The manifest.
  private var manifest: String {
    """
    // swift-tools-version: 6.3

    import PackageDescription

    let package = Package(
      name: "\(name.service)",
      dependencies: [
        .package(name: "coworks", path: "\(library)")
      ],
      targets: [
        .executableTarget(
          name: "\(name.type)",
          dependencies: [.product(name: "Coworks", package: "coworks")]),
        .testTarget(
          name: "\(name.type)Tests",
          dependencies: [
            "\(name.type)",
            .product(name: "CoworksTesting", package: "coworks"),
          ]),
      ]
    )

    """
  }

  /// The tests.
  private var tests: String {
    """
    import CoworksTesting
    import Testing

    @testable import \(name.type)

    struct \(name.type)Tests {
      @Test func `everyone may read`() async throws {
        let client = try ServiceClient(\(name.type)())
        let answer = try await client.get("/notes/welcome", as: .anonymous)
        #expect(answer.status == 200)
        #expect(try answer.decode(\(name.type).Note.self).text == "It works.")
      }

      @Test func `a name is taken once`() async throws {
        let client = try ServiceClient(\(name.type)())
        let note = ["name": "plan", "text": "Write the next route."]
        #expect(try await client.post("/notes", json: note).status == 201)
        let answer = try await client.post("/notes", json: note)
        #expect(answer.status == 409)
        #expect(answer.error == "\(name.type).Taken")
      }

      @Test func `writing takes a token`() async throws {
        let client = try ServiceClient(\(name.type)())
        let note = ["name": "plan", "text": "Write the next route."]
        let answer = try await client.post("/notes", json: note, as: .anonymous)
        #expect(answer.status == 401)
      }
    }

    """
  }

  /// An example of the environment.
  private var environment: String {
    """
    # Copy this file to .env: `cws` gives its variables to the service, and never exports them.
    # What a caller sends as `Authorization: Bearer …` in order to write.
    \(service.token)=change-me

    """
  }
}
