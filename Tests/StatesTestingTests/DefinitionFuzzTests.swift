import JSON
import StatesExecution
import StatesLanguage
import Testing

/// Definitions that were damaged at random are refused or run, and never end the program.
@Suite struct DefinitionFuzzTests {
  private static let seeds = [
    #"""
    {"StartAt":"A","TimeoutSeconds":9,"States":{
      "A":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.a","NumericGreaterThan":1},{"Not":{"Variable":"$.b[0]","StringMatches":"x*"}}],"Next":"B"}],"Default":"C"},
      "B":{"Type":"Map","ItemsPath":"$.l","ItemSelector":{"v.$":"States.Format('{}', $$.Map.Item.Value)"},"MaxConcurrency":2,"ItemProcessor":{"StartAt":"D","States":{"D":{"Type":"Task","Resource":"arn:aws:lambda:r:1:function:f","Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1}],"ResultPath":"$.r","End":true}}},"ResultPath":"$.m","Next":"C"},
      "C":{"Type":"Wait","SecondsPath":"$.s","Next":"E"},
      "E":{"Type":"Parallel","Branches":[{"StartAt":"F","States":{"F":{"Type":"Pass","Result":[1],"End":true}}}],"Catch":[{"ErrorEquals":["X"],"Next":"G"}],"Next":"G"},
      "G":{"Type":"Fail","ErrorPath":"$.e","Cause":"c"}}}
    """#,
    #"""
    {"QueryLanguage":"JSONata","StartAt":"A","States":{
      "A":{"Type":"Pass","Assign":{"n":"{% $count($states.input.l) %}"},"Output":{"a":["{% $states.input.s %}",1]},"Next":"B"},
      "B":{"Type":"Choice","Choices":[{"Condition":"{% $n > 1 %}","Next":"C"}],"Default":"D"},
      "C":{"Type":"Map","Items":"{% [1..3] %}","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"E","States":{"E":{"Type":"Succeed","Output":"{% $states.input * 2 %}"}}},"Label":"l","ToleratedFailurePercentage":10,"Next":"D"},
      "D":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Arguments":{"QueueUrl":"q","MessageBody":"{% $states.context.Task.Token %}"},"TimeoutSeconds":"{% 5 %}","Catch":[{"ErrorEquals":["States.ALL"],"Output":"{% $states.errorOutput %}","Next":"F"}],"Next":"F"},
      "F":{"Type":"Wait","Seconds":"{% $n %}","End":true}}}
    """#,
  ]

  /// Values that are put in the place of others.
  private static let values: [JSONValue] = [
    .null, true, 0, -1, 1.5, 99_999_999_999, "", "$", "$.a[*]", "$$.Task.Token", "$x", "{% $ %}",
    "{% $states.input ", "States.UUID()", "States.Array(", "A", "Pass", "Task", "JSONata", [], [[]],
    [:], ["Type": "Succeed"], ["a.$": 1], "2016-03-14T01:59:00Z",
  ]

  @Test(arguments: [0, 1])
  func `damaged values`(seed: Int) async throws {
    let json = try JSONReader.read(Self.seeds[seed])
    var random = Random(state: UInt64(seed) + 1)
    for _ in 0..<600 {
      var damaged = json
      for _ in 0...random.number(below: 2) {
        var target = random.number(below: 120)
        damaged = damage(damaged, &target, &random)
      }
      await tryOut(DefinitionValidation(damaged))
    }
  }

  @Test(arguments: [0, 1])
  func `damaged texts`(seed: Int) async {
    var random = Random(state: UInt64(seed) + 7)
    for _ in 0..<600 {
      var bytes = Array(Self.seeds[seed].utf8)
      for _ in 0...random.number(below: 3) {
        let place = random.number(below: bytes.count)
        switch random.number(below: 3) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[random.number(below: bytes.count)], at: place)
        default: bytes[place] = UInt8(random.number(below: 256))
        }
      }
      await tryOut(DefinitionValidation(String(decoding: bytes, as: UTF8.self)))
    }
  }

  /// Asks all that can be asked about a definition, and runs what is valid.
  private func tryOut(_ validation: DefinitionValidation) async {
    _ = validation.diagnostics
    _ = validation.response(withWarnings: true)
    guard validation.refusal == nil, let machine = validation.machine else { return }
    _ = machine.variableReferences
    guard let program = try? Program(machine) else { return }
    var options = Execution.Options()
    options.eventLimit = 200
    let execution = Execution(
      program, input: ["a": 2, "b": ["y"], "l": [1, 2], "s": 3, "e": "E"],
      at: Timestamp(seconds: 0), options: options)
    let tasks = ClosureTaskHandler { request in .success(request.arguments) }
    _ = await ExecutionDriver(tasks: tasks).run(execution)
  }

  /// `json` with another value, a missing member or a repeated element at its part number `target`.
  private func damage(_ json: JSONValue, _ target: inout Int, _ random: inout Random) -> JSONValue {
    target -= 1
    if target < 0 { return Self.values[random.number(below: Self.values.count)] }
    switch json {
    case .array(let list):
      var elements: [JSONValue] = []
      for element in list.elements {
        elements.append(target < 0 ? element : damage(element, &target, &random))
      }
      if random.number(below: 40) == 0 { elements += elements.prefix(1) }
      return .array(elements)
    case .object(let object):
      var members: [(key: String, value: JSONValue)] = []
      for (key, value) in object.members {
        if random.number(below: 60) == 0 { continue }
        members.append((key, target < 0 ? value : damage(value, &target, &random)))
      }
      return .object(members)
    default: return json
    }
  }
}

/// Numbers that are the same in every run (SplitMix64).
private struct Random {
  var state: UInt64

  /// A number from 0 up to, not including, `bound`.
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
