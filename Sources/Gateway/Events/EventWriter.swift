import ServiceModel

/// Writes the events that API Gateway's REST APIs send to functions.
///
/// See the [input of a Lambda proxy integration][input] and of a [Lambda authorizer][authorizer].
///
/// [input]: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
/// [authorizer]: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
struct EventWriter {
  /// What is set for the stage.
  let settings: GatewaySettings

  /// The time of the request as logs have it, which is the same for a second.
  var requestTime: (second: Int64, text: [UInt8]) = (-1, [])

  /// Creates the writer of a stage.
  init(_ settings: GatewaySettings) {
    self.settings = settings
  }

  /// The event of `exchange` for the function that serves it.
  mutating func event(_ exchange: Exchange) -> [UInt8] {
    var json = JSONText(capacity: 2_048 + exchange.request.body.count * 4 / 3)
    json.add("{")
    addMessage(exchange, to: &json)
    json.add(#","body":"#)
    let isBase64 = addBody(of: exchange, to: &json)
    json.add(isBase64 ? #","isBase64Encoded":true}"# : #","isBase64Encoded":false}"#)
    return json.bytes
  }

  /// The event of `exchange` for the function that authorizes it.
  mutating func authorizerEvent(_ exchange: Exchange) -> [UInt8] {
    var json = JSONText(capacity: 2_048)
    json.add(#"{"type":"REQUEST","methodArn":"#)
    json.addText(methodARN(of: exchange))
    json.add(",")
    addMessage(exchange, to: &json)
    json.add("}")
    return json.bytes
  }

  /// The name of the method as a resource of AWS, which policies allow or deny.
  func methodARN(of exchange: Exchange) -> String {
    let path = exchange.match.path.drop { $0 == "/" }
    return "arn:aws:execute-api:\(settings.region):\(settings.accountID):\(settings.apiID)/"
      + "\(settings.stage)/\(exchange.match.method.rawValue)/\(path)"
  }

  // MARK: -

  /// Adds what both events have.
  private mutating func addMessage(_ exchange: Exchange, to json: inout JSONText) {
    let headers = ProxyHeaders(exchange, settings).items
    let query = exchange.query.parameters
    json.add(#""resource":"#)
    json.add(exchange.match.resource)
    json.add(#","path":"#)
    json.addText(exchange.match.path)
    json.add(#","httpMethod":"#)
    json.addText(exchange.match.method.rawValue)
    json.add(#","headers":"#)
    json.addObject(headers, name: \.name) { $0.addText($1.value) }
    json.add(#","multiValueHeaders":"#)
    json.addObject(headers, name: \.name) { $0.addList($1.earlier, $1.value) }
    json.add(#","queryStringParameters":"#)
    json.addObject(query, name: \.name) { $0.addText($1.values.last ?? "") }
    json.add(#","multiValueQueryStringParameters":"#)
    json.addObject(query, name: \.name) { $0.addList($1.values.dropLast(), $1.values.last ?? "") }
    json.add(#","pathParameters":"#)
    json.addObject(exchange.match.parameters, name: \.name) { $0.addText(String($1.value)) }
    json.add(#","stageVariables":null,"requestContext":"#)
    addContext(of: exchange, to: &json)
  }

  /// Adds the request's context.
  private mutating func addContext(of exchange: Exchange, to json: inout JSONText) {
    json.add(#"{"resourceId":"local","resourcePath":"#)
    json.add(exchange.match.resource)
    json.add(#","httpMethod":"#)
    json.addText(exchange.match.method.rawValue)
    json.add(#","extendedRequestId":"#)
    json.addText(exchange.identity.extendedID)
    json.add(#","requestTime":"#)
    json.add(requestTime(at: exchange.instant))
    json.add(#","path":"#)
    json.addText(String(exchange.target.path))
    json.add(#","accountId":"#)
    json.addText(settings.accountID)
    json.add(#","protocol":"HTTP/1.1","stage":"#)
    json.addText(settings.stage)
    json.add(#","domainPrefix":"#)
    json.addText(settings.apiID)
    json.add(#","requestTimeEpoch":"#)
    json.addNumber(exchange.instant.milliseconds)
    json.add(#","requestId":"#)
    json.addText(exchange.identity.requestID)
    addIdentity(of: exchange, to: &json)
    json.add(#","domainName":"#)
    json.addText(exchange.request.headers["host"] ?? "localhost")
    json.add(#","deploymentId":"local","apiId":"#)
    json.addText(settings.apiID)
    if let grant = exchange.grant { json.add(grant.member) }
    json.add("}")
  }

  /// Adds what is known of the client.
  private func addIdentity(of exchange: Exchange, to json: inout JSONText) {
    json.add(
      #","identity":{"cognitoIdentityPoolId":null,"accountId":null,"cognitoIdentityId":null"#)
    json.add(#","caller":null,"sourceIp":"#)
    json.addText(exchange.request.sourceIP)
    json.add(#","principalOrgId":null,"accessKey":null,"cognitoAuthenticationType":null"#)
    json.add(#","cognitoAuthenticationProvider":null,"userArn":"#)
    json.addTextOrNull(settings.user(of: exchange.request))
    json.add(#","userAgent":"#)
    json.addTextOrNull(exchange.request.headers["user-agent"])
    json.add(#","user":null}"#)
  }

  /// Adds the body, and tells whether it is Base64.
  private func addBody(of exchange: Exchange, to json: inout JSONText) -> Bool {
    let body = exchange.request.body
    guard !body.isEmpty else {
      json.add("null")
      return false
    }
    let type = exchange.request.headers["content-type"] ?? "application/json"
    if MediaType(type).isAmong(settings.binaryMediaTypes) {
      json.addText(Base64.encode(body))
      return true
    }
    json.addText(String(decoding: body, as: UTF8.self))
    return false
  }

  /// The text of the time of a request.
  private mutating func requestTime(at instant: Instant) -> [UInt8] {
    if requestTime.second != instant.seconds {
      requestTime = (instant.seconds, JSONText.quoted(instant.logText))
    }
    return requestTime.text
  }
}
