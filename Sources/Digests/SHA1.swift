/// SHA-1 (FIPS 180-4).
enum SHA1 {
  /// The hash of `bytes`.
  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    let padded = Digest.padded(bytes, block: 64, isBigEndian: true)
    for start in stride(from: 0, to: padded.count, by: 64) {
      var words: [UInt32] = Digest.words(padded[start..<start + 64], isBigEndian: true)
      for index in 16..<80 {
        let mixed = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
        words.append(Digest.turned(mixed, left: 1))
      }
      state = zip(state, round(words, state)).map { $0 &+ $1 }
    }
    return Digest.bytes(state, isBigEndian: true)
  }

  /// The state after one block.
  private static func round(_ words: [UInt32], _ state: [UInt32]) -> [UInt32] {
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for step in 0..<80 {
      let (mixed, constant): (UInt32, UInt32) =
        switch step / 20 {
        case 0: (b & c | ~b & d, 0x5A82_7999)
        case 1: (b ^ c ^ d, 0x6ED9_EBA1)
        case 2: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      let sum = Digest.turned(a, left: 5) &+ mixed &+ e &+ constant &+ words[step]
      (e, d, c, b, a) = (d, c, Digest.turned(b, left: 30), a, sum)
    }
    return [a, b, c, d, e]
  }
}
