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
  /// A version 4 UUID.
  mutating func uuid() -> String {
    let high = next() & ~0xF000 | 0x4000
    let low = next() & ~(0b11 << 62) | 0b10 << 62
    func hex(_ number: UInt64, _ digits: Int) -> String {
      let text = String(number, radix: 16)
      return String(repeating: "0", count: digits - text.utf8.count) + text
    }
    return [
      hex(high >> 32, 8), hex(high >> 16 & 0xFFFF, 4), hex(high & 0xFFFF, 4), hex(low >> 48, 4),
      hex(low & 0xFFFF_FFFF_FFFF, 12),
    ].joined(separator: "-")
  }

  /// A number that tells the place `location` from others (FNV-1a).
  static func salt(_ location: String) -> UInt64 {
    location.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// Gives numbers from 0 to 1, 1 excluded, of the sequence of `seed`.
  static func numbers(seed: UInt64) -> @Sendable () -> Double {
    let source = Mutex(RandomSource(seed: seed))
    return { source.withLock { Double.random(in: 0..<1, using: &$0) } }
  }
}
