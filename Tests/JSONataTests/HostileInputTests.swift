import JSON
import JSONata
import Testing

@Suite struct HostileInputTests {
  /// Variables with long texts, lists and pictures.
  private static let bindings: [String: JSONValue] = [
    "a": .string(String(repeating: "a", count: 10_000)),
    "spaces": .string(String(repeating: " ", count: 10_000) + "x"),
    "wide": .string(String(repeating: "é😀", count: 5_000)),
    "words": .string(String(repeating: "lorem ipsum, ", count: 2_000)),
    "zeros": .string(String(repeating: "0", count: 200_000)),
    "commas": .string(String(repeating: "#,##,", count: 10_000) + "0"),
    "commas3": .string(
      String(repeating: "#,", count: 40_000) + "0.0" + String(repeating: ",#", count: 1_000)),
    "brackets": .string(String(repeating: "[Y]", count: 5_000)),
    "open": .string(String(repeating: "(", count: 20_000)),
    "list": .array((0..<5_000).map { .string("part \($0)") }),
    "objects": .array(
      (0..<5_000).map { ["k": .integer(Int64($0 % 2_500)), "v": [.integer(Int64($0 % 2))]] }),
    "deep": deep(50_000),
  ]

  /// A list `depth` levels deep.
  private static func deep(_ depth: Int) -> JSONValue {
    (0..<depth).reduce(1) { value, _ in .array([value]) }
  }

  @Test(arguments: [
    // Patterns that a backtracking engine takes for ever over.
    "$match($a & '!', /(a+)+$/)", "$match($a, /(a|a)*b/)", "$match($a, /(a*)*b/)",
    "$contains($a, /(?:a|aa)+$b/)",
    "$match($a, /(.*)*x/)", "$match($a, /(a?){40}a{40}b/)", "$contains($a, /^(\\w+\\s?)*$!/)",
    "$match($a, /(?=(a+)+b)/)", "$match($a, /(?:(a)|b|\\1)*c/)", "$replace($a, /(?<=a+)b/, '')",
    // Patterns whose cost is the square of the text's length.
    "$replace($spaces, /\\s+$/, '')", "$contains($spaces, /.*.*=.*/)",
    "$match($words, /\\w*x\\w*y/)",
    "$replace($a, /a*b/, '')", "$replace($a, /a*?b/, '')", "$contains($a, /[ab]*[ac]*d/)",
    // Patterns that need room.
    "$match($a, /(?:(a)|b)*/)", "$contains($words, /(?:\\w|\\s|,)*!/)",
    "$contains('a', /(?:(?:){1000}){1000}/)",
    "$contains('a', /((a{100}){100}){100}/)",
    // Texts without end.
    "$pad('x', 1e9)", "$pad('x', -1e9, 'é')", "$pad('x', 1e300)", "$length($pad('x', 1e6, 'äß'))",
    "$join($map([1..1000], function($i) { $a }))", "$join($list, $a)", "$replace($a, 'a', $a)",
    "$replace($a, /a/, $a)",
    "$replace($a, /x*/, '-')", "$match($a, /x*/)", "$split($a, /x*/)", "$split($a, '')",
    "$replace($a, '', 'x')",
    "$string($deep)", "$deep & ''", "$string($deep, true)", "$length($string($objects))",
    "$base64encode($wide)",
    "$encodeUrlComponent($wide)", "$decodeUrl($encodeUrl($wide))", "$substring($wide, 5000, 5)",
    "$uppercase($wide)",
    // Pictures without end.
    "$formatNumber(1234.5, $zeros)", "$formatNumber(1234.5, $commas)",
    "$formatNumber(1234.5, $commas3)",
    "$formatNumber(1e300, '#,##0.00')", "$formatNumber(1e-300, '0.' & $zeros)",
    "$formatNumber(12, '0e' & $zeros)",
    "$formatInteger(1234, $zeros)", "$formatInteger(1234, $commas)", "$formatInteger(1e300, 'w')",
    "$formatInteger(1e15, 'I')",
    "$formatInteger(1e300, 'a')", "$parseInteger($zeros, '0')", "$parseInteger($a, 'w')",
    "$parseInteger($a, 'a')",
    "$fromMillis(0, $brackets)", "$fromMillis(1e300)", "$fromMillis(0, '[Y,9999999-9999999]')",
    "$toMillis($a, $brackets)",
    "$toMillis($zeros)", "$toMillis($words, '[MNn] [D1]')", "$formatBase(1e300, 2)",
    "$round(1e300, -400)", "$round(5e-324, 400)",
    // Long lists.
    "$count($distinct($objects))", "$count($distinct($list))", "$count($shuffle($list))",
    "$count($zip($list, $list))",
    "$count($keys($merge($map($list, function($s) { {$s: 1} }))))",
    "$count($spread($merge($map($list, function($s) { {$s: 1} }))))",
    "$count($split($words, ' '))", "$count($split($words, /\\W+/))", "$eval($open)",
    "$number($zeros)",
  ])
  func `hostile input ends in a result or an error in time`(_ source: String) throws {
    var environment = EvaluationEnvironment()
    let clock = ContinuousClock()
    let start = clock.now
    environment.monotonicClock = { UInt64((clock.now - start) / .nanoseconds(1)) }
    environment.limits = .init(depth: 2_000, milliseconds: 500, valueSize: 50_000_000)
    let expression = try? JSONataExpression(source, dialect: .jsonata)
    _ = try? expression?.evaluate(nil, bindings: Self.bindings, environment: environment)
    #expect(clock.now - start < .seconds(30))
  }

  @Test func `a text of a gigabyte is an error without limits too`() throws {
    for source in [
      "$pad('x', 1e9)", "$pad('é', -4e8)", "$join($map([1..60000], function() { $a }))",
    ] {
      let expression = try JSONataExpression(source, dialect: .jsonata)
      let error = #expect(throws: JSONataError.self) {
        try expression.evaluate(nil, bindings: Self.bindings)
      }
      #expect(error?.code == "D2015", "\(source)")
    }
  }

  @Test func `a text that is too long is an error before it is made`() throws {
    for source in [
      "$pad('x', 1e9)", "$replace($a, /a/, $a)", "$join($list, $a)", "$replace($a, 'a', $a)",
    ] {
      var environment = EvaluationEnvironment()
      environment.limits = .aws
      let error = #expect(throws: JSONataError.self) {
        try JSONataExpression(source).evaluate(
          nil, bindings: Self.bindings, environment: environment)
      }
      #expect(error?.code == "D2015", "\(source)")
    }
  }
}
