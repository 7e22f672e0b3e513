import Synchronization

/// Random numbers from a seed that is handed in (SplitMix64).
struct RandomSource: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts a sequence.
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension RandomSource {
  /// Gives numbers from 0 to 1, 1 excluded, of the sequence of `seed`.
  static func numbers(seed: UInt64) -> @Sendable () -> Double {
    let source = Mutex(RandomSource(seed: seed))
    return { source.withLock { Double.random(in: 0..<1, using: &$0) } }
  }
}
