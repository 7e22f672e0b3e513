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
