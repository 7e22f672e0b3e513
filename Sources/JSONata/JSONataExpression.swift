import JSON

/// A JSONata expression: compiled once, evaluated any number of times from any thread.
package struct JSONataExpression: Sendable {
  /// Which JSONata.
  package enum Dialect: Sendable {
    /// That of AWS Step Functions: without `?:`, `??` and `$eval`, with functions of its own and
    /// limits.
    case aws

    /// That of jsonata-js 2.2.2.
    case jsonata
  }

  /// The text.
  package let source: String

  /// Which JSONata it is.
  package let dialect: Dialect

  /// Compiles `source`.
  package init(_ source: String, dialect: Dialect = .aws) throws(JSONataError) {
    self.source = source
    self.dialect = dialect
    do {
      var parser = Parser(Array(source.utf8), dialect: dialect)
      _ = try Resolver.resolve(try parser.parseAll())
    } catch {
      throw error.finished(in: source)
    }
  }

  /// Reads the longest expression at the UTF-8 offset `start` of `text`.
  ///
  /// It stops before the first token that cannot continue the expression: `max` in `$a.b max 5`,
  /// `|`, a closing bracket, or a `#` between white space. Ranges in errors count from the start of
  /// `text`. Returns the expression, whose source is the part of `text` that was read, and the
  /// offset after its last token.
  package static func parsePrefix(
    of text: String, from start: Int = 0, dialect: Dialect = .aws
  ) throws(JSONataError) -> (expression: JSONataExpression, end: Int) {
    let bytes = Array(text.utf8)
    var parser = Parser(bytes, from: start, dialect: dialect, isPrefix: true)
    do {
      _ = try parser.expression(0)
    } catch {
      throw error.finished(in: text)
    }
    let first = bytes[start...].firstIndex { !Lexer.isBlank($0) } ?? start
    let source = String(decoding: bytes[min(first, parser.end)..<parser.end], as: UTF8.self)
    do {
      return (try JSONataExpression(source, dialect: dialect), parser.end)
    } catch {
      throw error.moved(by: first)
    }
  }

  /// The tree before the second pass.
  func parsed() throws(JSONataError) -> Node {
    var parser = Parser(Array(source.utf8), dialect: dialect)
    return try parser.parseAll()
  }
}
