import Foundation
import Testing

/// What only the type checker can find, asked of the real compiler with the macros just built.
struct CompilerTests {
  @Test func `A service of every form compiles`() throws {
    let messages = try compilerMessages(
      of: """
        import Coworks

        struct Order: Codable { var lines: [Int] = [] }

        @Blueprint struct Health {
          @Entry(.public) func get() -> String { "ok" }
        }

        @main @TechMicroService(memory: 512, timeout: 30)
        actor Shop {
          private var orders: [Order] = []
          let blueprints = [Mount(Health(), at: "/health")]
          let cors = CORS(origins: .any)
          @Entry func getOrders(_ id: Int, lines: Set<Int>? = nil) throws -> Order { orders[id] }
          @Entry("/o/{id}", .public) nonisolated func getIt(id: Int, n: Int = .random(in: 1...9)) {}
          @Entry func postOrders(body: Order = Order()) async -> Response<Order> { Response(body) }
          @Entry @MainActor func patchOrders(note: String?) -> [String: Double] { [:] }
          func authorize(_ request: AuthorizationRequest) -> Authorization { .none }
          func before(_ request: inout Request) {}
          func after(_ request: Request, _ answer: inout Answer) {}
        }
        """)
    #expect(messages == [])
  }

  @Test func `A type that is not Codable is an error at its place, once`() throws {
    let messages = try compilerMessages(
      of: """
        import Coworks

        struct Order {}

        @main @TechMicroService
        struct Shop {
          @Entry func postOrder(count: Int, order: Order) -> Int { 1 }
          @Entry func getOrders(
            page: Int = 1
          ) -> Order { Order() }
          @Entry func putOrder(body: [Order]) {}
        }
        """)
    #expect(
      messages.filter { !$0.contains("'EntryInput'") } == [
        "7:44: error: type 'Order' does not conform to protocol 'Decodable'",
        "10:8: error: type 'Order' does not conform to protocol 'Encodable'",
        "11:30: error: type 'Order' does not conform to protocol 'Decodable'",
      ])
  }

  @Test func `A result that cannot leave its actor is an error in the method's line`() throws {
    let messages = try compilerMessages(
      of: """
        import Coworks

        final class Order: Codable { var lines: [Int] = [] }

        @main @TechMicroService
        actor Shop {
          let order = Order()
          @Entry func getOrder() -> Order { order }
        }
        """)
    #expect(messages.count == 1)
    #expect(messages.first?.hasPrefix("8:") ?? false)
    #expect(messages.first?.contains("error: non-Sendable 'Order'-typed result") ?? false)
  }
}

/// The errors and warnings of the compiler for a service, as `LINE:COLUMN: SEVERITY: TEXT`.
func compilerMessages(of source: String) throws -> [String] {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: "shop.swift")
  try Data(source.utf8).write(to: file)
  let products = try Tool.products
  let text = try Tool.run(
    "swiftc", "-swift-version", "6", "-parse-as-library", "-c", file.path,
    "-o", folder.appending(path: "shop.o").path, "-module-name", "service_shop",
    "-diagnostic-style=llvm", "-no-color-diagnostics", "-I", "\(products)/Modules",
    "-load-plugin-executable", "\(products)/CoworksMacros-tool#CoworksMacros"
  ).text
  let lines = text.split(separator: "\n").map(String.init)
  return lines.filter { $0.contains(": error: ") || $0.contains(": warning: ") }
    .map { $0.replacing("\(file.path):", with: "") }
}
