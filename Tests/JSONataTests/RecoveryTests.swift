import JSON
import JSONata
import Testing

@Suite struct RecoveryTests {
  @Test(
    .enabled(
      if: ConformanceData.isAvailable, "needs shared/conformance/jsonata above the package"))
  func `the trees of the suite are those of the reference`() throws {
    for example in try ConformanceTests.cases() where example.tags.contains("ast") {
      let recovered = try JSONataExpression.recovering(example.source, dialect: .jsonata)
      #expect(recovered.tree == example.expected["ast"], "\(example.id)")
      #expect(recovered.errorTree == example.expected["errors"] ?? [], "\(example.id)")
    }
  }

  @Test(arguments: [
    ("a.", ["S0207@2"]), ("a[", ["S0203@2", "S0207@2"]), ("a.b[;0].c", ["S0211@5", "S0202@6"]),
    ("a;", ["S0201@2"]), ("a ~ b", ["S0204@3"]), ("$f(1, 2", ["S0203@7"]),
    ("1 := 2", ["S0212@1"]), ("a@b", ["S0214@3"]),
    ("function($x, 1){$x}", ["S0208@14", "S0202@-1", "S0211@-1", "S0203@19"]),
    ("{'a': }", ["S0211@7", "S0203@7"]), ("(1 + ", ["S0203@5", "S0207@5"]),
    ("[1, é; 2].x", ["S0202@6"]), ("a ? ", ["S0207@4"]), ("a.b", []),
  ])
  func `mistakes are found one after the other`(_ source: String, _ mistakes: [String]) throws {
    let recovered = try JSONataExpression.recovering(source)
    #expect(recovered.errors.map { "\($0.code)@\($0.position ?? -1)" } == mistakes)
    #expect(recovered.errorTree.arrayValue?.count == mistakes.count)
  }

  @Test(
    arguments: [
      (
        "a.b[0]",
        #"""
        {"type":"path","steps":[{"type":"name","value":"a","position":1},{"type":"name",
        "value":"b","position":3,"stages":[{"type":"filter","expr":{"type":"number",
        "value":0,"position":5},"position":4}]}]}
        """#
      ),
      (
        "-1 + $é",
        #"""
        {"type":"binary","value":"+","position":4,"lhs":{"type":"number","value":-1,
        "position":2},"rhs":{"type":"variable","value":"é","position":7}}
        """#
      ),
      (
        "a.",
        #"""
        {"type":"path","steps":[{"type":"name","value":"a","position":1},{"type":"error",
        "error":{"code":"S0207","position":2,"token":"(end)"}}]}
        """#
      ),
      (
        "function($x)<n:n>{$f($x)}",
        #"""
        {"type":"lambda","position":9,"arguments":[{"type":"variable","value":"x",
        "position":11}],"signature":{"definition":"<n:n>"},"body":{"type":"lambda",
        "thunk":true,"arguments":[],"position":21,"body":{"type":"function","value":"(",
        "position":21,"arguments":[{"type":"variable","value":"x","position":23}],
        "procedure":{"type":"variable","value":"f","position":20}}}}
        """#
      ),
      (
        "a.%.b",
        #"""
        {"type":"path","steps":[{"type":"name","value":"a","position":1,"tuple":true,
        "ancestor":{"label":"!0","level":0,"index":0}},{"type":"parent",
        "slot":{"label":"!0","level":0,"index":0}},{"type":"name","value":"b",
        "position":5}]}
        """#
      ),
      (
        "a@$v#$i^(>b){c:d}[]",
        #"""
        {"type":"path","keepArray":true,"steps":[{"type":"name","value":"a","position":1,
        "tuple":true,"focus":"v","index":"i"},{"type":"sort","position":8,
        "terms":[{"descending":true,"expression":{"type":"path","steps":[{"type":"name",
        "value":"b","position":11}]}}]}],"group":{"position":13,"lhs":[[{"type":"path",
        "steps":[{"type":"name","value":"c","position":14}]},{"type":"path",
        "steps":[{"type":"name","value":"d","position":16}]}]]}}
        """#
      ),
    ])
  func `a tree is that of the reference`(_ source: String, _ tree: String) throws {
    let recovered = try JSONataExpression.recovering(source, dialect: .jsonata)
    #expect(recovered.tree == (try JSONReader.read(tree)))
  }
}
