import Testing

/// What the Tab key adds to a line.
@Suite struct CompletionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var typed: String
    var completed: String
    var testDescription: String { typed }
  }

  static let cases = [
    Case(typed: "unlo", completed: "unload"),
    Case(typed: "GET inve", completed: "GET inventory/"),
    Case(typed: "GET inventory/st", completed: "GET inventory/stock/"),
    Case(typed: "POST inventory/res", completed: "POST inventory/reserve"),
    Case(typed: "POST inventory/reserve sk", completed: "POST inventory/reserve sku="),
    Case(typed: "$customerN", completed: "$customerName"),
    Case(typed: "$upperc", completed: "$uppercase("),
    Case(typed: "load sessions/services/inv", completed: "load sessions/services/inventory.swift"),
    Case(typed: "drop quo", completed: "drop quoted"),
  ]

  @Test func `Tab completes what stands before the cursor`() async throws {
    try await Program.prepareServices()
    try await Screen.open { screen in
      try await screen.converse("load sessions/services/inventory.swift")
      try await screen.converse(#"customerName = "Ada""#)
      try await screen.converse("workflow order")
      try await screen.converse("quoted = [1, 2]")
      for example in Self.cases {
        try await screen.type(example.typed)
        try await screen.press("Tab")
        try await screen.wait(forLastLine: "order> \(example.completed)", seconds: 15)
        try await screen.press("C-c")
        try await screen.wait(forLastLine: "order>")
      }
    }
  }

  @Test func `Tab twice lists what is possible`() async throws {
    try await Screen.open { screen in
      try await screen.converse("load template")
      try await screen.type("POST template/")
      try await screen.press("Tab", "Tab")
      try await screen.wait(for: "render")
      try await screen.wait(for: "check")
      try await screen.wait(forLastLine: "cws> POST template/")
    }
  }
}
