/// Hashes of bytes.
package enum Digest {
  /// The hash of `bytes` by the algorithm of that name, in hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8], algorithm: String) -> String? {
    switch algorithm {
    case "MD5": hexadecimal(MD5.hash(bytes))
    case "SHA-1": hexadecimal(SHA1.hash(bytes))
    case "SHA-256": SHA256.hexadecimal(bytes)
    case "SHA-384": hexadecimal(Array(SHA512.hash(bytes, SHA512.start384).prefix(48)))
    case "SHA-512": hexadecimal(SHA512.hash(bytes, SHA512.start))
    default: nil
    }
  }

  /// `bytes` in hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
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
