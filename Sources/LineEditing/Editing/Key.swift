internal import CEditline

/// A key that was pressed, or one by which the editor is told what happened.
struct Key: RawRepresentable, Hashable {
  /// The scalar, or the number of one of the shim's own keys.
  let rawValue: UInt32

  static let interrupt = Key(rawValue: CEDITLINE_KEY_INTERRUPT.rawValue)
  static let controlC = Key(rawValue: 3)
  static let controlD = Key(rawValue: 4)
  static let controlG = Key(rawValue: 7)
  static let controlH = Key(rawValue: 8)
  static let newline = Key(rawValue: 10)
  static let enter = Key(rawValue: 13)
  static let controlR = Key(rawValue: 18)
  static let controlS = Key(rawValue: 19)
  static let controlU = Key(rawValue: 21)
  static let escape = Key(rawValue: 27)
  static let backspace = Key(rawValue: 127)
  static let redraw = Key(rawValue: CEDITLINE_KEY_REDRAW.rawValue)
  static let paste = Key(rawValue: CEDITLINE_KEY_PASTE.rawValue)
  static let prefill = Key(rawValue: CEDITLINE_KEY_PREFILL.rawValue)
  static let stop = Key(rawValue: CEDITLINE_KEY_STOP.rawValue)

  /// The scalar that the key adds to a text, if it does.
  var scalar: Unicode.Scalar? {
    guard rawValue >= 0x20, rawValue != 0x7f, !(0x80..<0xa0).contains(rawValue) else { return nil }
    return Unicode.Scalar(rawValue)
  }
}
