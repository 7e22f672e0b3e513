import Testing

@testable import ServiceHost

@Suite struct CompilerOutputTests {
  @Test func `a message has its place and its line`() {
    let lines = [
      "/tmp/a b.swift:3:9: error: cannot find 'x' in scope", "    let y = x", "            ^",
      "/tmp/a b.swift:4:1: warning: unused", "foo()", "^", "error: link command failed",
    ]
    let messages = CompilerOutput.messages(in: lines)
    #expect(
      messages == [
        CompilerMessage(
          file: "/tmp/a b.swift", line: 3, column: 9, severity: .error,
          message: "cannot find 'x' in scope", sourceLine: "    let y = x"),
        CompilerMessage(
          file: "/tmp/a b.swift", line: 4, column: 1, severity: .warning, message: "unused",
          sourceLine: "foo()"),
      ])
  }

  @Test func `the name of a macro is told without the blank after it`() {
    let messages = CompilerOutput.messages(in: [
      "/a.swift:3:9: error: no verb (from macro 'Entry ')", "  @Entry func fetch() {}", "   ^",
    ])
    #expect(messages.map(\.message) == ["no verb (from macro 'Entry')"])
  }

  @Test func `what is wrong with what a macro wrote is shown in the author's line`() throws {
    let file = TemporaryFolder.make() + "/shop.swift"
    try Files.write(Array("import Coworks\n  @Entry func getOrder() -> Order\n".utf8), to: file)
    let lines = [
      "\(file):2:29: error: type 'Order' does not conform to protocol 'Encodable'",
      "                           .EntryResult<Order>()", "                            ^",
      "\(file):1:1: note: in expansion of macro 'TechMicroService' on struct 'Shop' here",
    ]
    #expect(
      CompilerOutput.error("shop.swift", in: lines).compilerMessages == [
        CompilerMessage(
          file: file, line: 2, column: 29, severity: .error,
          message: "type 'Order' does not conform to protocol 'Encodable'",
          sourceLine: "  @Entry func getOrder() -> Order")
      ])
  }

  @Test func `a link without main is a file without a service`() {
    #expect(CompilerOutput.lacksEntryPoint(["crt1.o:(.text+0x21): undefined reference to `main'"]))
    #expect(!CompilerOutput.lacksEntryPoint(["undefined reference to `foo'"]))
  }

  @Test(
    arguments: [
      ("[12/48] Compiling JSON", 0.25), ("[3/0] odd", nil), ("Building for debugging...", nil),
      ("[no", nil),
    ] as [(String, Double?)])
  func `a build tells how far it is`(line: String, fraction: Double?) {
    #expect(
      LoadProgress.buildingToolkit(line: line) == .buildingToolkit(line: line, fraction: fraction))
  }
}
