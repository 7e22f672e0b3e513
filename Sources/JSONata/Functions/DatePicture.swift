import JSON
import Synchronization

/// The form of a time as text, such as `[Y0001]-[M01]-[D01]` (XPath `format-dateTime`).
final class DatePicture: Sendable {
  /// A part of the picture.
  enum Part: Sendable {
    case literal(String)
    case marker(Marker)
  }

  /// A part of the time.
  struct Marker: Sendable {
    /// The part by its letter.
    let component: Character

    /// The case of names, if it is a name.
    var names: IntegerPicture.LetterCase?

    /// The form of the number, if it is one.
    var integer: IntegerPicture?

    /// The last letter of the presentation: `o` for ordinals, `t` for the traditional form.
    var modifier: Character?

    /// The most characters.
    var maximumWidth: Int?

    /// The number of digits of a year that are kept, if not all are.
    var yearDigits: Int?
  }

  /// The parts in order.
  let parts: [Part]

  /// How the parts are written.
  let steps: [DateStep]

  /// ISO 8601.
  static let iso8601 = JSONString("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]")

  private let regex = Mutex<ScriptRegex?>(nil)

  /// Reads `picture`.
  init(_ picture: String) throws(JSONataError) {
    parts = try DatePictureReader(picture[...]).parts
    steps = parts.map { DateStep($0) }
  }

  /// The regular expression that `make` makes of the picture the first time.
  func regex(
    _ make: () throws(JSONataError) -> ScriptRegex?
  ) throws(JSONataError) -> ScriptRegex? {
    try regex.withLock { regex throws(JSONataError) in
      if regex == nil { regex = try make() }
      return regex
    }
  }

  /// The names of the days, from Monday.
  static let days = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The names of the months.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
