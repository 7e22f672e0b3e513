import JSON

/// A reply of the Lambda Runtime API as it goes over the wire.
struct RuntimeAPIReply: Equatable {
  /// The status.
  var status: Int

  /// The headers besides the body's own.
  var headers: [(String, String)]

  /// The body, as JSON.
  var body: [UInt8]

  static func == (a: RuntimeAPIReply, b: RuntimeAPIReply) -> Bool {
    a.status == b.status && a.body == b.body
      && a.headers.elementsEqual(b.headers) { $0.0 == $1.0 && $0.1 == $1.1 }
  }
}

extension RuntimeAPIReply {
  /// Puts `reply` into words; a call is given until `now` (since 1970) plus its time, and is told
  /// the name of its function.
  init(_ reply: RuntimeReply, now: Duration, functionARN: String) {
    switch reply {
    case .call(let call):
      self.init(
        status: 200,
        headers: [
          ("Lambda-Runtime-Aws-Request-Id", call.id.text),
          ("Lambda-Runtime-Deadline-Ms", String((now + call.timeout).milliseconds)),
          ("Lambda-Runtime-Invoked-Function-Arn", functionARN),
          ("Lambda-Runtime-Trace-Id", call.id.trace(at: now)),
        ],
        body: call.payload)
    case .accepted:
      self.init(status: 202, headers: [], body: Array(#"{"status":"OK"}"#.utf8))
    case .refused(let status, let type, let message):
      let body: JSONValue = ["errorMessage": .string(message), "errorType": .string(type)]
      self.init(status: status, headers: [], body: JSONWriter.utf8(body))
    }
  }
}

extension Duration {
  /// The whole milliseconds.
  var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}

extension CallID {
  /// A new identity.
  static func random() -> CallID {
    let digits = hexadecimal(.random(in: 0...UInt64.max)) + hexadecimal(.random(in: 0...UInt64.max))
    var text = ""
    for (position, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(position) { text += "-" }
      text.append(digit)
    }
    return CallID(text: text)
  }

  /// The trace header of the call at `now` since 1970: a root of AWS X-Ray's form.
  func trace(at now: Duration) -> String {
    let second = Self.hexadecimal(UInt64(max(0, now.components.seconds))).suffix(8)
    return "Root=1-\(second)-\(text.filter { $0 != "-" }.suffix(24));Sampled=0"
  }

  /// `number` with 16 hexadecimal digits.
  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
