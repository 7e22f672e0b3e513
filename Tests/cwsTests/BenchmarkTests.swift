import Foundation
import Testing

/// `cws benchmark jsonata` on a folder with cases of each kind.
@Suite struct BenchmarkTests {
  /// A folder of benchmarks, and a stand-in for Python whose engines take 3 ms for everything.
  static func folder() async throws -> URL {
    let folder = try Program.temporaryFolder()
    let bench = """
      {"cases": [
        {"name": "sum", "kind": "eval", "expr": "$sum(a) / 3", "data": "small", "expect": 2},
        {"name": "fields", "kind": "template", "exprs": {"x": "$states.a[0]", "y": "$states.b"},
          "data": "small", "expect": {"x": 1}},
        {"name": "read", "kind": "parse", "exprs": ["a.b", "$f(1)"]},
        {"name": "wrong", "kind": "eval", "expr": "a", "data": "small", "expect": [1]}
      ]}
      """
    try Data(bench.utf8).write(to: folder.appending(path: "bench.json"))
    let setUp = try await Program.shell(
      """
      mkdir data && echo '{"a": [1, 2, 3]}' | gzip > data/small.json.gz
      printf '#!/bin/sh\\ntest "$2" = "import jlens" && exit 1\\n' > python
      echo 'echo "{\\"ok\\": true, \\"ns\\": 3000000}"' >> python
      chmod +x python
      """, in: folder)
    #expect(setUp.status == 0)
    return folder
  }

  @Test func `prints a row for each case, with the ratio to the other engines`() async throws {
    let folder = try await Self.folder()
    for name in ["sum", "fields", "read"] {
      let result = try await Program.run(
        [
          "benchmark", "jsonata", "--data", ".", "--only", name, "--rounds", "1", "--python",
          "./python",
        ], in: folder)
      let lines = result.output.split(separator: "\n")
      try #require(lines.count == 3, "\(result.output)\(result.error)")
      #expect(lines[0].contains(/^case +median +min +jlens +jsonatapy +ratio$/))
      #expect(lines[1].contains(/^\w+( +[0-9.]+ .s){2} +– +3\.00 ms +[0-9.]+$/))
      #expect(lines[2].contains(/^geometric mean of the ratios [0-9.]+; faster in 1 of 1 cases$/))
      #expect(result.error.contains("jlens is not installed in ./python"))
      #expect(result.status == 0)
    }
  }

  @Test func `says which result is wrong`() async throws {
    let result = try await Program.run(
      ["benchmark", "jsonata", "--data", ".", "--only", "wrong", "--rounds", "1"],
      in: try await Self.folder())
    #expect(result.output.contains(/wrong .* wrong result\n/))
    #expect(result.status == 1)
  }

  @Test(arguments: [
    (["--data", "nowhere"], "cannot read nowhere/bench.json: there is no such file"),
    (["--data", ".", "--only", "none"], "there is no case `none`"),
    (["--rounds", "0"], "--rounds must be at least 1"),
  ])
  func `refuses what it cannot run`(_ arguments: [String], _ error: String) async throws {
    let result = try await Program.run(
      ["benchmark", "jsonata"] + arguments, in: try await Self.folder())
    #expect(result.error.contains(error))
    #expect(result.status == 2)
  }
}

/// `cws benchmark states` with small numbers.
@Suite struct StatesBenchmarkTests {
  /// Numbers with which everything is quick.
  static let sizes = [
    "--transitions", "40", "--items", "20", "--states", "10", "--templates", "4", "--rounds", "1",
  ]

  @Test func `prints a row for each case, and the memory of the Map`() async throws {
    let result = try await Program.run(["benchmark", "states"] + Self.sizes)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(result.status == 0)
    try #require(lines.count == 13, "\(result.output)\(result.error)")
    #expect(lines[0].contains(/^Map of 10 items: at most [0-9.]+ MB, \d+ bytes an item$/))
    #expect(lines[1].contains(/^Map of 20 items: at most [0-9.]+ MB, \d+ bytes an item$/))
    #expect(lines[2].contains(/^case +size +median +min +each +per second +to half$/))
    let names = [
      "counting loop, JSONata", "counting loop, JSONata, history on", "counting loop, JSONPath",
      "counting loop, JSONPath, history on", "Map", "Map, history on", "long workflow, reading",
      "long workflow, compiling", "long workflow, running", "template of 30 fields",
    ]
    for (line, name) in zip(lines.dropFirst(3), names) {
      #expect(line.hasPrefix(name + " "))
      #expect(line.contains(#/ +\d+( +[0-9.]+ [nµm]?s){3} +\d+ +[0-9.]+ [a-z]+s$/#))
    }
  }

  @Test func `prints how long another interpreter takes`() async throws {
    let folder = try Program.temporaryFolder()
    let answer = #"{"times": [8000000], "output": "{\"n\": 4}"}"#
    let setUp = try await Program.shell(
      "printf '#!/bin/sh\\ncat > input\\ncat answer' > python; chmod +x python", in: folder)
    #expect(setUp.status == 0)
    try Data(answer.utf8).write(to: folder.appending(path: "answer"))
    let arguments = ["--python", "./python", "--moto-transitions", "8"]
    let result = try await Program.run(
      ["benchmark", "states"] + Self.sizes + arguments, in: folder)
    let line = /history on: moto 1\.00 ms a transition, here [0-9.]+ [nµm]s, ratio \d+\n/
    #expect(result.output.contains(line), "\(result.output)\(result.error)")
    let input = try String(contentsOf: folder.appending(path: "input"), encoding: .utf8)
    #expect(input.contains("States.MathAdd"))
  }

  @Test func `refuses numbers that are too small`() async throws {
    let result = try await Program.run(["benchmark", "states", "--items", "1"])
    #expect(result.error.contains("--items must be at least 4"))
    #expect(result.status == 2)
  }
}
