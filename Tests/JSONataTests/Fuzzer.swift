import Foundation
import JSON
import JSONata

/// Makes expressions out of others by small changes, and sees that the engine stands them.
struct Fuzzer {
  /// An expression and the data that it is for.
  struct Seed {
    let source: String
    let input: JSONValue?
  }

  /// What is changed.
  let seeds: [Seed]

  /// Gives the random numbers.
  var random: Random

  /// Where the expression at work is kept, so that it is known after a crash.
  let log: URL?

  /// The words that are put in.
  private static let words = [
    ".", "[", "]", "{", "}", "(", ")", ",", "@$v", "#$i", ";", ":", "?", "+", "-", "*", "/", "%",
    "|", "=", "<", ">", "^(", "&", "**", "..", ":=", "!=", "~>", "?:", "??", "and", "in", "$", "$$",
    "function($x){", "λ($y)<s:n>{", "[]", "[0]", "[-1]", "'a'", "\"", "`", "/a+/i", "null", "true",
    "1e308", "0", "$map", "$reduce", "$string(", "$x", "%.%", "é", "\\u", "/*", "~> |", "!",
  ]

  /// An expression made of two or three changes, and the data of the one that has been changed.
  mutating func next() -> Seed {
    let seed = seeds[random.below(seeds.count)]
    var words = Self.words(of: seed.source)
    for _ in 0...random.below(3) { change(&words) }
    return Seed(source: words.joined(), input: seed.input)
  }

  /// Splits an expression into words and what is between them.
  static func words(of source: String) -> [String] {
    var words: [String] = []
    for character in source {
      let joins = character.isLetter || character.isNumber || character == "$"
      if joins, let last = words.last?.last, last.isLetter || last.isNumber || last == "$" {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }

  /// Makes one change.
  private mutating func change(_ words: inout [String]) {
    guard !words.isEmpty else { return words.append(Self.words[random.below(Self.words.count)]) }
    let place = random.below(words.count)
    switch random.below(6) {
    case 0: words.remove(at: place)
    case 1: words.insert(words[place], at: place)
    case 2: words.swapAt(place, random.below(words.count))
    case 3: words.insert(Self.words[random.below(Self.words.count)], at: place)
    case 4:
      let other = Self.words(of: seeds[random.below(seeds.count)].source)
      words = Array(words[..<place]) + other.dropFirst(random.below(other.count + 1))
    default:
      var bytes = Array(words[place].utf8)
      bytes[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
      words[place] = String(decoding: bytes, as: UTF8.self)
    }
  }

  // MARK: - Trials

  /// Parses and evaluates one expression in both dialects; returns what is wrong with what came of
  /// it.
  func complaint(about seed: Seed) -> String? {
    if let log { try? Data(seed.source.utf8).write(to: log) }
    let start = Date()
    for dialect in [JSONataExpression.Dialect.jsonata, .aws] {
      if let complaint = complaint(about: seed, in: dialect) { return complaint }
    }
    let seconds = Date().timeIntervalSince(start)
    return seconds > 10 ? "takes \(seconds) seconds" : nil
  }

  /// Parses and evaluates one expression; returns what is wrong with what came of it.
  private func complaint(
    about seed: Seed, in dialect: JSONataExpression.Dialect
  ) -> String? {
    let recovered = Result { () throws(JSONataError) in
      try JSONataExpression.recovering(seed.source, dialect: dialect)
    }
    do throws(JSONataError) {
      let expression = try JSONataExpression(seed.source, dialect: dialect)
      guard case .success(let tree) = recovered, tree.errors.isEmpty else {
        return "is right, but has mistakes"
      }
      _ = (expression.freeVariables, expression.fieldReads, expression.resultType())
      _ = try expression.evaluate(seed.input, environment: Self.environment)
      _ = expression.evaluateReporting(seed.input, environment: Self.environment)
    } catch {
      if case .success(let tree) = recovered, tree.errors.isEmpty, error.code.hasPrefix("S02") {
        return "has no mistakes, but \(error)"
      }
      return complaint(about: error, in: seed.source)
    }
    return nil
  }

  /// What is wrong with the place and the sentence of `error`.
  private func complaint(about error: JSONataError, in source: String) -> String? {
    if error.message.isEmpty || error.message == error.code { return "\(error.code) says nothing" }
    if let range = error.range, range.upperBound > source.utf8.count {
      return "\(error) is at \(range)"
    }
    if let position = error.position, !(0...source.utf16.count).contains(position) {
      return "\(error) is at \(position)"
    }
    return nil
  }

  /// An environment with small limits.
  private static let environment: EvaluationEnvironment = {
    var environment = EvaluationEnvironment()
    environment.monotonicClock = { DispatchTime.now().uptimeNanoseconds }
    var limits = EvaluationEnvironment.Limits(
      depth: 200, milliseconds: 500, sequenceLength: 10_000, valueSize: 200_000)
    limits.steps = 20_000
    environment.limits = limits
    return environment
  }()

  /// Random numbers that are the same for the same seed (SplitMix64).
  struct Random {
    private var state: UInt64

    /// Starts with `seed`.
    init(seed: UInt64) { state = seed }

    /// A number from 0 to `count`, `count` excluded.
    mutating func below(_ count: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((bits ^ bits >> 31) % UInt64(max(1, count)))
    }
  }
}
