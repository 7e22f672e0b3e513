import Coworks
import Synchronization

/// A customer of the company.
struct Customer: Codable, Equatable {
  var id: Int
  var name: String
  var credit = 0.0
  var level: Level?

  enum Level: String, Codable, CaseIterable {
    case silver, gold
  }
}

/// What callers of the directory can catch.
enum DirectoryError: ServiceFailure {
  case tooMany(String)
  case nameTaken

  var status: Int { 409 }
}

/// An error that is not meant for callers.
struct DiskFull: Error {}

/// Customers of the company.
@TechMicroService
actor Directory {
  private var customers = [1: Customer(id: 1, name: "Ada", credit: 12.5, level: .gold)]

  /// One customer by number.
  /// - Parameter id: The number.
  /// - Returns: The customer.
  /// - Throws: `Http.404` if there is none.
  @Entry func getCustomers(_ id: Int) throws -> Customer {
    guard let customer = customers[id] else { throw HTTPError.notFound("no customer \(id)") }
    return customer
  }

  /// List customers.
  @Entry func getCustomers(name: String? = nil, levels: [Customer.Level] = []) -> [Customer] {
    customers.values.sorted { $0.id < $1.id }
      .filter { name == nil || $0.name == name }
      .filter { customer in
        levels.isEmpty || customer.level.map { levels.contains($0) } ?? false
      }
  }

  /// Add a customer.
  @Entry func postCustomers(
    name: String, credit: Double = 0, level: Customer.Level? = nil
  ) async throws -> Response<Customer> {
    guard customers.count < 3 else { throw DirectoryError.tooMany("the directory is full") }
    guard name != "Ada" else { throw DirectoryError.nameTaken }
    let customer = Customer(id: customers.count + 1, name: name, credit: credit, level: level)
    customers[customer.id] = customer
    return Response(customer, status: 201, headers: ["Location": "/customers/\(customer.id)"])
  }

  /// Replace a customer.
  @Entry("/customers/{id}") func put(id: Int, body: Customer) {
    customers[id] = body
  }

  @Entry nonisolated func get() -> String { "directory" }

  @Entry func deleteCustomers(_ id: Int) throws {
    throw DiskFull()
  }

  @Entry nonisolated func postEcho(text: String = "a" + "b", `repeat` n: Int = -1) -> [String] {
    [text, "\(n)"]
  }
}

/// A service whose only state is constant.
@TechMicroService
struct Greeter {
  let greeting = "Hello"

  @Entry func getHello(_ name: String) -> [String: String] { ["text": "\(greeting), \(name)"] }
}

/// A service that holds on to something that is shared.
@TechMicroService
final class Counter {
  private let count = Count()

  @Entry func postNext() -> Int { count.next() }
}

/// A number behind a lock.
final class Count: Sendable {
  private let value = Mutex(0)

  /// The next number.
  func next() -> Int {
    value.withLock {
      $0 += 1
      return $0
    }
  }
}
