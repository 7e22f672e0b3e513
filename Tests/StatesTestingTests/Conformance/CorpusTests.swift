import Testing

@Suite struct CorpusTests {
  @Test(.enabled(if: CorpusCase.all != nil, "shared/conformance/asl is not there"))
  func `does what Step Functions did`() async {
    var failures: [String] = []
    var areas: [String: Tally] = [:]
    for one in CorpusCase.all ?? [] {
      let differences = await one.differences()
      areas[one.area, default: Tally()].count(differences)
      failures += differences.map { "\(one.id) \($0.aspect): \($0.text)" }
    }
    for (area, tally) in areas.sorted(by: { $0.key < $1.key }) { print("\(area): \(tally)") }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  /// How many cases of an area ran, and in what they differ.
  private struct Tally: CustomStringConvertible {
    var ran = 0
    var different: [CorpusCase.Difference.Aspect: Int] = [:]

    /// Counts a case with its differences.
    mutating func count(_ differences: [CorpusCase.Difference]) {
      ran += 1
      for difference in differences { different[difference.aspect, default: 0] += 1 }
    }

    var description: String {
      let parts = CorpusCase.Difference.Aspect.allCases.compactMap { aspect in
        different[aspect].map { "\($0) \(aspect)s different" }
      }
      return (["\(ran) ran"] + parts).joined(separator: ", ")
    }
  }
}
