/// What `help` knows of a command, a statement or a part of the language.
struct HelpTopic: Sendable {
  /// The groups in which topics are listed.
  enum Group: String, CaseIterable, Sendable {
    case calls = "Calls and values"
    case services = "Services"
    case workflows = "Workflows"
    case steps = "Steps and clauses of a workflow"
    case work = "Working on a workflow"
    case session = "Session"
  }

  /// The word that it is found by.
  let name: String

  /// Where it is listed.
  let group: Group

  /// Other words that it is found by.
  var aliases: [String] = []

  /// How it is written.
  let usage: String

  /// What it does, in one sentence.
  let summary: String

  /// More about it, and examples.
  var details = ""

  /// All topics, in the order in which they are listed.
  static let all: [HelpTopic] = calls + services + workflows + steps + work + session

  /// The topic that `word` names.
  static func named(_ word: String) -> HelpTopic? {
    let word = word.lowercased()
    return all.first { $0.name == word } ?? all.first { $0.aliases.contains(word) }
  }

  // MARK: -

  private static let calls: [HelpTopic] = [
    HelpTopic(
      name: "call", group: .calls,
      aliases: ["get", "post", "put", "patch", "delete", "head", "options"],
      usage: "[NAME =] VERB SERVICE/PATH ITEM… [| EXPR]   VERB SERVICE/PATH ITEM… > FILE",
      summary: "Calls a route of a service; a name keeps the result as $NAME.",
      details: """
        VERB is GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS. The items are HTTPie's:
          name=text      a text parameter, converted to the type that the route declares
          name:=EXPR     a parameter whose value is a JSONata expression, so any JSON
          name==text     forced into the query string
          Name:text      a header
          {…}  […]       the whole body
          @file  name@file  name:=@file.json    body, upload or JSON from a file
        `{$…}` inside a text or a path is an interpolated expression. `| EXPR` reshapes the result;
        at the prompt `> FILE` writes it to a file.

          GET directory/customers city=Lyon | $[credit > 100].name
          order = POST shop/orders sku=A-1 qty=2 note="for {$customer.name}"
        """),
    HelpTopic(
      name: "invoke", group: .calls, usage: "[NAME =] INVOKE SERVICE {payload}",
      summary: "Sends a raw event to a function."),
    HelpTopic(
      name: "expression", group: .calls, aliases: ["jsonata"], usage: "EXPR   NAME = EXPR",
      summary: "Prints or names the value of a JSONata expression; JSON is a part of it.",
      details: """
        An expression at the prompt starts with $ { [ ( " ' - or a digit. It reads
          $NAME          the result of that name
          $_  $_1 $_2    the last result, the result of a cell
          $response      status, headers and milliseconds of the last call
        """),
    HelpTopic(
      name: "table", group: .calls, usage: "table EXPR",
      summary: "Prints a list of objects as a table."),
    HelpTopic(
      name: "vars", group: .calls, usage: "vars", summary: "Lists the names and their values."),
  ]

  private static let services: [HelpTopic] = [
    HelpTopic(
      name: "load", group: .services, usage: "load WHAT… [as NAME]",
      summary: "Makes services ready to be called.",
      details: """
        WHAT is one of
          NAME               a service that comes with the tool; `services` lists them
          FILE.swift         a one-file service
          FOLDER[:PRODUCT]   a Swift package, and which of its products if it has several
          FILE               a program that speaks the Lambda Runtime API, its routes in
                             FILE.openapi.json or openapi.json beside it, else at its /admin/routes
        Services are built once: what has not changed is not built again.
        """),
    HelpTopic(
      name: "reload", group: .services, usage: "reload [SERVICE]",
      summary: "Builds and starts services again; results that came from them turn stale."),
    HelpTopic(
      name: "unload", group: .services, usage: "unload SERVICE",
      summary: "Ends a service and forgets it."),
    HelpTopic(
      name: "services", group: .services, usage: "services",
      summary: "Lists the loaded services, and those that can be loaded by name."),
    HelpTopic(
      name: "routes", group: .services, usage: "routes [SERVICE]   SERVICE?",
      summary: "Lists routes with their parameters and who may call them.",
      details: """
        Workflows, and users of the account with IAM's permission, may call every route. Others may
        call what is marked
          public       without anything
          authorizer   if the service's `authorize` lets them
          IAM only     never: the service has no authorizer
        The prompt calls as a user of the account; `set caller anonymous`, or an Authorization
        header of its own, makes a call one of those others.
        """),
    HelpTopic(
      name: "logs", group: .services, usage: "logs SERVICE [-f]",
      summary: "Prints the last lines of a service's log; -f goes on until Ctrl-C."),
  ]

  private static let workflows: [HelpTopic] = [
    HelpTopic(
      name: "workflow", group: .workflows, aliases: ["express"],
      usage: "workflow NAME [express] … end",
      summary: "Opens a workflow; each step then runs as soon as it is entered.",
      details: """
          workflow order
            input card=tok_ok lines:=[{"sku": "A-1", "qty": 2}]
            quoted = for line in $input.lines
              stock = GET inventory/stock/{$line.sku}
              yield {"sku": $line.sku, "price": $stock.price}
            end
            return $sum($quoted.price)
          end
        """),
    HelpTopic(
      name: "about", group: .workflows, usage: "about TEXT", summary: "Says what it is for."),
    HelpTopic(
      name: "input", group: .workflows, usage: "input [CASE:] ITEMS   input [CASE:] EXPR",
      summary: "Gives a sample input to run it with."),
  ]

