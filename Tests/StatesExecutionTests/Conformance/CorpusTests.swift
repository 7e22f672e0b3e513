import Testing

@Suite struct CorpusTests {
  @Test(.enabled(if: CorpusCase.all != nil, "shared/conformance/asl is not there"))
  func `does what Step Functions did with machines in JSONata`() async {
    var failures: [String] = []
    var counts = (same: 0, refused: 0)
    for one in CorpusCase.all ?? [] {
      switch await one.verdict() {
      case .same: counts.same += 1
      case .refused: counts.refused += 1
      case .different(let text): failures.append("\(one.id): \(text)")
      }
    }
    print(
      "JSONata machines: \(counts.same) as recorded, \(counts.refused) refused, ", terminator: "")
    print("\(failures.count) different")
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
