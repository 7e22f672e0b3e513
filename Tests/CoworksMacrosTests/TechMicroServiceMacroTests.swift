import Testing

struct TechMicroServiceMacroTests {
  @Test func `A service is expanded to its routes`() {
    expectExpansion(
      #"""
      /// Customers of the company.
      @main @TechMicroService(memory: 512, timeout: 30)
      actor Directory {
        /// One customer by number.
        /// - Parameter id: The "number".
        @Entry func getCustomers(_ id: Int) throws -> Customer {}
        @Entry func getCustomersOrders(city: String? = nil, tags: [String] = []) -> [Order] {}
        @Entry("/c/{id}", .public) nonisolated func putIt(id: Int, name: String, since: Day = .today) {}
        @Entry func post(body: Order) async -> Response<Order> {}
        func authorize(_ request: AuthorizationRequest) -> Authorization {}
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
          func authorize(_ request: AuthorizationRequest) -> Authorization {}

          static func main() async {
            await serve()
          }
        }

        extension Directory: Coworks.TechMicroService {
          static var outline: Coworks.ServiceOutline<Directory> {
            var outline = Coworks.ServiceOutline<Directory>("Directory", summary: "Customers of the company.", authorizes: true, memory: 512, timeout: 30)
            do {
              #sourceLocation(file: "test.swift", line: 5)
              let input1 = Coworks
                                        .EntryInput<Int>.path("id", summary: #"The "number"."#)
              #sourceLocation(file: "test.swift", line: 5)
              let result = Coworks
                                                       .EntryResult<Customer>()
              #sourceLocation(file: "test.swift", line: 5)
              outline.add(.get, "/customers/{id}", operation: "getCustomersById", summary: "One customer by number.", parameters: [input1.parameter], result: result.schema) { service, arguments in
                try await result(service.getCustomers(input1(arguments)))
              }
              #sourceLocation()
            }
            do {
              #sourceLocation(file: "test.swift", line: 6)
              let input1 = Coworks
                                              .EntryInput<String?>.query("city")
              #sourceLocation(file: "test.swift", line: 6)
              let input2 = Coworks
                                                                   .EntryInput<[String]>.query("tags", default: .value([] as [String]))
              #sourceLocation(file: "test.swift", line: 6)
              let result = Coworks
                                                                                     .EntryResult<[Order]>()
              #sourceLocation(file: "test.swift", line: 6)
              outline.add(.get, "/customers/orders", operation: "getCustomersOrders", parameters: [input1.parameter, input2.parameter], result: result.schema) { service, arguments in
                try await result(service.getCustomersOrders(city: input1(arguments), tags: input2.given(arguments) ?? []))
              }
              #sourceLocation()
            }
            do {
              #sourceLocation(file: "test.swift", line: 7)
              let input1 = Coworks
                                                               .EntryInput<Int>.path("id")
              #sourceLocation(file: "test.swift", line: 7)
              let input2 = Coworks
                                                                          .EntryInput<String>.field("name")
              #sourceLocation(file: "test.swift", line: 7)
              let input3 = Coworks
                                                                                         .EntryInput<Day>.field("since", default: .computed)
              #sourceLocation(file: "test.swift", line: 7)
              outline.addAction(.put, "/c/{id}", operation: "putItById", access: .public, parameters: [input1.parameter, input2.parameter, input3.parameter]) { service, arguments in
                try service.putIt(id: input1(arguments), name: input2(arguments), since: input3.given(arguments) ?? (.today))
              }
              #sourceLocation()
            }
            do {
              #sourceLocation(file: "test.swift", line: 8)
              let input1 = Coworks
                                .EntryInput<Order>.body()
              #sourceLocation(file: "test.swift", line: 8)
              let result = Coworks
                                                         .EntryResult<Order>()
              #sourceLocation(file: "test.swift", line: 8)
              outline.add(.post, "/", operation: "post", parameters: [input1.parameter], result: result.schema) { service, arguments in
                try await result(service.post(body: input1(arguments)))
              }
              #sourceLocation()
            }
            return outline
          }
        }
        """#)
  }

  @Test func `A blueprint is expanded to its routes`() {
    expectExpansion(
      """
      @Blueprint public struct Health {
        @Entry(.public) func get() -> String { "ok" }
      }
      """,
      to: """
        public struct Health {
          func get() -> String { "ok" }
        }

        extension Health: Coworks.Blueprint {
          public static var outline: Coworks.ServiceOutline<Health> {
            var outline = Coworks.ServiceOutline<Health>("Health")
            do {
              #sourceLocation(file: "test.swift", line: 1)
              let result = Coworks
                                       .EntryResult<String>()
              #sourceLocation(file: "test.swift", line: 1)
              outline.add(.get, "/", operation: "get", access: .public, result: result.schema) { service, _ in
                try result(service.get())
              }
              #sourceLocation()
            }
            return outline
          }
        }
        """)
  }
}
