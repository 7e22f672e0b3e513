import Testing

struct RequirementMistakeTests {
  /// The authorizer as it is to be written.
  private static let authorizer =
    "func authorize(_ request: AuthorizationRequest) -> Authorization"

  @Test(
    arguments: [
      (
        "func authorize1️⃣(request: AuthorizationRequest) -> Authorization { .all }",
        "func authorize(_ request: AuthorizationRequest) -> Authorization { .all }"
      ),
      (
        "func authorize(_ request: AuthorizationRequest) async throws -> 1️⃣Bool { true }",
        "func authorize(_ request: AuthorizationRequest) async throws -> Authorization { true }"
      ),
      (
        "func authorize1️⃣(token: String) throws -> Bool { true }",
        "func authorize(_ token: AuthorizationRequest) throws -> Authorization { true }"
      ),
      (
        "func 1️⃣authorize(_ r: AuthorizationRequest) {}",
        "func authorize(_ r: AuthorizationRequest) -> Authorization {}"
      ),
      (
        "func authorize1️⃣<T>(_ request: AuthorizationRequest) -> Authorization { .all }", nil
      ),
    ] as [(String, String?)])
  func `An authorizer has one signature`(method: String, repaired: String?) {
    let rest = "; @Entry func get() {}"
    expectMistake(
      "'authorize' is never called unless it is '\(Self.authorizer)'", in: method + rest,
      repairs: [("make it '\(Self.authorizer)'", (repaired ?? method.filter { $0 != "1️⃣" }) + rest)])
  }

  @Test(arguments: ["authorise", "authorizer", "check"])
  func `A method with the signature of an authorizer is called so`(name: String) {
    func source(_ name: String) -> String {
      "func \(name)(_ r: AuthorizationRequest) async -> Authorization { .all }; @Entry func get() {}"
    }
    expectMistake(
      "'\(name)' is never called: the method is called 'authorize'", in: source("1️⃣\(name)"),
      repairs: [("rename it to 'authorize'", source("authorize"))])
  }

  @Test(arguments: ["private", "static"])
  func `The service sees its authorizer`(modifier: String) {
    let method = "func authorize(_ r: AuthorizationRequest) -> Authorization { .all }"
    expectMistake(
      "'authorize' is never called if it is \(modifier)",
      in: "@Entry func get() {}; 1️⃣\(modifier) \(method)",
      repairs: [("remove '\(modifier)'", "@Entry func get() {}; \(method)")])
  }

  @Test func `A hook before calls may change the request`() {
    expectMistake(
      "'before' is never called unless it is 'func before(_ request: inout Request)'",
      in: "@Entry func get() {}; func before1️⃣(_ request: Request) async throws {}",
      repairs: [
        (
          "make it 'func before(_ request: inout Request)'",
          "@Entry func get() {}; func before(_ request: inout Request) async throws {}"
        )
      ])
  }

  @Test func `A hook after calls sees request and answer`() {
    let declaration = "func after(_ request: Request, _ answer: inout Answer)"
    expectMistake(
      "'after' is never called unless it is '\(declaration)'",
      in: "@Entry func get() {}; func after1️⃣(_ answer: inout Answer) {}",
      repairs: [
        (
          "make it '\(declaration)'",
          "@Entry func get() {}; func after(_ answer: Request, _ answer: inout Answer) {}"
        )
      ])
  }

  @Test(arguments: [
    "func authorize(_ request: AuthorizationRequest) throws -> Authorization { .all }",
    "nonisolated func authorize(_ r: Coworks.AuthorizationRequest) async -> Coworks.Authorization { .all }",
    "func before(_ request: inout Request) {}",
    "func after(_ request: Request, _ answer: inout Answer) async {}",
    "func before(_ date: Date) -> [Order] { [] }",
  ])
  func `Methods that fit, or have nothing to do with calls, are right`(method: String) {
    expectNoMistakes(in: "@Entry func get() {}; \(method)")
  }
}
