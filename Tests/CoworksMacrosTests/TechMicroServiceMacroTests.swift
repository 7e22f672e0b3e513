import SwiftDiagnostics
import SwiftSyntaxMacrosGenericTestSupport
import Testing

struct TechMicroServiceMacroTests {
  @Test func `A service is expanded to its routes`() {
    expectExpansion(
      #"""
      /// Customers of the company.
      @main @TechMicroService
      actor Directory {
        /// One customer by number.
        /// - Parameter id: The "number".
        @Entry func getCustomers(_ id: Int) throws -> Customer {}
        @Entry func getCustomersOrders(city: String? = nil, tags: [String] = []) -> [Order] {}
        @Entry("/c/{id}") nonisolated func putIt(id: Int, name: String, since: Day = .today) {}
        @Entry func post(body: Order) async -> Response<Order> {}
        func helper() {}
      }
      """#,
      to: #"""
        /// Customers of the company.
        @main
        actor Directory {
          /// One customer by number.
          /// - Parameter id: The "number".
          func getCustomers(_ id: Int) throws -> Customer {}
          func getCustomersOrders(city: String? = nil, tags: [String] = []) -> [Order] {}
          nonisolated func putIt(id: Int, name: String, since: Day = .today) {}
          func post(body: Order) async -> Response<Order> {}
          func helper() {}

          static func main() async {
            await serve()
          }
        }

        extension Directory: Coworks.TechMicroService {
          static var outline: Coworks.ServiceOutline<Directory> {
            var outline = Coworks.ServiceOutline<Directory>("Directory", summary: "Customers of the company.")
            outline.add(.get, "/customers/{id}", operation: "getCustomersById", summary: "One customer by number.", parameters: [.path("id", Int.self, summary: #"The "number"."#)]) { service, arguments in
              try await service.getCustomers(arguments.value("id", Int.self))
            }
            outline.add(.get, "/customers/orders", operation: "getCustomersOrders", parameters: [.query("city", String?.self), .query("tags", [String].self, default: .value([] as [String]))]) { service, arguments in
              try await service.getCustomersOrders(city: arguments.value("city", String?.self), tags: arguments.given("tags", [String].self) ?? [])
            }
            outline.addAction(.put, "/c/{id}", operation: "putItById", parameters: [.path("id", Int.self), .field("name", String.self), .field("since", Day.self, default: .computed)]) { service, arguments in
              try service.putIt(id: arguments.value("id", Int.self), name: arguments.value("name", String.self), since: arguments.given("since", Day.self) ?? (.today))
            }
            outline.addResponse(.post, "/", operation: "post", parameters: [.body(Order.self)]) { service, arguments in
              try await service.post(body: arguments.body(Order.self))
            }
            return outline
          }
        }
        """#)
  }

  @Test func `Two entries on one route are an error at the second`() {
    expectExpansion(
      """
      @TechMicroService
      struct Shop {
        @Entry func getStock(_ sku: String) {}
        @Entry("/stock/{id}") func getArticle(id: Int) {}
      }
      """,
      to: """
        struct Shop {
          func getStock(_ sku: String) {}
          func getArticle(id: Int) {}
        }

        extension Shop: Coworks.TechMicroService {
          static var outline: Coworks.ServiceOutline<Shop> {
            var outline = Coworks.ServiceOutline<Shop>("Shop")
            outline.addAction(.get, "/stock/{sku}", operation: "getStockBySku", parameters: [.path("sku", String.self)]) { service, arguments in
              try service.getStock(arguments.value("sku", String.self))
            }
            outline.addAction(.get, "/stock/{id}", operation: "getArticleById", parameters: [.path("id", Int.self)]) { service, arguments in
              try service.getArticle(id: arguments.value("id", Int.self))
            }
            return outline
          }
        }
        """,
      diagnostics: [
        DiagnosticSpec(
          message: "GET /stock/{id} is already the route of 'getStock'", line: 4, column: 30,
          notes: [NoteSpec(message: "the first is here", line: 3, column: 15)])
      ])
  }

  @Test func `A service is no enumeration`() {
    expectExpansion(
      "@TechMicroService enum Shop {}", to: "enum Shop {}",
      diagnostics: [
        DiagnosticSpec(
          message: "a service is a struct, an actor or a final class", line: 1, column: 1)
      ])
  }

  @Test func `A class must be final, and a service should have routes`() {
    expectExpansion(
      "@TechMicroService public class Shop {}",
      to: """
        public class Shop {}

        extension Shop: Coworks.TechMicroService {
          public static var outline: Coworks.ServiceOutline<Shop> {
            let outline = Coworks.ServiceOutline<Shop>("Shop")
            return outline
          }
        }
        """,
      diagnostics: [
        DiagnosticSpec(
          message: "a service that is a class must be final", line: 1, column: 26,
          fixIts: [FixItSpec(message: "insert 'final'")]),
        DiagnosticSpec(
          message: "'Shop' has no routes: mark its methods with @Entry", line: 1, column: 32,
          severity: .warning),
      ])
  }

  @Test func `An entry outside of a service has no effect`() {
    expectExpansion(
      "struct Shop {\n  @Entry func getStock() {}\n}",
      to: "struct Shop {\n  func getStock() {}\n}",
      diagnostics: [
        DiagnosticSpec(
          message: "@Entry has no effect outside of a type marked @TechMicroService", line: 2,
          column: 3)
      ])
  }
}
