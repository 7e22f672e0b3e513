/// Hashes of bytes.
enum Digest {
  /// The hash of `bytes` by the algorithm of that name, in hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8], algorithm: String) -> String? {
    switch algorithm {
    case "MD5": hexadecimal(MD5.hash(bytes))
    case "SHA-1": hexadecimal(SHA1.hash(bytes))
    case "SHA-256": hexadecimal(SHA2.hash256(bytes))
    case "SHA-384": hexadecimal(Array(SHA2.hash512(bytes, SHA2.start384).prefix(48)))
    case "SHA-512": hexadecimal(SHA2.hash512(bytes, SHA2.start512))
    default: nil
    }
  }

  /// `bytes` in hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// `bytes` filled up to whole blocks, with their length at the end.
  static func padded(_ bytes: [UInt8], block: Int, isBigEndian: Bool) -> [UInt8] {
    var result = bytes + [0x80]
    let lengthSize = block / 8
    while result.count % block != block - lengthSize { result.append(0) }
    let bits = UInt64(bytes.count) * 8
    let length = (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 8)) }
    if !isBigEndian { return result + length }
    return result + Array(repeating: 0, count: lengthSize - 8) + length.reversed()
  }

  /// The words of `bytes`.
  static func words<Word: FixedWidthInteger>(
    _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, as type: Word.Type = Word.self
  ) -> [Word] {
    let size = Word.bitWidth / 8
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: size).map { start in
      let word = bytes[start..<start + size].reduce(Word(0)) { $0 << 8 | Word($1) }
      return isBigEndian ? word : word.byteSwapped
    }
  }

  /// The bytes of `words`.
  static func bytes<Word: FixedWidthInteger>(_ words: [Word], isBigEndian: Bool) -> [UInt8] {
    words.flatMap { word in
      let ordered = isBigEndian ? word.byteSwapped : word
      return (0..<Word.bitWidth / 8).map { UInt8(truncatingIfNeeded: ordered >> Word($0 * 8)) }
    }
  }

  /// `word` turned left.
  static func turned<Word: FixedWidthInteger>(_ word: Word, left bits: Int) -> Word {
    word << Word(bits) | word >> Word(Word.bitWidth - bits)
  }

  /// The first bits of the fractions of square or cube roots of the first primes, which the
  /// algorithms use as constants, computed by whole numbers.
  static func rootFractions(_ count: Int, isCube: Bool) -> [UInt64] {
    primes(count).map { prime in
      var low: UInt64 = 0
      var whole: UInt64 = 1
      while power(whole + 1, isCube) <= prime { whole += 1 }
      for bit in (0..<UInt64(64)).reversed() {
        let candidate = low | 1 << bit
        if isBelow(whole, candidate, prime, isCube) { low = candidate }
      }
      return low
    }
  }

  /// The first primes.
  private static func primes(_ count: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ !candidate.isMultiple(of: $0) }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  /// The square or the cube of `number`.
  private static func power(_ number: UInt64, _ isCube: Bool) -> UInt64 {
    isCube ? number * number * number : number * number
  }

  /// Whether the square or cube of `whole` and the fraction `low` is at most `prime`.
  private static func isBelow(
    _ whole: UInt64, _ low: UInt64, _ prime: UInt64, _ isCube: Bool
  ) -> Bool {
    let factor = [UInt32(truncatingIfNeeded: low), UInt32(low >> 32), UInt32(whole)]
    var product = multiply(factor, factor)
    var point = 4
    if isCube {
      product = multiply(product, factor)
      point = 6
    }
    return product[point...].enumerated().reduce(UInt64(0)) { sum, part in
      sum + UInt64(part.element) << UInt64(part.offset * 32)
    } < prime
  }

  /// The product of two long numbers, lowest parts first.
  private static func multiply(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result = [UInt32](repeating: 0, count: a.count + b.count)
    for i in a.indices {
      var carry: UInt64 = 0
      for j in b.indices {
        let sum = UInt64(a[i]) * UInt64(b[j]) + UInt64(result[i + j]) + carry
        result[i + j] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      result[i + b.count] = UInt32(carry)
    }
    while result.count > 8 { result.removeLast() }
    return result
  }
}

