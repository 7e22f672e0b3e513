import Coworks

/// A service with everything around its routes.
@TechMicroService(memory: 512, timeout: 20)
actor Shop {
  let cors = CORS(origins: ["https://shop.example"], maxAge: .seconds(600))

  nonisolated var blueprints: [Mount] {
    [Mount(Shelf(), at: "/shelves/{shelf}")]
  }

  private var served = 0

  /// Lets in whoever knows a word.
  func authorize(_ request: AuthorizationRequest) -> Authorization {
    switch request.token {
    case "all": .all(principalID: "owner", context: ["level": "1"])
    case "some": .routes("GET /stock/{sku}", "/shelves/*")
    default: .none
    }
  }

  func before(_ request: inout Request) async throws {
    if request.headers["x-maintenance"] != nil { throw HTTPError.unavailable("later") }
    if let sku = request.headers["x-sku"] { request.query["sku"] = sku }
  }

  func after(_ request: Request, _ answer: inout Answer) {
    served += 1
    answer.headers["X-Served"] = "\(served)"
    if case .authorized(let name?, _)? = Invocation.current?.caller {
      answer.headers["X-Caller"] = name
    }
  }

  /// What is left of an article.
  @Entry func getStock(_ sku: String) -> Int { sku.count }

  /// What is new.
  @Entry("/stock/latest") func getLatest(sku: String = "new") -> String { sku }

  @Entry(.public) func get() -> String { "open" }

  @Entry("/fail", .public) func getFailure() throws -> String {
    throw HTTPError.conflict("no")
  }
}

/// Routes for shelves.
@Blueprint
struct Shelf {
  /// Lists a shelf.
  @Entry func get(shelf: Int) -> [Int] { [shelf] }

  @Entry(.public) func getColor() -> String { "red" }
}
