import ArgumentParser
import JSON
import Shell

/// `cws eval EXPR [FILE]`: a JSONata expression on JSON.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate a JSONata expression on JSON.",
    usage: """
      cws eval <expr> [<file>] [--bind <name=json> ...] [--dialect <dialect>] [--compact] [--raw]
      cws eval --batch [--dialect <dialect>]
      """,
    discussion: """
      The value is printed as JSON, laid out for reading; undefined prints nothing. Without a file \
      the JSON on standard input is the input; on a terminal, or where there is nothing in it, the \
      input is undefined. The exit code is 1 if the expression is wrong or fails, and 2 if the \
      command is wrong: a file that cannot be read, or that is no JSON.

      The dialect aws is the JSONata of Step Functions with its functions and limits (100 nested \
      evaluations, one second, 7 MB a value); jsonata is that of jsonata-js 2.2.2, without limits.

      Examples:
        cws eval 'orders[total > 100].{"id": id, "city": customer.city}' orders.json
        curl -s https://api.github.com/repos/apple/swift/tags | cws eval -r name
        cws eval '$sum($prices) * $rate' --bind 'prices=[9.5, 20]' --bind rate=1.2
        cws eval -- '-1 + 2'

      With --batch each line of standard input is an object {"expr", "data"?, "bindings"?, \
      "dialect"?, "timelimit"?, "depth"?}, answered at once by a line {"result": …}, \
      {"undefined": true} or {"error": {"code", "message", "position", "token"?}}. No data is \
      undefined; timelimit is in milliseconds (without one, lines of plain JSONata have 10 seconds); \
      position counts UTF-16 units of the expression. A line that is no such object is answered \
      by an error too, and a blank one by nothing.
      """)

  @Argument(help: ArgumentHelp("The expression.", valueName: "expr"))
  var expression: String?

  @Argument(help: "The file of the input; - is standard input.", completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp(
      "The value of a variable, as JSON or @FILE; may be repeated.", valueName: "name=json"))
  var bind: [String] = []

  @Option(help: "Which JSONata.")
  var dialect = DialectName.aws

  @Flag(name: .shortAndLong, help: "Print the value on one line.")
  var compact = false

  @Flag(name: .shortAndLong, help: "Print a text as it is, without quotes.")
  var raw = false

  @Flag(help: "Answer one expression a line of standard input.")
  var batch = false

  func validate() throws {
    if batch {
      let isAlone = expression == nil && bind.isEmpty && !compact && !raw
      guard isAlone else {
        throw ValidationError("--batch takes everything but --dialect from its lines")
      }
    } else if expression == nil {
      throw ValidationError(
        "Missing expected argument '<expr>' (one that starts with - follows --)")
    }
    _ = try bindings
  }

  func run() throws {
    let code = DeepStack.run { batch ? runBatch() : runExpression() }
    if code != .success { throw code }
  }

  /// Answers the lines of standard input.
  private func runBatch() -> ExitCode {
    EvaluationBatch(dialect: dialect.dialect).run()
    return .success
  }

  /// Evaluates the expression and prints its value, or what is wrong.
  private func runExpression() -> ExitCode {
    let run = ExpressionRun(
      source: expression ?? "", file: file, bindings: (try? bindings) ?? [],
      dialect: dialect.dialect)
    do throws(EvaluationFailure) {
      if let value = try run.value() {
        StandardStreams.write(text(of: value) + "\n", to: .output)
      }
      return .success
    } catch {
      Runtime.printToError(error.output)
      return error.exitCode
    }
  }

  /// `value` as it is printed.
  private func text(of value: JSONValue) -> String {
    if raw, let text = value.stringValue { return text }
    if compact { return JSONWriter.compact(value) }
    guard StandardStreams.isTerminal(.output) else { return JSONWriter.indented(value) }
    return Output.value(value).text(
      width: StandardStreams.width, isColored: StandardStreams.isColored(.output))
  }

  /// The variables, each as name and JSON text.
  private var bindings: [(name: String, text: String)] {
    get throws {
      try bind.map { binding in
        guard let equals = binding.firstIndex(of: "=") else {
          throw ValidationError("--bind takes NAME=JSON, not `\(binding)`")
        }
        let name = binding[..<equals].trimmingPrefix("$")
        guard !name.isEmpty else {
          throw ValidationError("--bind takes NAME=JSON; there is no name in `\(binding)`")
        }
        return (String(name), String(binding[binding.index(after: equals)...]))
      }
    }
  }
}
