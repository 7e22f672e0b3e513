import SwiftDiagnostics
import Testing

struct ServiceMistakeTests {
  @Test(arguments: [("TechMicroService", "service"), ("Blueprint", "blueprint")])
  func `A service is no enumeration`(macro: String, kind: String) {
    expectMistake(
      "a \(kind) is a struct, an actor or a final class", in: "1️⃣@\(macro)\nenum Shop {\n}")
  }

  @Test func `A class is final`() {
    expectMistake(
      "a service that is a class must be final",
      in: "@TechMicroService\npublic 1️⃣class Shop {\n  @Entry func get() {}\n}",
      repairs: [
        (
          "insert 'final'",
          "@TechMicroService\npublic final class Shop {\n  @Entry func get() {}\n}"
        )
      ])
  }

  @Test func `A service should have routes`() {
    expectMistake(
      "'Shop' has no routes: mark its methods with @Entry",
      in: "@TechMicroService\nstruct 1️⃣Shop {\n}", severity: .warning)
  }

  @Test(arguments: [
    ("@Entry(\"/stock/{id}\") func 1️⃣getArticle(id: Int) {}", "/stock/{id}"),
    ("@Entry func 1️⃣getStock(_ id: Int, city: String) {}", "/stock/{id}"),
    ("@Entry(\"/stock/{sku}\", .public) func 1️⃣getStock(sku: String, all: Bool) {}", "/stock/{sku}"),
  ])
  func `Two entries on one route are an error at the second`(second: String, path: String) {
    expectMistake(
      "GET \(path) is already the route of 'getStock'",
      in: """
        @TechMicroService
        struct Shop {
          @Entry func 2️⃣getStock(_ sku: String) {}
          \(second)
        }
        """,
      note: "the first is here")
  }

  @Test(arguments: ["let name: String", "var count: Int", "let total: Int?"])
  func `A stored property has a value from the start`(property: String) {
    let parts = property.split(separator: " ", maxSplits: 1).map(String.init)
    let name = parts[1].prefix { $0 != ":" }
    let type = parts[1].split(separator: " ")[1]
    expectMistake(
      "a service is created without arguments, which leaves '\(name)' without a value: "
        + "give it one here, or in 'init()'",
      in: "@Entry func get() {}; \(parts[0]) 1️⃣\(parts[1])",
      repairs: [("give it a value", "@Entry func get() {}; \(property) = <#\(type)#>")])
  }

  @Test(arguments: [
    "var name: String?", "static let name: String = \"\"", "lazy var name = \"\"",
    "var name: String { \"\" }", "let name = \"\"", "@Wrapped var name: String",
    "let name: String; init() throws { name = \"\" }",
    "let name: String; init(_ name: String) {}; init() async { name = \"\" }",
  ])
  func `A service that can be created without arguments is right`(members: String) {
    expectNoMistakes(in: "@Entry func get() {}; \(members)")
  }

  @Test func `What a service needs it reads from its environment`() {
    expectMistake(
      "a service is created by 'init()'; what it needs it reads from its environment",
      in: "@Entry func get() {}; init1️⃣(name: String = \"\") {}")
  }

  @Test func `An initializer gives an instance or throws`() {
    expectMistake(
      "a service is created by 'init()', which may throw but not give nil",
      in: "@Entry func get() {}; init1️⃣?() {}",
      repairs: [("remove '?'", "@Entry func get() {}; init() {}")])
  }

  @Test func `The service's process can call the initializer`() {
    expectMistake(
      "'init()' cannot be private: the service's process calls it",
      in: "@Entry func get() {}; 1️⃣private init() {}",
      repairs: [("remove 'private'", "@Entry func get() {}; init() {}")])
  }

  @Test(arguments: [
    ("memory: ", "64", "128", "memory of 128 to 10240 megabytes"),
    ("memory: ", "20_000", "10240", "memory of 128 to 10240 megabytes"),
    ("memory: 512, timeout: ", "0", "1", "timeout of 1 to 900 seconds"),
    ("timeout: ", "-5", "1", "timeout of 1 to 900 seconds"),
    ("timeout: ", "901", "900", "timeout of 1 to 900 seconds"),
  ])
  func `Lambda has limits`(start: String, value: String, nearest: String, limits: String) {
    func source(_ value: String) -> String {
      "@TechMicroService(\(start)\(value))\nstruct Shop {\n  @Entry func get() {}\n}"
    }
    expectMistake(
      "Lambda takes a \(limits)", in: source("1️⃣\(value)"),
      repairs: [("take \(nearest)", source(nearest))])
  }

  @Test(arguments: ["5 * 60", "limit", "Int(30)"])
  func `A setting is a literal`(value: String) {
    expectMistake(
      "'timeout' must be an integer literal: it is read when the service is compiled",
      in: """
        @TechMicroService(memory: 1_024, timeout: 1️⃣\(value))
        struct Shop {
          @Entry func get() {}
        }
        """)
  }

  @Test func `A blueprint is no program`() {
    expectMistake(
      "a blueprint is no program: a service mounts it with 'blueprints'",
      in: "1️⃣@main @Blueprint\nstruct Shop {\n  @Entry func get() {}\n}")
  }

  @Test func `A blueprint has no authorizer`() {
    expectMistake(
      "a blueprint has no authorizer: that of the service which mounts it decides",
      in: """
        @Blueprint
        struct Shop {
          @Entry func get() {}
          func 1️⃣authorize(_ request: AuthorizationRequest) -> Authorization { .all }
        }
        """, severity: .warning)
  }
}
