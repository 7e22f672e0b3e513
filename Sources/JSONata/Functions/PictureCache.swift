import JSON

/// The pictures that an expression has used lately, so that each is read once.
struct PictureCache {
  /// The pictures of numbers.
  var numbers = Kept<NumberPicture>()

  /// The pictures of whole numbers.
  var integers = Kept<IntegerPicture>()

  /// The pictures of times.
  var dates = Kept<DatePicture>()

  /// Pictures of one kind, found by their texts.
  struct Kept<Picture> {
    private var entries: [(text: JSONString, picture: Picture)] = []

    /// The most pictures, enough for those that are literals in an expression.
    private static var limit: Int { 8 }

    /// The picture of `text`, which `read` reads if it is new.
    mutating func picture(
      _ text: JSONString, read: (String) throws(JSONataError) -> Picture
    ) throws(JSONataError) -> Picture {
      if let index = entries.firstIndex(where: { $0.text === text }) {
        return entries[index].picture
      }
      if let index = entries.firstIndex(where: { haveEqualBytes($0.text.text, text.text) }) {
        return entries[index].picture
      }
      let picture = try read(text.text)
      if entries.count == Self.limit { entries.removeFirst() }
      entries.append((text, picture))
      return picture
    }
  }
}

extension Invocation {
  /// The picture of whole numbers at `index`.
  func integerPicture(_ index: Int) throws(JSONataError) -> IntegerPicture {
    guard case .string(let text) = self[index] else { return try IntegerPicture("") }
    return try run.pictures.integers.picture(text) { text throws(JSONataError) in
      try IntegerPicture(text)
    }
  }

  /// The picture of times at `index`, or that of ISO 8601.
  func datePicture(_ index: Int) throws(JSONataError) -> DatePicture {
    guard case .string(let text) = self[index] else {
      return try run.pictures.dates.picture(DatePicture.iso8601) { text throws(JSONataError) in
        try DatePicture(text)
      }
    }
    return try run.pictures.dates.picture(text) { text throws(JSONataError) in
      try DatePicture(text)
    }
  }

  /// The picture of numbers at `index`, with the usual signs or those of the options after it.
  func numberPicture(_ index: Int) throws(JSONataError) -> NumberPicture {
    let symbols = self[index + 1]?.objectValue
    guard symbols == nil, case .string(let text) = self[index] else {
      return try NumberPicture(text(index) ?? "", NumberPicture.Symbols(symbols))
    }
    return try run.pictures.numbers.picture(text) { text throws(JSONataError) in
      try NumberPicture(text, NumberPicture.Symbols(nil))
    }
  }
}
