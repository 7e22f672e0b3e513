import Diagnostics
import JSON
import JSONata
import ServiceModel
import SessionLanguage

extension Placement {
  /// The value of `item`, checked against `schema`; nil if it is wrong.
  mutating func value(
    of item: Item, _ schema: Schema, isQuery: Bool = false
  ) -> TemplateDraft? {
    switch item.kind {
    case .text(let text), .query(let text), .header(let text):
      return typed(text, schema, isQuery: isQuery, at: item.valueRange)
    case .value(let expression), .body(let expression):
      if let constant = expression.compiled?.literal {
        check(constant, schema, at: item.valueRange)
      }
      return .formula(expression.formula)
    case .bodyFile(let file):
      guard let bytes = content(of: file) else { return nil }
      if schema.isFile { return .constant(.file(bytes, of: file)) }
      return .constant((try? JSONReader.read(utf8: bytes)) ?? .text(bytes))
    case .valueFile(let file): return json(of: file, schema)
    case .upload(let file):
      return content(of: file).map { .constant(.content($0, of: file, schema)) }
    }
  }

  /// The value that `text` stands for; nil, and a diagnostic at `range`, if it does not fit.
  ///
  /// In the query, a list may be given by its elements.
  mutating func typed(
    _ text: InterpolatedText, _ schema: Schema, isQuery: Bool = false, at range: SourceRange
  ) -> TemplateDraft? {
    guard let literal = text.literal else { return .formula(schema.reading(text)) }
    let element = isQuery ? schema.convert(element: literal) : nil
    guard let value = schema.convert(text: literal) ?? element else {
      let mistake = "expected \(schema.displayNameWithArticle)"
      diagnostics.insert(.mistypedValue(mistake, at: range, signature: signature))
      return nil
    }
    return .constant(value)
  }

  /// Checks a value that is known before the call.
  mutating func check(_ value: JSONValue, _ schema: Schema, at range: SourceRange) {
    guard let mistake = schema.mismatch(of: value) else { return }
    diagnostics.insert(.mistypedValue(mistake, at: range, signature: signature))
  }

  /// How the route is called.
  private var signature: String? { route?.signature(of: call.service.text) }

  /// The JSON of a file, checked against `schema`.
  private mutating func json(of file: Name, _ schema: Schema) -> TemplateDraft? {
    guard let bytes = content(of: file) else { return nil }
    do {
      let value = try JSONReader.read(utf8: bytes)
      check(value, schema, at: file.range)
      return .constant(value)
    } catch {
      diagnostics.insert(.invalidFile(file, error))
      return nil
    }
  }

  /// The content of a file, if it was handed in.
  private mutating func content(of file: Name) -> [UInt8]? {
    if files[file.text] == nil { diagnostics.insert(.unreadFile(file)) }
    return files[file.text]
  }
}

extension Schema {
  /// The expression that gives the value of a text that is only known at run time.
  fileprivate func reading(_ text: InterpolatedText) -> Formula {
    let source = text.soleExpression?.formula ?? text.formula
    return switch self {
    case .integer, .number: source.wrapped { "$number(\($0))" }
    case .boolean: text.formula.wrapped { "(\($0)) = 'true'" }
    case .array, .object, .file: source.wrapped { "$parse(\($0))" }
    case .nullable(let schema): schema.reading(text)
    case .any, .string, .enumeration: text.formula
    }
  }
}

extension JSONValue {
  /// The content of the file at the path `file`, as a value of `schema`.
  fileprivate static func content(_ bytes: [UInt8], of file: Name, _ schema: Schema) -> JSONValue {
    guard schema.hasFiles || schema == .any else { return .text(bytes) }
    let value = Self.file(bytes, of: file)
    return if case .array = schema { [value] } else { value }
  }

  /// The file at the path `file` with its content.
  fileprivate static func file(_ bytes: [UInt8], of file: Name) -> JSONValue {
    File(bytes, name: file.text.split(separator: "/").last.map(String.init)).json
  }

  /// The text of a file: as it is, or Base64 if it is not UTF-8.
  fileprivate static func text(_ bytes: [UInt8]) -> JSONValue {
    .string(String(validating: bytes, as: UTF8.self) ?? Base64.encode(bytes))
  }
}
