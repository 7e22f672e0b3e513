package import JSON

extension ServiceResponse {
  /// The answer to an HTTP call, as API Gateway takes it from a function in format 1.0.
  package var httpAnswer: JSONValue { httpAnswer(.version1) }

  /// The answer to an HTTP call, as API Gateway takes it from a function in `format`.
  ///
  /// Where a header comes several times, format 1.0 has `multiValueHeaders`; format 2.0 has
  /// `cookies`, and other headers are combined with commas. See [the formats of
  /// answers](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response).
  package func httpAnswer(_ format: ProxyFormat) -> JSONValue {
    let text = body.text
    var answer = JSONObject.Builder()
    answer["statusCode"] = .integer(Int64(status))
    switch format {
    case .version1: writeHeaders1(to: &answer)
    case .version2: writeHeaders2(to: &answer)
    }
    answer["body"] = .string(text?.text ?? "")
    answer["isBase64Encoded"] = .bool(text?.isBase64 ?? false)
    return .object(answer.build())
  }

  /// The headers with the body's content type.
  private var headersWithType: Headers {
    var headers = headers
    if let type = body.contentType, headers["content-type"] == nil {
      headers["Content-Type"] = type
    }
    return headers
  }

  /// Writes the headers in format 1.0.
  private func writeHeaders1(to answer: inout JSONObject.Builder) {
    var single = JSONObject.Builder()
    var several = JSONObject.Builder()
    for (name, values) in headersWithType.grouped {
      if values.count == 1 {
        single[name] = .string(values[0])
      } else {
        several[name] = .array(values.map { .string($0) })
      }
    }
    answer["headers"] = .object(single.build())
    if !several.isEmpty { answer["multiValueHeaders"] = .object(several.build()) }
  }

  /// Writes the headers in format 2.0.
  private func writeHeaders2(to answer: inout JSONObject.Builder) {
    var headers = headersWithType
    let cookies = headers.values(of: "set-cookie")
    headers["set-cookie"] = nil
    answer["headers"] = .object(
      headers.grouped.map { ($0.name, .string($0.values.joined(separator: ","))) })
    if !cookies.isEmpty { answer["cookies"] = .array(cookies.map { .string($0) }) }
  }
}

extension ServiceResponse {
  /// Reads the answer to an HTTP call, in either format; as API Gateway does, one without a status
  /// is a value.
  package init(httpAnswer answer: JSONValue) {
    guard let status = answer["statusCode"]?.intValue else {
      self.init(body: answer.isNull ? .none : .json(answer))
      return
    }
    let headers = Self.headers(of: answer)
    self.init(
      status: status, headers: headers,
      body: Self.body(of: answer, type: headers["content-type"]))
  }

  /// The headers of `answer`; those of `multiValueHeaders` replace the single ones.
  private static func headers(of answer: JSONValue) -> Headers {
    let single = answer["headers"]?.objectValue?.members ?? []
    var headers = Headers(single.map { ($0.key, $0.value.scalarText) })
    for (name, values) in answer["multiValueHeaders"]?.objectValue?.members ?? [] {
      headers[name] = nil
      for value in values.arrayValue ?? [] { headers.add(name, value.scalarText) }
    }
    for cookie in answer["cookies"]?.arrayValue ?? [] {
      headers.add("set-cookie", cookie.scalarText)
    }
    return headers
  }

  /// The body of `answer`.
  private static func body(of answer: JSONValue, type: String?) -> MessageBody {
    switch answer["body"] {
    case nil, .null?: .none
    case .string(let text)?:
      MessageBody(
        text: text.text, isBase64: answer["isBase64Encoded"]?.boolValue ?? false, type: type)
    case let value?: .json(value)
    }
  }
}
