import Testing

@testable import LineEditing

struct `A completion` {
  /// The step for candidates that replace the last `typed` bytes of `line`.
  func step(_ line: String, _ typed: Int, _ words: [String]) -> CompletionStep {
    let end = line.utf8.count
    let candidates = words.map { Completion($0, replacing: end - typed..<end) }
    return CompletionStep(candidates, for: EditedLine(line))
  }

  @Test(arguments: [
    ("lo", 2, [], CompletionStep.nothing), ("lo", 2, ["load"], .replace(0..<2, with: "load ")),
    ("x lo", 2, ["load", "loan"], .replace(2..<4, with: "loa")),
    ("loa", 3, ["load", "loan"], .ambiguous), ("é", 2, ["éa"], .replace(0..<2, with: "éa ")),
    ("get", 3, ["GET"], .replace(0..<3, with: "GET ")),
    ("ge", 2, ["GET", "get"], .ambiguous), ("", 0, ["a", "b"], .ambiguous),
    ("e", 1, ["e\u{301}a", "e\u{301}b"], .replace(0..<1, with: "e\u{301}")),
  ])
  func `takes what the candidates have in common`(
    line: String, typed: Int, words: [String], expected: CompletionStep
  ) {
    #expect(step(line, typed, words) == expected)
  }

  @Test func `takes a range outside the line for its nearest part`() {
    let candidate = Completion("x", replacing: 1..<99, isFollowedBySpace: false)
    #expect(CompletionStep([candidate], for: EditedLine("ab")) == .replace(1..<2, with: "x"))
  }
}

struct `A list of candidates` {
  /// Candidates with and without summaries.
  func candidates(_ words: [String], summary: String = "") -> [Completion] {
    words.map { Completion($0, summary: summary, replacing: 0..<0) }
  }

  @Test func `stands in columns that are read downwards`() {
    setUnicode()
    let list = CandidateList(
      candidates(["a", "b", "c", "d", "日本", "é", "g"]), columns: 20, height: 24)
    #expect(list.rows == ["a     d     g", "b     日本", "c     é"])
  }

  @Test func `gives each summary a row while there is room`() {
    setUnicode()
    let words = candidates(["a", "long"], summary: "What it\nis for")
    #expect(
      CandidateList(words, columns: 40, height: 24).rows
        == ["a     What it is for", "long  What it is for"])
    #expect(
      CandidateList(words, columns: 14, height: 24).rows == ["a     What i…", "long  What i…"])
    #expect(CandidateList(words, columns: 40, height: 3).rows == ["a     long"])
  }

  @Test func `is cut to the height of the screen`() {
    let list = CandidateList(candidates((0..<100).map { "w\($0)" }), columns: 10, height: 6)
    #expect(list.rows == ["w0   w50", "w1   w51", "w2   w52", "… 47 more rows"])
  }
}
