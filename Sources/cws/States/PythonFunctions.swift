import JSON
import StatesExecution
import StatesTesting
import Subprocess
import SystemPackage

/// Runs functions with the machine's Python.
struct PythonFunctions: FunctionRunner {
  func runPython(_ source: String, event: JSONValue) async -> TaskOutcome {
    let call: JSONValue = ["source": .string(source), "event": event]
    do {
      let record = try await Subprocess.run(
        .name("python3"), arguments: ["-c", Self.harness], input: .string(JSONWriter.compact(call)),
        output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
      return Self.outcome(of: record.standardOutput, error: record.standardError)
    } catch {
      return .failure("Runtime.ExitError", cause: "python3 could not be run: \(error)")
    }
  }

  /// What the answer of the harness says.
  private static func outcome(of output: String?, error: String?) -> TaskOutcome {
    let last = (output ?? "").split(separator: "\n").last.map(String.init) ?? ""
    guard let answer = try? JSONReader.read(last) else {
      return .failure("Runtime.ExitError", cause: error ?? "")
    }
    if let value = answer["returns"] { return .success(value) }
    return .failure(
      answer["raises"]?["errorType"]?.stringValue,
      cause: answer["raises"].map(JSONWriter.compact))
  }

  /// Calls the handler as Lambda does, and writes what came of it as the last line.
  private static let harness = """
    import json, sys, traceback
    call = json.load(sys.stdin)
    scope = {"__name__": "handler"}
    try:
        exec(compile(call["source"], "handler.py", "exec"), scope)
        result = scope["handler"](call["event"], None)
        if isinstance(result, bytes):
            result = result.decode()
        answer = {"returns": result}
        text = json.dumps(answer)
    except BaseException as error:
        lines = traceback.format_tb(error.__traceback__)[1:]
        text = json.dumps({"raises": {"errorMessage": str(error), "errorType": type(error).__name__,
                                      "stackTrace": lines}})
    print()
    print(text)
    """
}
