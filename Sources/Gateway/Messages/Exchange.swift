/// A request on its way through the gateway.
package struct Exchange: Sendable {
  /// The request.
  package let request: GatewayRequest

  /// When it came.
  package let instant: Instant

  /// By which names it is known.
  package let identity: ExchangeIdentity

  /// The path and the query.
  let target: RequestTarget

  /// The parameters of the query.
  let query: QueryParameters

  /// The route that it takes.
  let match: SiteMatch

  /// What the authorizer told of the caller, if one was asked.
  var grant: AuthorizerGrant?
}

/// The names of a request: in answers, events and logs.
package struct ExchangeIdentity: Equatable, Sendable {
  /// The id that API Gateway gives the request, a UUID.
  package var requestID: String

  /// The id that its answer carries as `x-amz-apigw-id`.
  package var extendedID: String

  /// The root of the request's trace, in the form of AWS X-Ray.
  package var traceID: String

  /// Makes up the names of a request at `instant`.
  package init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
    let digits = Self.digits(generator.next()) + Self.digits(generator.next())
    requestID = Self.uuid(digits)
    extendedID = String(decoding: digits.prefix(15), as: UTF8.self) + "="
    let second = Self.digits(UInt64(max(0, instant.seconds))).suffix(8)
    traceID =
      "Root=1-" + String(decoding: second, as: UTF8.self) + "-"
      + String(decoding: digits.suffix(24), as: UTF8.self)
  }

  /// `digits` in the groups of a UUID.
  private static func uuid(_ digits: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (position, digit) in digits.enumerated() {
      if position == 8 || position == 12 || position == 16 || position == 20 {
        text.append(UInt8(ascii: "-"))
      }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The 16 hexadecimal digits of `number`.
  private static func digits(_ number: UInt64) -> [UInt8] {
    (0..<16).map { position in
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(60 - 4 * position)) & 15
      return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
  }
}