/// MD5 (RFC 1321).
enum MD5 {
  private static let shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]

  private static let constants: [UInt32] = [
    0xD76A_A478, 0xE8C7_B756, 0x2420_70DB, 0xC1BD_CEEE, 0xF57C_0FAF, 0x4787_C62A, 0xA830_4613,
    0xFD46_9501, 0x6980_98D8, 0x8B44_F7AF, 0xFFFF_5BB1, 0x895C_D7BE, 0x6B90_1122, 0xFD98_7193,
    0xA679_438E, 0x49B4_0821, 0xF61E_2562, 0xC040_B340, 0x265E_5A51, 0xE9B6_C7AA, 0xD62F_105D,
    0x0244_1453, 0xD8A1_E681, 0xE7D3_FBC8, 0x21E1_CDE6, 0xC337_07D6, 0xF4D5_0D87, 0x455A_14ED,
    0xA9E3_E905, 0xFCEF_A3F8, 0x676F_02D9, 0x8D2A_4C8A, 0xFFFA_3942, 0x8771_F681, 0x6D9D_6122,
    0xFDE5_380C, 0xA4BE_EA44, 0x4BDE_CFA9, 0xF6BB_4B60, 0xBEBF_BC70, 0x289B_7EC6, 0xEAA1_27FA,
    0xD4EF_3085, 0x0488_1D05, 0xD9D4_D039, 0xE6DB_99E5, 0x1FA2_7CF8, 0xC4AC_5665, 0xF429_2244,
    0x432A_FF97, 0xAB94_23A7, 0xFC93_A039, 0x655B_59C3, 0x8F0C_CC92, 0xFFEF_F47D, 0x8584_5DD1,
    0x6FA8_7E4F, 0xFE2C_E6E0, 0xA301_4314, 0x4E08_11A1, 0xF753_7E82, 0xBD3A_F235, 0x2AD7_D2BB,
    0xEB86_D391,
  ]

  /// The hash of `bytes`.
  static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    let padded = Digest.padded(bytes, block: 64, isBigEndian: false)
    for start in stride(from: 0, to: padded.count, by: 64) {
      let words: [UInt32] = Digest.words(padded[start..<start + 64], isBigEndian: false)
      state = zip(state, round(words, state)).map { $0 &+ $1 }
    }
    return Digest.bytes(state, isBigEndian: false)
  }

  /// The state after one block.
  private static func round(_ words: [UInt32], _ state: [UInt32]) -> [UInt32] {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for step in 0..<64 {
      let (mixed, word) =
        switch step / 16 {
        case 0: (b & c | ~b & d, step)
        case 1: (d & b | ~d & c, (5 * step + 1) % 16)
        case 2: (b ^ c ^ d, (3 * step + 5) % 16)
        default: (c ^ (b | ~d), 7 * step % 16)
        }
      let sum = a &+ mixed &+ constants[step] &+ words[word]
      (a, d, c) = (d, c, b)
      b = b &+ Digest.turned(sum, left: shifts[step / 16 * 4 + step % 4])
    }
    return [a, b, c, d]
  }
}

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

/// SHA-256, SHA-384 and SHA-512 (FIPS 180-4).
enum SHA2 {
  private static let cubeRoots = Digest.rootFractions(80, isCube: true)
  private static let squareRoots = Digest.rootFractions(16, isCube: false)

  /// The start of SHA-512.
  static let start512 = Array(squareRoots.prefix(8))

  /// The start of SHA-384.
  static let start384 = Array(squareRoots.suffix(8))

  /// The SHA-256 hash of `bytes`.
  static func hash256(_ bytes: [UInt8]) -> [UInt8] {
    let constants = cubeRoots.prefix(64).map { UInt32($0 >> 32) }
    let start = start512.map { UInt32($0 >> 32) }
    return hash(
      bytes, start, constants, block: 64,
      schedule: ((7, 18, 3), (17, 19, 10)), rounds: ((6, 11, 25), (2, 13, 22)))
  }

  /// The SHA-512 hash of `bytes`, or a variant with another start.
  static func hash512(_ bytes: [UInt8], _ start: [UInt64]) -> [UInt8] {
    hash(
      bytes, start, cubeRoots, block: 128,
      schedule: ((1, 8, 7), (19, 61, 6)), rounds: ((14, 18, 41), (28, 34, 39)))
  }

  /// Three amounts to turn or shift by.
  private typealias Amounts = (Int, Int, Int)

  /// The hash of `bytes`.
  private static func hash<Word: FixedWidthInteger>(
    _ bytes: [UInt8], _ start: [Word], _ constants: [Word], block: Int,
    schedule: (Amounts, Amounts), rounds: (Amounts, Amounts)
  ) -> [UInt8] {
    var state = start
    let padded = Digest.padded(bytes, block: block, isBigEndian: true)
    for offset in stride(from: 0, to: padded.count, by: block) {
      var words: [Word] = Digest.words(padded[offset..<offset + block], isBigEndian: true)
      for index in 16..<constants.count {
        let first = shifted(words[index - 15], schedule.0)
        let second = shifted(words[index - 2], schedule.1)
        words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      for step in constants.indices {
        let choice = e & f ^ ~e & g
        let first = h &+ turned(e, rounds.0) &+ choice &+ constants[step] &+ words[step]
        let second = turned(a, rounds.1) &+ (a & b ^ a & c ^ b & c)
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
      for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
    }
    return Digest.bytes(state, isBigEndian: true)
  }

  /// `word` turned right by three amounts, mixed.
  private static func turned<Word: FixedWidthInteger>(_ word: Word, _ amounts: Amounts) -> Word {
    turnedRight(word, amounts.0) ^ turnedRight(word, amounts.1) ^ turnedRight(word, amounts.2)
  }

  /// `word` turned right by two amounts and shifted by the third, mixed.
  private static func shifted<Word: FixedWidthInteger>(_ word: Word, _ amounts: Amounts) -> Word {
    turnedRight(word, amounts.0) ^ turnedRight(word, amounts.1) ^ word >> Word(amounts.2)
  }

  /// `word` turned right.
  private static func turnedRight<Word: FixedWidthInteger>(_ word: Word, _ bits: Int) -> Word {
    Digest.turned(word, left: Word.bitWidth - bits)
  }
}
