import ArgumentParser
import Foundation
import JSON
import JSONata
import Shell
import Subprocess

/// The cases of a folder of benchmarks, with their data.
struct BenchmarkSuite {
  /// A case.
  struct Item {
    /// What it is called.
    let name: String

    /// What is measured.
    let operation: () throws(JSONataError) -> JSONValue?

    /// The expected result; nil where the operation has none.
    let expected: JSONValue?
  }

  /// The cases in order.
  let items: [Item]

  /// Reads the cases of `folder`, or the one that is called `only`.
  static func read(from folder: String, only: String?) async throws -> BenchmarkSuite {
    let bench = try JSONReader.read(utf8: try bytes(of: folder + "/bench.json"))
    let cases = (bench["cases"]?.arrayValue ?? []).filter {
      only == nil || $0["name"]?.stringValue == only
    }
    guard !cases.isEmpty else { throw ValidationError("there is no case `\(only ?? "")`") }
    var data: [String: JSONValue] = [:]
    for name in cases.compactMap({ $0["data"]?.stringValue }) where data[name] == nil {
      data[name] = try await read(name, in: folder)
    }
    return BenchmarkSuite(
      items: try cases.map { content in
        let input = content["data"]?.stringValue.flatMap { data[$0] }
        return Item(
          name: content["name"]?.stringValue ?? "", operation: try operation(content, on: input),
          expected: content["expect"])
      })
  }

  /// The bytes of the file at `path`.
  private static func bytes(of path: String) throws -> [UInt8] {
    do throws(FileFailure) {
      return try LocalFiles().readBytes(path)
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// The data `name` of `folder`, which is compressed.
  private static func read(_ name: String, in folder: String) async throws -> JSONValue {
    let path = "\(folder)/data/\(name).json.gz"
    let result = try await Subprocess.run(
      .name("gzip"), arguments: ["-dc", path], output: .bytes(limit: 1 << 30),
      error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw ValidationError("cannot read \(path): \(result.standardError)")
    }
    return try JSONReader.read(utf8: result.standardOutput)
  }

  /// What the case `content` measures on `input`.
  private static func operation(
    _ content: JSONValue, on input: JSONValue?
  ) throws(JSONataError) -> () throws(JSONataError) -> JSONValue? {
    switch content["kind"]?.stringValue {
    case "parse": parsing(content["exprs"]?.arrayValue ?? [])
    case "template": try template(content["exprs"]?.objectValue ?? .empty, states: input)
    default: try evaluation(content["expr"]?.stringValue ?? "", on: input)
    }
  }

  /// One evaluation of the expression `source` on `input`.
  private static func evaluation(
    _ source: String, on input: JSONValue?
  ) throws(JSONataError) -> () throws(JSONataError) -> JSONValue? {
    let expression = try JSONataExpression(source, dialect: .jsonata)
    let environment = environment
    return { () throws(JSONataError) in
      try expression.evaluate(input, environment: environment)
    }
  }

  /// One evaluation of each expression of `fields` where `$states` is `states`.
  private static func template(
    _ fields: JSONObject, states: JSONValue?
  ) throws(JSONataError) -> () throws(JSONataError) -> JSONValue? {
    var expressions: [(key: String, expression: JSONataExpression)] = []
    for (key, source) in fields.members {
      expressions.append(
        (key, try JSONataExpression(source.stringValue ?? "", dialect: .jsonata)))
    }
    let bindings = ["states": states ?? .null]
    let environment = environment
    return { () throws(JSONataError) in
      var result: [(key: String, value: JSONValue)] = []
      for (key, expression) in expressions {
        let value = try expression.evaluate(nil, bindings: bindings, environment: environment)
        if let value { result.append((key, value)) }
      }
      return .object(result)
    }
  }

  /// The compilation of each of `sources`.
  private static func parsing(_ sources: [JSONValue]) -> () throws(JSONataError) -> JSONValue? {
    let texts = sources.compactMap(\.stringValue)
    return { () throws(JSONataError) in
      for text in texts { _ = try JSONataExpression(text, dialect: .jsonata) }
      return nil
    }
  }

  /// The limits of plain JSONata, with the clock that they need.
  private static var environment: EvaluationEnvironment {
    var environment = EvaluationEnvironment()
    environment.monotonicClock = { DispatchTime.now().uptimeNanoseconds }
    return environment
  }
}
