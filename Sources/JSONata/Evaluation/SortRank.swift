import JSON

/// The place of a value among others as one number, so that most comparisons are of two numbers.
struct SortRank {
  /// A number that is the greater the later the value comes; values of one rank are to be compared.
  let rank: UInt64

  /// The position of the value before it is sorted.
  let position: Int

  /// The ranks of `keys`, the same for all unless they are numbers alone or texts alone.
  ///
  /// Values that are not there come last.
  static func ranked(
    _ keys: some Collection<JSONValue?>, isDescending: Bool = false
  ) -> [SortRank] {
    var ranks: [SortRank] = []
    ranks.reserveCapacity(keys.count)
    var kinds: (numbers: Bool, texts: Bool) = (false, false)
    for (position, key) in keys.enumerated() {
      var rank: UInt64
      switch key {
      case nil:
        ranks.append(SortRank(rank: .max, position: position))
        continue
      case .number(let number) where !number.isNaN:
        kinds.numbers = true
        rank = self.rank(of: number)
      case .integer(let number):
        kinds.numbers = true
        rank = self.rank(of: Double(number))
      case .string(let string):
        kinds.texts = true
        rank = self.rank(of: string.text)
      default: return keys.indices.enumerated().map { SortRank(rank: 0, position: $0.offset) }
      }
      if isDescending { rank = ~rank }
      ranks.append(SortRank(rank: rank, position: position))
    }
    guard kinds.numbers && kinds.texts else { return ranks }
    return ranks.map { SortRank(rank: 0, position: $0.position) }
  }

  /// The rank of a number: its bits, turned so that they ascend with it.
  private static func rank(of number: Double) -> UInt64 {
    // Adding 0 makes 0 of -0, which is equal to it.
    let bits = (number + 0).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  /// The rank of a text: its first bytes, in the order of UTF-16.
  private static func rank(of text: String) -> UInt64 {
    var rank: UInt64 = 0
    var room = 64
    for byte in text.utf8.prefix(8) {
      room -= 8
      rank |= UInt64(Operators.rank(byte)) << UInt64(room)
    }
    return rank
  }
}

/// A stable sort whose comparison may fail.
enum MergeSort {
  /// Orders `items`; `isAfter` says whether its first argument must come after the second.
  static func sort<Item>(
    _ items: inout [Item], isAfter: (Item, Item) throws(JSONataError) -> Bool
  ) throws(JSONataError) {
    var source = items
    var target = items
    let outcome: Result<Void, JSONataError> = source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        do throws(JSONataError) {
          return .success(try split(target, source, 0, source.count, isAfter))
        } catch {
          return .failure(error)
        }
      }
    }
    try outcome.get()
    items = target
  }

  /// Orders the items from `start` to `end`, which are the same in both lists, in `target`.
  private static func split<Item>(
    _ target: UnsafeMutableBufferPointer<Item>, _ source: UnsafeMutableBufferPointer<Item>,
    _ start: Int, _ end: Int, _ isAfter: (Item, Item) throws(JSONataError) -> Bool
  ) throws(JSONataError) {
    guard end - start > 1 else { return }
    let middle = start + (end - start) / 2
    try split(source, target, start, middle, isAfter)
    try split(source, target, middle, end, isAfter)
    var (left, right) = (start, middle)
    for position in start..<end {
      let takesRight: Bool
      if left == middle {
        takesRight = true
      } else if right == end {
        takesRight = false
      } else {
        takesRight = try isAfter(source[left], source[right])
      }
      target[position] = source[takesRight ? right : left]
      if takesRight { right += 1 } else { left += 1 }
    }
  }
}
