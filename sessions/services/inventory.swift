import Coworks

/// What the shop has in stock.
@main @TechMicroService
actor Inventory {
  /// What is left of an article, and what it costs.
  struct Stock: Codable {
    let sku: String
    let price: Double
    var available: Int
  }

  private var articles = [
    "A-1": Stock(sku: "A-1", price: 19.9, available: 4),
    "B-2": Stock(sku: "B-2", price: 5.0, available: 10),
  ]

  /// What is left of an article.
  @Entry func getStock(_ sku: String) throws -> Stock {
    try article(sku)
  }

  /// Set articles aside for an order.
  @Entry func postReserve(sku: String, qty: Int = 1) throws -> Stock {
    var stock = try article(sku)
    guard qty > 0 else { throw HTTPError.badRequest("qty must be above 0") }
    guard qty <= stock.available else {
      throw InventoryError.outOfStock("only \(stock.available) of \(sku) left")
    }
    stock.available -= qty
    articles[sku] = stock
    return stock
  }

  private func article(_ sku: String) throws -> Stock {
    guard let stock = articles[sku] else { throw HTTPError.notFound("no article \(sku)") }
    return stock
  }
}

/// What a workflow can catch, such as `Inventory.OutOfStock`.
enum InventoryError: ServiceFailure {
  case outOfStock(String)

  var status: Int { 409 }
}
