import Testing

struct EntryMistakeTests {
  @Test func `A name without a verb is renamed`() {
    expectMistake(
      "the name of an entry starts with a verb: get, post, put, patch, delete, head or options",
      column: 13, in: "@Entry func stock() {}",
      fixIts: ["rename it to 'getStock'", "rename it to 'postStock'"],
      repair: Repair(fixIt: "rename it to 'getStock'", member: "@Entry func getStock() {}"))
  }

  @Test func `A verb ends where a word starts`() {
    expectMistake(
      "the name of an entry starts with a verb: get, post, put, patch, delete, head or options",
      column: 13, in: "@Entry func getaway() {}",
      fixIts: ["rename it to 'getGetaway'", "rename it to 'postGetaway'"])
  }

  @Test(arguments: [
    ("static", "it is called on the instance that serves the calls"),
    ("mutating", "one instance serves all calls; make the service an actor to let it change"),
  ])
  func `An entry is a method that changes no value`(modifier: String, reason: String) {
    expectMistake(
      "an entry cannot be \(modifier): \(reason)", column: 8,
      in: "@Entry \(modifier) func getStock() {}")
  }

  @Test func `An entry is not generic`() {
    expectMistake(
      "an entry cannot be generic: a call does not say of which type its values are", column: 21,
      in: "@Entry func getStock<T>(a: T) {}")
  }

  @Test func `A variadic parameter becomes an array`() {
    expectMistake(
      "a parameter of an entry cannot be variadic; take an array", column: 34,
      in: "@Entry func getStock(skus: String...) {}", fixIts: ["take '[String]'"],
      repair: Repair(
        fixIt: "take '[String]'", member: "@Entry func getStock(skus: [String]) {}"))
  }

  @Test func `A parameter is passed by value`() {
    expectMistake(
      "a parameter of an entry cannot be inout: its value comes from a request", column: 27,
      in: "@Entry func getStock(sku: inout String) {}")
  }

  @Test(arguments: ["() -> Void", "(Int, Int)", "any Sendable", "some Collection"])
  func `A type that no request can hold is named`(type: String) {
    expectMistake(
      "'\(type)' cannot be read from a request; take a Codable type", column: 25,
      in: "@Entry func postCall(f: \(type)) {}")
  }

  @Test func `A segment of the path cannot be left out`() {
    expectMistake(
      "'sku' is a segment of the path, which is always given: label it, or make it required",
      column: 36, in: "@Entry func getStock(_ sku: String = \"\") {}",
      fixIts: ["label it, to take it from the query or the body"],
      repair: Repair(
        fixIt: "label it, to take it from the query or the body",
        member: "@Entry func getStock(sku: String = \"\") {}"))
  }

  @Test func `A parameter of the path needs one of the method`() {
    expectMistake(
      "the path has {id}, but the method has no parameter 'id'", column: 8,
      in: "@Entry(\"/customers/{id}/orders\") func getOrders(city: String) {}",
      fixIts: ["add the parameter 'id: String'"],
      repair: Repair(
        fixIt: "add the parameter 'id: String'",
        member:
          "@Entry(\"/customers/{id}/orders\") func getOrders(city: String, id: String) {}"))
  }

  @Test func `A parameter without label needs one of the path`() {
    expectMistake(
      "'id' has no label, so it is a segment of the path, which has no {id}", column: 37,
      in: "@Entry(\"/customers\") func getOrders(_ id: Int) {}",
      fixIts: ["add '/{id}' to the path"],
      repair: Repair(
        fixIt: "add '/{id}' to the path",
        member: "@Entry(\"/customers/{id}\") func getOrders(_ id: Int) {}"))
  }

  @Test func `A path starts with a slash`() {
    expectMistake(
      "the path of an entry starts with '/'", column: 8,
      in: "@Entry(\"orders\") func getOrders() {}", fixIts: ["insert '/'"],
      repair: Repair(fixIt: "insert '/'", member: "@Entry(\"/orders\") func getOrders() {}"))
  }
}
