import Testing

struct PathMistakeTests {
  @Test func `A path is a plain literal`() {
    expectMistake(
      "the path of an entry must be a plain string literal",
      in: "@Entry(1️⃣\"/\\(name)\") func getOrders() {}")
  }

  @Test func `A path starts with a slash`() {
    expectMistake(
      "the path of an entry starts with '/'", in: "@Entry(1️⃣\"orders\") func getOrders() {}",
      repairs: [("insert '/'", "@Entry(\"/orders\") func getOrders() {}")])
  }

  @Test func `A path has no query`() {
    expectMistake(
      "a path ends before its query; a parameter with a label is in the query",
      in: "@Entry(1️⃣\"/orders?city={city}\", .public) func getOrders(city: String) {}",
      repairs: [
        (
          "remove '?city={city}'",
          "@Entry(\"/orders\", .public) func getOrders(city: String) {}"
        )
      ])
  }

  @Test func `A path has no empty segments`() {
    expectMistake(
      "there is nothing between these slashes", in: "@Entry(1️⃣\"/a//b\") func getOrders() {}",
      repairs: [("remove the second '/'", "@Entry(\"/a/b\") func getOrders() {}")])
  }

  @Test(arguments: [":id", "<id>", "<int:id>", "{id", "id}", "{int:id}"])
  func `A parameter is a whole segment in braces`(segment: String) {
    let isClear = segment != "id}"
    let isKnown = "@Entry(\"/orders/{id}/lines\") func getOrders(id: Int) {}"
    expectMistake(
      "'\(segment)' is neither a text nor a parameter, which is a whole segment such as {id}",
      in: "@Entry(1️⃣\"/orders/\(segment)/lines\") func getOrders(id: Int) {}",
      repairs: isClear ? [("write it '{id}'", isKnown)] : [])
  }

  @Test(arguments: ["{}", "{a}-{b}", "order-{id}", "{a b}"])
  func `A segment that cannot be read is named`(segment: String) {
    expectMistake(
      "'\(segment)' is neither a text nor a parameter, which is a whole segment such as {id}",
      in: "@Entry(1️⃣\"/orders/\(segment)\") func getOrders() {}")
  }

  @Test func `A parameter is in the path once`() {
    expectMistake(
      "the path has the parameter 'id' twice",
      in: "@Entry(1️⃣\"/orders/{id}/lines/{id}\") func getOrders(id: Int) {}")
  }

  @Test func `Nothing follows the rest of a path`() {
    expectMistake(
      "{path+} takes the rest of the path, so nothing can follow it",
      in: "@Entry(1️⃣\"/files/{path+}/size\") func getSize(path: String) {}")
  }

  @Test func `A parameter of the path needs one of the method`() {
    expectMistake(
      "the path has {id}, but the method has no parameter 'id'",
      in: "@Entry(1️⃣\"/customers/{id}/orders\") func getOrders(city: String) {}",
      repairs: [
        (
          "add the parameter 'id: String'",
          "@Entry(\"/customers/{id}/orders\") func getOrders(city: String, id: String) {}"
        )
      ])
  }

  @Test(arguments: ["customerID: Int", "_ customerID: Int", "costumerId: Int"])
  func `A name that is nearly the parameter's becomes it`(parameter: String) {
    let name = parameter.contains("costumer") ? "costumerId" : "customerID"
    expectMistake(
      "the path has {customerId}, but the method has no parameter 'customerId'",
      in: "@Entry(1️⃣\"/customers/{customerId}\") func get(\(parameter)) {}",
      repairs: [
        ("call it {\(name)}", "@Entry(\"/customers/{\(name)}\") func get(\(parameter)) {}")
      ])
  }

  @Test func `A parameter without label needs one of the path`() {
    expectMistake(
      "'id' has no label, so it is a segment of the path, which has no {id}",
      in: "@Entry(\"/customers\") func getOrders(_ 1️⃣id: Int) {}",
      repairs: [
        ("add '/{id}' to the path", "@Entry(\"/customers/{id}\") func getOrders(_ id: Int) {}")
      ])
  }
}
