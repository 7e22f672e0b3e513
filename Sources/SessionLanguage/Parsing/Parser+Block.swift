import Diagnostics

extension Parser {
  /// Reads a step that is a block, which `word` starts; the step starts at the offset `start`.
  mutating func parseBlock(
    _ word: String, named name: Name?, from start: Int, _ scanner: inout Scanner
  ) throws(Malformed) -> Step {
    let range = scanner.rangeOfWord
    _ = scanner.take(word: word)
    var clauses: [Clause] = []
    let kind: Step.Kind
    switch word {
    case "if": kind = .conditional(parseConditional(at: range, &scanner))
    case "for": kind = .map(parseMap(at: range, &scanner, &clauses))
    default: kind = .parallel(parseParallel(at: range, &scanner, &clauses))
    }
    clauses += closeBlock()
    var step = Step(name: name, kind: kind, range: rangeOfLines(from: start))
    add(clauses, to: &step)
    step.range = rangeOfLines(from: start)
    return step
  }

  /// Reads the expression at the head of a block; one that is malformed becomes one that was not
  /// compiled, so that the block is read all the same.
  mutating func parseHeadExpression(_ scanner: inout Scanner) -> Expression {
    let range = scanner.rest
    if let expression = try? parseExpression(&scanner) { return expression }
    scanner.position = scanner.end
    return Expression(source: source.text(of: range), range: range, compiled: nil)
  }

  // MARK: -

  /// Reads the branches of `if`, after the word.
  private mutating func parseConditional(
    at word: SourceRange, _ scanner: inout Scanner
  ) -> [ConditionalBranch] {
    openBlock(.if, at: word)
    var branches = [parseCondition(at: word, &scanner)]
    while let line, keyword == "else" {
      var scanner = take(line)
      let range = scanner.rangeOfWord
      _ = scanner.take(word: "else")
      if branches.contains(where: { $0.condition == nil }) { report(.afterElse(at: range)) }
      if scanner.take(word: "if") {
        branches.append(parseCondition(at: range, &scanner))
      } else {
        try? expectEndOfLine(&scanner)
        let body = parseBody(of: .if)
        branches.append(ConditionalBranch(condition: nil, body: body.steps, range: range))
      }
    }
    return branches
  }

  /// Reads a condition and what is done if it holds.
  private mutating func parseCondition(
    at word: SourceRange, _ scanner: inout Scanner
  ) -> ConditionalBranch {
    let condition = parseHeadExpression(&scanner)
    try? expectEndOfLine(&scanner)
    let range = word.union(condition.range)
    return ConditionalBranch(condition: condition, body: parseBody(of: .if).steps, range: range)
  }

  /// Reads `ITEM in EXPR …` after `for`, and the body.
  private mutating func parseMap(
    at word: SourceRange, _ scanner: inout Scanner, _ clauses: inout [Clause]
  ) -> MapBlock {
    openBlock(.for, at: word)
    var map = parseMapHead(&scanner)
    do throws(Malformed) {
      try parseMapOptions(&map, &scanner)
      clauses = parseClauses(&scanner, allowsCatch: false)
    } catch {}
    let body = parseBody(of: .for)
    map.body = body.steps
    map.yield = body.yield
    return map
  }

  /// Reads `ITEM in EXPR`.
  private mutating func parseMapHead(_ scanner: inout Scanner) -> MapBlock {
    let item = parseMapItem(&scanner)
    if item != nil, scanner.take(word: "in") {
      let items = parseHeadExpression(&scanner)
      return MapBlock(
        item: item ?? Name("", range: items.range), items: items, body: [], yield: nil)
    }
    if item != nil { report(.expectedWord("in", after: "for ITEM", at: scanner.rangeOfToken)) }
    let range = scanner.rest
    scanner.position = scanner.end
    return MapBlock(
      item: item ?? Name("", range: range),
      items: Expression(source: "", range: range, compiled: nil), body: [], yield: nil)
  }

  /// Reads the name of the element.
  private mutating func parseMapItem(_ scanner: inout Scanner) -> Name? {
    let hasDollar = scanner.take("$")
    guard let item = scanner.takeWord() else {
      report(.expectedMapItem(at: scanner.rangeOfToken))
      return nil
    }
    if hasDollar { report(.dollarInName(item)) }
    checkName(item)
    scanner.skipSpaces()
    return item
  }

  /// Reads `max N at once` and `tolerate N | N%`.
  private mutating func parseMapOptions(
    _ map: inout MapBlock, _ scanner: inout Scanner
  ) throws(Malformed) {
    while true {
      if scanner.take(word: "max") {
        map.maximumConcurrency = try parseInteger(&scanner, atLeast: 1, of: "max")
        if scanner.take(word: "at"), !scanner.take(word: "once") {
          throw reject(.expectedWord("once", after: "at", at: scanner.rangeOfToken))
        }
      } else if scanner.take(word: "tolerate") {
        map.tolerance = try parseTolerance(&scanner)
      } else {
        return
      }
    }
  }

  /// Reads a number or a percentage of items that may fail.
  private mutating func parseTolerance(
    _ scanner: inout Scanner
  ) throws(Malformed) -> MapBlock.Tolerance {
    let token = scanner.takeToken()
    guard let token else { throw reject(.badTolerance(at: scanner.rest)) }
    let isShare = token.text.hasSuffix("%")
    let number = Int(isShare ? String(token.text.dropLast()) : token.text)
    guard let number, number >= 0, number <= (isShare ? 100 : 99_999_999) else {
      throw reject(.badTolerance(at: token.range))
    }
    return isShare ? .percentage(number) : .count(number)
  }

  /// Reads the branches of `parallel`, after the word.
  private mutating func parseParallel(
    at word: SourceRange, _ scanner: inout Scanner, _ clauses: inout [Clause]
  ) -> [ParallelBranch] {
    openBlock(.parallel, at: word)
    clauses = parseClauses(&scanner, allowsCatch: false)
    _ = parseBody(of: .parallel)
    var branches: [ParallelBranch] = []
    while let line, keyword == "branch" { branches.append(parseBranch(line)) }
    if branches.isEmpty, line != nil { report(.noBranches(at: word)) }
    return branches
  }

  /// Reads one branch, which starts on `line`.
  private mutating func parseBranch(_ line: LogicalLine) -> ParallelBranch {
    var scanner = take(line)
    let range = source.range(line.start, line.end)
    openBlock(.branch, at: range)
    _ = scanner.take(word: "branch")
    let name = scanner.takeWord()
    if let name { checkName(name) } else { report(.branchWithoutName(at: range)) }
    try? expectEndOfLine(&scanner)
    let body = parseBody(of: .branch)
    if self.line != nil { openBlocks.removeLast() }
    return ParallelBranch(
      name: name ?? Name("", range: range), body: body.steps, yield: body.yield, range: range)
  }
}
