import Coworks

/// Takes money from cards.
@main @TechMicroService
actor Payments {
  struct Charge: Codable {
    let id: String
    let amount: Int
    var status = "paid"
  }

  private var charges: [String: Charge] = [:]

  /// Charge a card an amount in cents; the cards `tok_declined` and `tok_busy` try out errors.
  @Entry func postCharge(amount: Int, card: String) throws -> Charge {
    guard amount > 0 else { throw HTTPError.badRequest("the amount must be above 0") }
    switch card {
    case "tok_declined": throw PaymentError.declined("insufficient funds")
    case "tok_busy": throw PaymentError.busy("the bank does not answer now")
    default: break
    }
    let charge = Charge(id: "ch_\(charges.count + 1)", amount: amount)
    charges[charge.id] = charge
    return charge
  }

  /// Give the money of a charge back.
  @Entry func postRefund(charge id: String) throws -> Charge {
    guard var charge = charges[id] else { throw HTTPError.notFound("no charge \(id)") }
    charge.status = "refunded"
    charges[id] = charge
    return charge
  }
}

/// What a workflow can catch: `Payments.Declined` and `Payments.Busy`.
enum PaymentError: ServiceFailure {
  case declined(String)
  case busy(String)

  var status: Int {
    switch self {
    case .declined: 402
    case .busy: 503
    }
  }
}
