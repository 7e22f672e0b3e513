import JSON
import StatesLanguage

/// Machines and services of the tests.
enum Samples {
  /// A task that calls a route of a service.
  static func call(
    _ name: String, _ method: String, _ service: String, _ path: JSONValue, resource: String,
    body: JSONValue? = nil, catchers: [Catcher] = [], transition: State.Transition
  ) -> State {
    var payload = JSONObject.Builder()
    payload["httpMethod"] = .string(method)
    payload["path"] = path
    payload["resource"] = .string(resource)
    payload["body"] = body
    let arguments: JSONValue = [
      "FunctionName": .string(service), "Payload": .object(payload.build()),
    ]
    return State(
      name: name,
      kind: .task(
        TaskState(
          resource: "arn:aws:states:::lambda:invoke", arguments: Template(arguments),
          retriers: [Retrier(errors: ["Lambda.TooManyRequestsException"])], catchers: catchers)),
      transition: transition, assign: ["\(name)": "{% $states.result.Payload %}"])
  }

  /// The machine of the first session.
  static let order = StateMachine(
    comment: "Takes an order: ${not a placeholder}, {%{\"a\": 1}%}.", startAt: "quoted",
    states: [
      State(
        name: "quoted",
        kind: .map(
          MapState(
            items: "{% $input.lines %}", maxConcurrency: 5,
            itemProcessor: ItemProcessor(startAt: "stock", states: [stock]))),
        transition: .next("if")),
      State(
        name: "if",
        kind: .choice(
          ChoiceState(
            rules: [
              ChoiceRule(condition: "{% $count($quoted[missing > 0]) > 0 %}", next: "fail")
            ], defaultState: "charge"))),
      State(
        name: "fail",
        kind: .fail(
          FailState(
            error: "OutOfStock",
            cause: "{% 'missing ' & $join($quoted[missing > 0].sku, ', ') %}"))),
      call(
        "charge", "POST", "payments", "/charge", resource: "/charge",
        body: ["amount": "{% $round($sum($quoted.(qty*price))*100) %}"],
        catchers: [Catcher(errors: ["Payments.Declined"], next: "declined")],
        transition: .next("return")),
      State(
        name: "declined", kind: .pass(PassState()), transition: .end,
        output: ["status": "declined"]),
      State(
        name: "return", kind: .pass(PassState()), transition: .end,
        output: ["status": "ok", "charge": "{% $charge.id %}"]),
    ])

  /// The state inside the Map of the order.
  private static let stock = call(
    "stock", "GET", "inventory", "{% '/stock/' & $line.sku %}", resource: "/stock/{sku}",
    transition: .end)

  /// A machine with every kind of state, a loop, and ways that come together.
  static let everything = StateMachine(
    startAt: "poll",
    states: [
      call(
        "poll", "GET", "jobs", "/state", resource: "/state",
        catchers: [
          Catcher(errors: ["Http.404"], next: "missing"),
          Catcher(errors: ["States.ALL"], next: "clean up"),
        ], transition: .next("ready?")),
      State(
        name: "ready?",
        kind: .choice(
          ChoiceState(
            rules: [
              ChoiceRule(condition: "{% $poll.state = \"running\" %}", next: "pause"),
              ChoiceRule(condition: "{% $poll.state in [\"a|b\", '漢字'] %}", next: "convert"),
            ], defaultState: "review"))),
      State(
        name: "pause", kind: .wait(WaitState(.seconds(30))), transition: .next("poll")),
      State(name: "convert", kind: .pass(PassState()), transition: .next("notify")),
      call(
        "review", "POST", "people", "/review", resource: "/review", transition: .next("notify")),
      State(
        name: "notify",
        kind: .parallel(
          ParallelState(
            branches: [
              StateGraph(comment: "mail", startAt: "mail", states: [mail, bounced]),
              StateGraph(
                startAt: "until Monday",
                states: [
                  State(
                    name: "until Monday",
                    kind: .wait(WaitState(.timestamp("{% $monday($now()) %}"))),
                    transition: .next("queue")),
                  queue,
                ]),
            ], catchers: [Catcher(errors: ["States.ALL"], next: "clean up")])),
        transition: .next("done")),
      State(name: "missing", kind: .fail(FailState(error: "NoJob"))),
      State(name: "clean up", kind: .pass(PassState()), transition: .next("done")),
      State(name: "done", kind: .succeed),
    ])

  /// A call whose error is dealt with in its branch.
  private static let mail = call(
    "mail", "POST", "mail", "/send", resource: "/send",
    catchers: [Catcher(errors: ["Mail.Bounced", "Mail.Full"], next: "bounced")], transition: .end)

  /// What is done after that error.
  private static let bounced = State(
    name: "bounced", kind: .pass(PassState()), transition: .end, output: nil)

  /// A call of a service of AWS.
  private static let queue = State(
    name: "queue",
    kind: .task(TaskState(resource: "arn:aws:states:::sqs:sendMessage", arguments: [:])),
    transition: .end)
}