  private static let steps: [HelpTopic] = [
    HelpTopic(
      name: "end", group: .steps, usage: "end",
      summary: "Closes the innermost block, or the workflow."),
    HelpTopic(
      name: "if", group: .steps, aliases: ["else"], usage: "if EXPR … else if EXPR … else … end",
      summary: "Runs the first branch whose condition holds."),
    HelpTopic(
      name: "for", group: .steps, aliases: ["yield", "max", "tolerate"],
      usage: "NAME = for ITEM in EXPR [max N at once] [tolerate N | N%] … [yield EXPR] end",
      summary: "Runs its body for each element of a list; the results keep the order."),
    HelpTopic(
      name: "parallel", group: .steps, aliases: ["branch"],
      usage: "NAME = parallel  branch A … yield EXPR  branch B … end",
      summary: "Runs branches at the same time; the result has a member for each."),
    HelpTopic(
      name: "wait", group: .steps, usage: "wait 30s   wait until EXPR",
      summary: "Waits for a time, or until a timestamp."),
    HelpTopic(
      name: "fail", group: .steps, usage: "fail ERROR [TEXT]",
      summary: "Ends the workflow with an error."),
    HelpTopic(
      name: "return", group: .steps, usage: "return [EXPR]",
      summary: "Ends the workflow with a value; without it the last step's result is the output."),
    HelpTopic(
      name: "retry", group: .steps,
      usage: "retry N times [on ERROR…] [every 2s] [backoff 2] [up to 60s] [jitter]",
      summary: "Tries the step before it again after an error."),
    HelpTopic(
      name: "catch", group: .steps, usage: "catch [ERROR…] … end",
      summary: "Does something else after an error of the step before it; $error tells which."),
    HelpTopic(
      name: "timeout", group: .steps, usage: "timeout 30s",
      summary: "Limits the time of the step before it, or, before all steps, of the workflow."),
    HelpTopic(
      name: "heartbeat", group: .steps, usage: "heartbeat 10s",
      summary: "Limits the time between two signs of life of the step before it."),
    HelpTopic(
      name: "label", group: .steps, usage: "label \"Reserve stock\"",
      summary: "Names the state of the step before it."),
  ]

  private static let work: [HelpTopic] = [
    HelpTopic(
      name: "run", group: .work, aliases: ["stale", "from", "until"],
      usage: "run [WORKFLOW] [CASE or ITEMS] [from STEP] [until STEP]   run stale",
      summary: "Runs a workflow; items override fields of the sample input.",
      details: "`from` reuses the recorded results of what comes before; `run stale` runs what is "
        + "marked ~, what failed and what was not reached."),
    HelpTopic(
      name: "show", group: .work, usage: "show [STEP or WORKFLOW or CELL]",
      summary: "Prints source, compiled state, input, arguments, result, attempts and duration."),
    HelpTopic(
      name: "why", group: .work, usage: "why [STEP or EXPR]",
      summary: "Prints a step's expressions with the value of every part.",
      details: "Without a name it is about the step that failed, or the one entered last."),
    HelpTopic(
      name: "edit", group: .work, usage: "edit [WORKFLOW]",
      summary: "Opens a closed workflow again, with its steps and their results.",
      details: "Without a name it is the one that was closed last. `workflow NAME` starts anew."),
    HelpTopic(
      name: "drop", group: .work, usage: "drop STEP", summary: "Removes a step."),
    HelpTopic(
      name: "undo", group: .work, aliases: ["redo"], usage: "undo   redo",
      summary: "Takes the last change of the open workflow back, or makes it again."),
    HelpTopic(
      name: "mock", group: .work,
      usage: "mock STEP or VERB SERVICE/PATH => EXPR   mock … fail ERROR [TEXT] [x N]",
      summary: "Answers in a service's place; alone it lists the mocks."),
    HelpTopic(
      name: "unmock", group: .work, usage: "unmock [STEP or VERB SERVICE/PATH]",
      summary: "Removes a mock, or all."),
    HelpTopic(
      name: "graph", group: .work, usage: "graph [WORKFLOW]",
      summary: "Draws a workflow."),
    HelpTopic(
      name: "expect", group: .work, usage: "expect EXPR",
      summary: "Checks that an expression is true; the check is kept with the session."),
  ]

  private static let session: [HelpTopic] = [
    HelpTopic(
      name: "open", group: .session, usage: "open FILE",
      summary: "Opens a saved session; nothing is run."),
    HelpTopic(
      name: "rerun", group: .session, usage: "rerun [CELL | FIRST-LAST | all]",
      summary: "Runs cells again."),
    HelpTopic(
      name: "history", group: .session, usage: "history", summary: "Lists the cells."),
    HelpTopic(
      name: "save", group: .session, usage: "save [FILE]",
      summary: "Saves the session as Markdown."),
    HelpTopic(
      name: "export", group: .session, usage: "export [DIR]",
      summary: "Compiles the session to ASL and Terraform."),
    HelpTopic(
      name: "set", group: .session, usage: "set [KEY [VALUE]]",
      summary: "Changes a setting; alone it lists them."),
    HelpTopic(
      name: "help", group: .session, usage: "help [TOPIC]   X?",
      summary: "Explains a command, a service, a step or a JSONata function."),
    HelpTopic(
      name: "quit", group: .session, aliases: ["exit"], usage: "quit",
      summary: "Ends the session, as Ctrl-D does.",
      details: "Where workflows, named results or the cells of a file are not saved, it asks to be "
        + "entered twice; a script is never asked."),
  ]
}
