import JSON
import StatesLanguage

/// A field whose value is that of a path or of a call of an intrinsic function.
struct PathFieldCode: Sendable {
  /// The field's own name: `value.$`, `ErrorPath`.
  let name: String

  /// What its value is.
  private let method: Method

  /// How the value of a field is found.
  private indirect enum Method: Sendable {
    case path(PathCode)
    case call(IntrinsicCode)
  }

  /// Compiles `source`, the value of the field `name` at `location`.
  init(
    _ source: String, name: String, location: String, resolve: (String) -> VariableAddress?
  ) throws(JSONPathSyntaxError) {
    self.name = name
    switch try PathExpression(source) {
    case .path(let path): method = .path(PathCode(path, resolve: resolve))
    case .call(let call):
      method = .call(IntrinsicCode(call, location: location, resolve: resolve))
    }
  }

  /// The text of the field.
  var source: String {
    switch method {
    case .path(let code): code.path.source
    case .call(let code): code.source
    }
  }

  /// The value in `scope`, whose input is `$`.
  func evaluate(in scope: borrowing EvaluationScope) throws(StateError) -> JSONValue {
    switch method {
    case .call(let code): return try code.value(in: scope)
    case .path(let code):
      do throws(JSONPathError) {
        return try code.value(in: scope)
      } catch {
        return try recover(from: error, code, in: scope)
      }
    }
  }

  /// Null for an element beyond the end of a list; the error about any other path without a value.
  private func recover(
    from error: JSONPathError, _ code: PathCode, in scope: borrowing EvaluationScope
  ) throws(StateError) -> JSONValue {
    if error.isBeyondEnd { return .null }
    let root = code.root(in: scope)
    if root.isNull, code.path.root == .input {
      throw StateError(runtime: "Unable to apply Path transformation to null or empty input.")
    }
    guard error.isMissing else {
      throw StateError(runtime: "Invalid path '\(code.path.source)' : \(error.message)")
    }
    throw StateError(
      runtime: "The JSONPath '\(code.path.source)' specified for the field '\(name)' could not be "
        + "found in the input '\(JSONWriter.compact(root))'")
  }
}
