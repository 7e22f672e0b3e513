/// SHA-512, and SHA-384, which is its beginning with another start (FIPS 180-4).
enum SHA512 {
  private static let constants = Digest.rootFractions(80, isCube: true)
  private static let squareRoots = Digest.rootFractions(16, isCube: false)

  /// The start of SHA-512.
  static let start = Array(squareRoots.prefix(8))

  /// The start of SHA-384.
  static let start384 = Array(squareRoots.suffix(8))

  /// The hash of `bytes` that begins with `start`.
  static func hash(_ bytes: [UInt8], _ start: [UInt64]) -> [UInt8] {
    var state = start
    let padded = Digest.padded(bytes, block: 128, isBigEndian: true)
    for offset in stride(from: 0, to: padded.count, by: 128) {
      state = zip(state, rounds(schedule(padded[offset..<offset + 128]), state)).map { $0 &+ $1 }
    }
    return Digest.bytes(state, isBigEndian: true)
  }

  // MARK: -

  /// The words that a block is extended to.
  private static func schedule(_ block: ArraySlice<UInt8>) -> [UInt64] {
    var words: [UInt64] = Digest.words(block, isBigEndian: true)
    for index in 16..<constants.count {
      let (x, y) = (words[index - 15], words[index - 2])
      let first = turned(x, 1) ^ turned(x, 8) ^ x >> 7
      let second = turned(y, 19) ^ turned(y, 61) ^ y >> 6
      words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
    }
    return words
  }

  /// The state after one block of `words`, before the former state is added.
  private static func rounds(_ words: [UInt64], _ state: [UInt64]) -> [UInt64] {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for step in constants.indices {
      let choice = e & f ^ ~e & g
      let mixed = turned(e, 14) ^ turned(e, 18) ^ turned(e, 41)
      let first = h &+ mixed &+ choice &+ constants[step] &+ words[step]
      let majority = a & b ^ a & c ^ b & c
      let second = (turned(a, 28) ^ turned(a, 34) ^ turned(a, 39)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    return [a, b, c, d, e, f, g, h]
  }

  /// `word` turned right.
  private static func turned(_ word: UInt64, _ bits: Int) -> UInt64 {
    Digest.turned(word, left: 64 - bits)
  }
}
