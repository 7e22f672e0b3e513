import Foundation
import JSON
import JSONata
import Shell

/// One evaluation of `cws eval`: expression, input and variables as they were typed.
struct ExpressionRun {
  /// The expression.
  let source: String

  /// The file of the input; standard input where it is nil or `-`.
  let file: String?

  /// The variables, each `NAME=JSON`.
  let bindings: [(name: String, text: String)]

  /// Which JSONata it is.
  let dialect: JSONataExpression.Dialect

  /// The value, or nil for undefined.
  func value() throws(EvaluationFailure) -> JSONValue? {
    let expression = try compiled()
    var evaluator = Evaluator(dialect: dialect)
    for (name, text) in bindings { evaluator.bindings[name] = try binding(name, text) }
    let input = try input()
    let value: JSONValue?
    do throws(JSONataError) {
      value = try evaluator.evaluate(expression, on: input)
    } catch {
      throw .expression(error, in: source, help: limitHelp(for: error))
    }
    if case .function? = value { throw .function(in: source) }
    return value?.withoutFunctions
  }

  /// The expression, compiled.
  private func compiled() throws(EvaluationFailure) -> JSONataExpression {
    do throws(JSONataError) {
      return try JSONataExpression(source, dialect: dialect)
    } catch {
      throw .expression(error, in: source, help: dialectHelp)
    }
  }

  /// The value of the variable `name`.
  private func binding(
    _ name: String, _ text: String
  ) throws(EvaluationFailure) -> JSONValue {
    if text.hasPrefix("@") {
      let path = String(text.dropFirst())
      return try Self.json(try Self.bytes(of: path), called: path)
    }
    do throws(JSONSyntaxError) {
      return try JSONReader.read(text)
    } catch {
      let isBare = text.first.map { $0.isLetter || $0 == "_" } ?? true
      throw .json(
        error, in: text, called: "--bind \(name)",
        help: isBare ? "a text is JSON in double quotes: --bind '\(name)=\"\(text)\"'" : nil)
    }
  }

  // MARK: - Input

  /// The input; nil where there is none, or nothing in it.
  private func input() throws(EvaluationFailure) -> JSONValue? {
    guard let bytes = try inputBytes(), bytes.contains(where: { $0 > UInt8(ascii: " ") }) else {
      return nil
    }
    return try Self.json(bytes, called: namedFile ?? "<input>")
  }

  /// The file, if it is not standard input.
  private var namedFile: String? { file == "-" ? nil : file }

  /// The bytes of the input; nil if there is none because a person would have to type it.
  private func inputBytes() throws(EvaluationFailure) -> [UInt8]? {
    if let namedFile { try Self.bytes(of: namedFile) } else { standardInput() }
  }

  /// The bytes of the file at `path`.
  private static func bytes(of path: String) throws(EvaluationFailure) -> [UInt8] {
    do throws(FileFailure) {
      return try LocalFiles().readBytes(path)
    } catch {
      throw EvaluationFailure(error)
    }
  }

  /// The JSON in `bytes`, which are called `name`.
  private static func json(
    _ bytes: [UInt8], called name: String
  ) throws(EvaluationFailure) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONReader.read(utf8: bytes)
    } catch {
      throw .json(error, in: String(decoding: bytes, as: UTF8.self), called: name)
    }
  }

  /// The bytes of standard input; a terminal is read only if `-` asks for it.
  private func standardInput() -> [UInt8]? {
    if file == nil, isatty(STDIN_FILENO) != 0 { return nil }
    return (try? FileHandle.standardInput.readToEnd()).map { Array($0) }
  }

  // MARK: - Help

  /// What is said of an expression that only plain JSONata knows.
  private var dialectHelp: String? {
    guard dialect == .aws, (try? JSONataExpression(source, dialect: .jsonata)) != nil else {
      return nil
    }
    return "Step Functions has no such expression; plain JSONata has: --dialect jsonata"
  }

  /// What is said of a limit of Step Functions.
  private func limitHelp(for error: JSONataError) -> String? {
    guard dialect == .aws, ["D1011", "D1012", "D2015"].contains(error.code) else { return nil }
    return "this is a limit of Step Functions; plain JSONata has none: --dialect jsonata"
  }
}
