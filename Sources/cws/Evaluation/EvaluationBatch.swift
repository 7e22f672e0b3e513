import JSON
import JSONata
import Shell

/// `cws eval --batch`: one JSON object a line is answered by one JSON object a line, in order.
struct EvaluationBatch {
  /// The dialect of lines that name none.
  let dialect: JSONataExpression.Dialect

  /// Answers every line of standard input, each before the next is read; blank ones have no answer.
  func run() {
    let reader = LineReader()
    while let line = reader.next() {
      if line.allSatisfy({ $0 <= UInt8(ascii: " ") }) { continue }
      StandardStreams.write(JSONWriter.compact(answer(line)) + "\n", to: .output)
    }
  }

  /// The answer to `line`.
  private func answer(_ line: [UInt8]) -> JSONValue {
    do throws(BatchError) {
      return answer(try BatchRequest(line, dialect: dialect))
    } catch {
      return Self.error(error.code, error.message, position: error.position)
    }
  }

  /// The answer to `request`.
  private func answer(_ request: BatchRequest) -> JSONValue {
    do throws(JSONataError) {
      let expression = try JSONataExpression(request.source, dialect: request.evaluator.dialect)
      let value = try request.evaluator.evaluate(expression, on: request.data)
      return value?.withoutFunctions.map { ["result": $0] } ?? ["undefined": true]
    } catch {
      return Self.error(error.code, error.message, position: error.position, token: error.token)
    }
  }

  /// The answer that tells an error; `position` counts UTF-16 units as the reference does.
  private static func error(
    _ code: String, _ message: String, position: Int?, token: String? = nil
  ) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("code", .string(code)), ("message", .string(message)),
      ("position", position.map { .integer(Int64($0)) } ?? .null),
    ]
    if let token { members.append(("token", .string(token))) }
    return ["error": .object(members)]
  }
}
