import Coworks

/// What employees spent for the company, and who approved it.
@main @TechMicroService(memory: 256, timeout: 20)
actor Accounting {
  /// What an expense is for.
  enum Category: String, Codable, CaseIterable {
    case travel, meals, equipment
  }

  /// How far an expense has come.
  enum Status: String, Codable, CaseIterable {
    case open, approved, refused
  }

  /// Money that an employee spent.
  struct Expense: Codable {
    let id: Int
    var title: String
    var amount: Double
    var category: Category
    var status = Status.open
    var receipt: String?
  }

  /// What may be changed of an open expense.
  struct Change: Codable {
    var title: String?
    var amount: Double?
    var category: Category?
  }

  nonisolated let blueprints = [Mount(Admin(), at: "/admin"), Mount(Rates(), at: "/rates")]

  nonisolated let cors = CORS(
    origins: ["https://intranet.example.com"], exposedHeaders: ["X-Request-Id"],
    maxAge: .seconds(600))

  private let logger = Logger(label: "accounting")
  private var expenses: [Int: Expense] = [:]
  private var receipts: [Int: File] = [:]

  // MARK: - Who may call

  /// A clerk may do everything, an auditor may look; the tokens are in the environment.
  func authorize(_ request: AuthorizationRequest) throws -> Authorization {
    switch request.token {
    case try Environment.required("CLERK_TOKEN"): .all(principalID: "clerk")
    case try Environment.required("AUDITOR_TOKEN"):
      .routes("GET /expenses", "GET /expenses/*", principalID: "auditor")
    default: .none
    }
  }

  // MARK: - Before and after each call

  func before(_ request: inout Request) throws {
    guard request.headers["x-maintenance"] == nil else {
      throw HTTPError.unavailable("back in a minute")
    }
  }

  func after(_ request: Request, _ answer: inout Answer) {
    answer.headers["X-Request-Id"] = Invocation.current?.requestID
  }

  // MARK: - Routes

  /// What an expense can be for.
  @Entry(.public) func getCategories() -> [Category] { Category.allCases }

  /// List expenses.
  ///
  /// - Parameters:
  ///   - status: Only those that have come this far.
  ///   - category: Only those for one of these.
  ///   - limit: The most that are listed.
  /// - Returns: The expenses, the oldest first.
  @Entry func getExpenses(
    status: Status? = nil, category: [Category] = [], limit: Int = 20
  ) -> [Expense] {
    let found = expenses.values.sorted { $0.id < $1.id }.filter { expense in
      (status == nil || expense.status == status)
        && (category.isEmpty || category.contains(expense.category))
    }
    return Array(found.prefix(limit))
  }

  /// One expense by number.
  @Entry func getExpenses(_ id: Int) throws -> Expense { try expense(id) }

  /// All expenses as a table.
  @Entry("/expenses.csv") func getTable() -> Response<String> {
    let rows = expenses.values.sorted { $0.id < $1.id }.map { expense in
      "\(expense.id),\(expense.title),\(expense.amount),\(expense.status)"
    }
    let table = (["id,title,amount,status"] + rows).joined(separator: "\n")
    return Response(table, headers: ["Content-Type": "text/csv; charset=utf-8"])
  }

  /// Hand in an expense, with its receipt if there is one.
  ///
  /// - Parameters:
  ///   - title: What was bought.
  ///   - amount: What it cost, in euros.
  ///   - category: What it is for.
  ///   - receipt: A picture or a document.
  /// - Returns: The expense with its number.
  /// - Throws: What is wrong with it.
  @Entry func postExpenses(
    title: String, amount: Double, category: Category = .equipment, receipt: File? = nil
  ) throws -> Response<Expense> {
    guard amount > 0 else { throw HTTPError.badRequest("amount: must be above 0") }
    let id = expenses.count + 1
    expenses[id] = Expense(
      id: id, title: title, amount: amount, category: category, receipt: receipt?.name)
    receipts[id] = receipt
    logger.info("handed in", metadata: ["expense": "\(id)", "amount": "\(amount)"])
    return Response(try expense(id), status: 201, headers: ["Location": "/expenses/\(id)"])
  }

  /// Change an open expense.
  @Entry func patchExpenses(_ id: Int, body: Change) throws -> Expense {
    var expense = try openExpense(id)
    expense.title = body.title ?? expense.title
    expense.amount = body.amount ?? expense.amount
    expense.category = body.category ?? expense.category
    expenses[id] = expense
    return expense
  }

  /// Take an open expense back.
  @Entry func deleteExpenses(_ id: Int) throws {
    _ = try openExpense(id)
    expenses[id] = nil
    receipts[id] = nil
  }

  /// The receipt of an expense.
  @Entry("/expenses/{id}/receipt") func getReceipt(id: Int) throws -> File {
    guard let receipt = receipts[id] else {
      throw HTTPError.notFound("expense \(id) has no receipt")
    }
    return receipt
  }

  /// Replace the receipt of an expense by the bytes of the request.
  @Entry("/expenses/{id}/receipt") func putReceipt(id: Int, body: File) throws -> Expense {
    var expense = try openExpense(id)
    expense.receipt = body.name ?? "receipt-\(id)"
    expenses[id] = expense
    receipts[id] = body
    return expense
  }

  /// Approve an expense, up to what one person may approve.
  @Entry("/expenses/{id}/approval") func postApproval(id: Int) async throws -> Expense {
    var expense = try openExpense(id)
    let limit = Environment["APPROVAL_LIMIT"].flatMap(Double.init) ?? 500
    guard expense.amount <= limit else {
      throw ExpenseError.overLimit("\(expense.amount) is above the limit of \(limit)")
    }
    expense.status = .approved
    expenses[id] = expense
    return expense
  }

  // MARK: -

  private func expense(_ id: Int) throws -> Expense {
    guard let expense = expenses[id] else { throw HTTPError.notFound("no expense \(id)") }
    return expense
  }

  private func openExpense(_ id: Int) throws -> Expense {
    let expense = try expense(id)
    guard expense.status == .open else {
      throw ExpenseError.decided("expense \(id) is \(expense.status)")
    }
    return expense
  }
}

/// What a workflow can catch: `Accounting.OverLimit` and `Accounting.Decided`.
enum ExpenseError: ServiceFailure {
  case overLimit(String)
  case decided(String)

  var status: Int {
    switch self {
    case .overLimit: 422
    case .decided: 409
    }
  }
}

/// Rates of exchange, for any service that wants them.
@Blueprint struct Rates {
  /// What one euro is in a currency.
  @Entry(.public) func get(_ currency: String) throws -> Double {
    guard let rate = ["CHF": 0.94, "USD": 1.09][currency] else {
      throw HTTPError.notFound("no rate of \(currency)")
    }
    return rate
  }
}
