import JSON
import ServiceModel

/// An error of the service under test.
enum PaymentError: ServiceFailure {
  case declined(String)
  case cardLost

  var status: Int { 402 }
}

/// An error that is not meant for callers.
struct DiskFull: Error {}

/// A service of two routes.
func makePayments() -> ServiceDefinition {
  var service = ServiceDefinition(
    ServiceDescription(name: "payments", summary: "Charges cards."), errorDomain: "Payments")
  let charge = Route(
    .post, "/charge", operationID: "postCharge", summary: "Charge a card.",
    parameters: [
      Parameter("amount", in: .body, schema: .integer, summary: "In cents."),
      Parameter("card", in: .body, schema: .string),
      Parameter("note", in: .body, schema: .nullable(.string), isRequired: false),
      Parameter("tries", in: .body, schema: .integer, isRequired: false, defaultValue: 1),
    ],
    response: .object(Schema.Object([Schema.Object.Property("id", .string)])))
  service.add(charge) { call in
    switch call.arguments["card"]?.stringValue {
    case "declined": throw PaymentError.declined("insufficient funds")
    case "lost": throw PaymentError.cardLost
    case "disk": throw DiskFull()
    default:
      return ServiceResponse(
        body: .json(.object(call.arguments.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })))
    }
  }
  let find = Route(
    .get, "/charges/{id}", operationID: "getCharge",
    parameters: [
      Parameter("id", in: .path, schema: .integer),
      Parameter("tag", in: .query, schema: .array(.string), isRequired: false),
    ], response: .any)
  service.add(find) { call in
    ServiceResponse(body: .json([call.arguments["id"] ?? .null, call.arguments["tag"] ?? .null]))
  }
  service.add(Route(.get, "/charges/latest", operationID: "getLatest", isPublic: true)) { _ in
    ServiceResponse(status: 204)
  }
  return service
}
