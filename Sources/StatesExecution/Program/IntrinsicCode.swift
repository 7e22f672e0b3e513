import JSON
import StatesLanguage

/// A call of an intrinsic function, with the places of the variables that it reads.
struct IntrinsicCode: Sendable {
  /// The text.
  let source: String

  private let function: IntrinsicFunction
  private let arguments: [Argument]
  private let template: FormatTemplate?

  /// Makes its random numbers others than those of every other call of the state.
  private let salt: UInt64

  /// An argument of a call.
  private indirect enum Argument: Sendable {
    case constant(JSONValue)
    case path(PathCode)
    case call(IntrinsicCode)
  }

  /// Prepares `call`, which stands in the field `location`.
  init(_ call: IntrinsicCall, location: String, resolve: (String) -> VariableAddress?) {
    source = call.source
    function = call.function
    template = call.template
    salt = RandomSource.salt(location)
    arguments = call.arguments.enumerated().map { index, argument in
      switch argument {
      case .constant(let value): .constant(value)
      case .path(let path): .path(PathCode(path, resolve: resolve))
      case .call(let call):
        .call(IntrinsicCode(call, location: "\(location)(\(index))", resolve: resolve))
      }
    }
  }

  /// Why a call failed.
  private struct Failure: Error {
    /// The sentence about the innermost reason.
    var message: String
  }

  /// The result in `scope`.
  func value(in scope: borrowing EvaluationScope) throws(StateError) -> JSONValue {
    do throws(Failure) {
      return try result(in: scope)
    } catch {
      throw StateError(
        runtime: "The function '\(source)' had the following error: \(error.message)")
    }
  }

  /// The result in `scope`.
  private func result(in scope: borrowing EvaluationScope) throws(Failure) -> JSONValue {
    var values: [JSONValue] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(try value(of: argument, in: scope)) }
    let result =
      switch function {
      case .uuid, .mathRandom:
        function.result(of: values, random: scope.randomNumbers(salt: salt))
      default: function.result(of: values, template: template, random: { 0 })
      }
    guard let result else { throw Failure(message: "Invalid arguments in \(function.rawValue)") }
    return result
  }

  /// The value of an argument.
  private func value(
    of argument: Argument, in scope: borrowing EvaluationScope
  ) throws(Failure) -> JSONValue {
    switch argument {
    case .constant(let value): return value
    case .call(let call): return try call.result(in: scope)
    case .path(let code):
      do throws(JSONPathError) {
        return try code.value(in: scope)
      } catch {
        throw Failure(message: message(about: code, error, input: scope.input))
      }
    }
  }

  /// The sentence about a path without a value; it shows the state's input for whatever path.
  private func message(
    about code: PathCode, _ error: JSONPathError, input: JSONValue
  ) -> String {
    guard error.isMissing else { return error.message }
    return "The JsonPath argument for the field '\(code.path.sourceFromRoot)' could not be found "
      + "in the input '\(JSONWriter.compact(input))'"
  }
}
