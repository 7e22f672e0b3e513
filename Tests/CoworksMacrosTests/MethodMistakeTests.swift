import Testing

struct MethodMistakeTests {
  @Test(arguments: [
    ("stock", ["getStock", "postStock"]),
    ("getaway", ["getGetaway", "postGetaway"]),
    ("fetchStock", ["getStock"]),
    ("createStock", ["postStock"]),
    ("removeStock", ["deleteStock"]),
    ("GetStock", ["getStock"]),
  ])
  func `A name starts with a verb`(name: String, suggestions: [String]) {
    let pairs = suggestions.map { ("rename it to '\($0)'", "@Entry func \($0)() {}") }
    expectMistake(
      "the name of an entry starts with a verb: get, post, put, patch, delete, head or options",
      in: "@Entry func 1️⃣\(name)() {}", repairs: pairs)
  }

  @Test(arguments: [
    ("static", "it is called on the instance that serves the calls"),
    ("private", "it is called from outside"), ("fileprivate", "it is called from outside"),
  ])
  func `An entry is called on the instance, from outside`(modifier: String, reason: String) {
    expectMistake(
      "an entry cannot be \(modifier): \(reason)", in: "@Entry 1️⃣\(modifier) func getStock() {}",
      repairs: [("remove '\(modifier)'", "@Entry func getStock() {}")])
  }

  @Test func `An entry that changes the service makes it an actor`() {
    expectMistake(
      "an entry cannot be mutating: one instance serves all calls, which may come at once; "
        + "an actor may change",
      in: """
        @TechMicroService
        struct Shop {
          var count = 0
          @Entry 1️⃣mutating func getStock() { increase() }
          /// Counts.
          mutating func increase() { count += 1 }
        }
        """,
      repairs: [
        (
          "make the service an actor",
          """
          @TechMicroService
          actor Shop {
            var count = 0
            @Entry func getStock() { increase() }
            /// Counts.
            func increase() { count += 1 }
          }
          """
        )
      ])
  }

  @Test func `An entry is not generic`() {
    expectMistake(
      "an entry cannot be generic: a call does not say of which type its values are",
      in: "@Entry func getStock1️⃣<T>(a: T) {}")
  }

  @Test(arguments: [
    "(Int, Int)", "Any", "some Encodable", "any Encodable", "[String: Any]", "Response<Any>",
    "() -> Int", "Error",
  ])
  func `A result that no answer can hold is named`(type: String) {
    let (start, found) =
      ["[String: Any]": ("[String: ", "Any"), "Response<Any>": ("Response<", "Any")][type]
      ?? ("", type)
    expectMistake(
      "'\(found)' cannot be written into an answer; return a Codable type",
      in: "@Entry func getStock() -> \(start)1️⃣\(type.dropFirst(start.count)) { stock }")
  }

  @Test func `A result that is nearly a text becomes one`() {
    expectMistake(
      "'Substring' cannot be written into an answer; return a Codable type",
      in: "@Entry func getStock() -> [1️⃣Substring] { [] }",
      repairs: [("return 'String'", "@Entry func getStock() -> [String] { [] }")])
  }

  @Test func `An entry is a method`() {
    expectMistake(
      "@Entry makes a method a route; this is no method",
      in: """
        @Blueprint
        struct Shop {
          1️⃣@Entry var stock: Int { 1 }
          @Entry func get() {}
        }
        """)
  }

  @Test func `An entry outside of a service has no effect`() {
    expectMistake(
      "@Entry has no effect outside of a type marked @TechMicroService or @Blueprint",
      in: "struct Shop {\n  1️⃣@Entry func getStock() {}\n}")
  }

  @Test func `An entry in an extension has no effect`() {
    expectMistake(
      "@Entry has no effect in an extension: the routes are read from the type's own braces; "
        + "move the method there, or to a blueprint",
      in: "extension Shop {\n  1️⃣@Entry func getStock() {}\n}")
  }
}
