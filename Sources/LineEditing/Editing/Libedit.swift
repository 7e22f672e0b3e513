internal import CEditline

/// What takes part in the reading of a line.
protocol LibeditReceiver: AnyObject {
  /// Attends to the wake pipe, and returns a key to act on if there is one.
  func wake() -> Key?

  /// Looks at a key before libedit does, and returns what libedit gets in its place.
  func filter(_ key: Key) -> Key?

  /// Does what a key is bound to.
  func act(_ action: ceditline_action) -> ceditline_outcome
}

/// An editor of libedit, in Swift's types.
///
/// One thread at a time uses it.
final class Libedit {
  /// The way from C back to the receiver.
  private final class Door {
    weak var receiver: (any LibeditReceiver)?

    static func open(_ context: UnsafeMutableRawPointer?) -> (any LibeditReceiver)? {
      guard let context else { return nil }
      return Unmanaged<Door>.fromOpaque(context).takeUnretainedValue().receiver
    }
  }

  /// The editor in C.
  private let handle: OpaquePointer

  /// What C calls.
  private let door: Door

  /// Opens an editor for a configuration that wakes by the pipe's end `wake`.
  init(configuration: LineEditorConfiguration, wake: Int32) throws(LineEditorError) {
    guard ceditline_use_unicode() else { throw .noUnicodeLocale }
    let door = Door()
    let callbacks = ceditline_callbacks(
      context: Unmanaged.passUnretained(door).toOpaque(),
      wake: { Door.open($0)?.wake()?.rawValue ?? 0 },
      filter: { Door.open($0)?.filter(Key(rawValue: $1))?.rawValue ?? 0 },
      act: { Door.open($0)?.act($1) ?? CEDITLINE_OUTCOME_BEEP })
    let handle = ceditline_open(
      configuration.programName, configuration.input, configuration.output, wake, callbacks)
    guard let handle else { throw .outOfResources }
    self.handle = handle
    self.door = door
  }

  deinit {
    ceditline_close(handle)
  }

  /// What takes part in the reading.
  var receiver: (any LibeditReceiver)? {
    get { door.receiver }
    set { door.receiver = newValue }
  }

  // MARK: - Keys

  /// Binds the keys anew.
  func bind(_ keys: LineEditorConfiguration.Keys) {
    ceditline_bind(handle, keys == .vi)
  }

  /// The family of keys that is bound.
  var keys: LineEditorConfiguration.Keys {
    ceditline_is_vi(handle) ? .vi : .emacs
  }

  /// Reads `~/.editrc`.
  func readStartupFile() {
    ceditline_read_startup_file(handle)
  }

  /// Makes `key` the next one.
  func inject(_ key: Key) {
    ceditline_inject(handle, key.rawValue)
  }

  /// Reads one key without editing, or `nil` at the end of the input.
  func readKey() -> Key? {
    let key = ceditline_read_key(handle)
    return key == 0 ? nil : Key(rawValue: key)
  }

  /// Forgets keys that were typed ahead.
  func dropInput() {
    ceditline_drop_input(handle)
  }

  // MARK: - The line

  /// Lets the user edit a line, and returns whether it was ended by a key.
  func read() -> Bool {
    ceditline_read(handle) == CEDITLINE_ENDING_LINE
  }

  /// Sets the prompt, in which U+0001 encloses what has no width.
  func setPrompt(_ prompt: String) {
    ceditline_set_prompt(handle, Self.wide(prompt))
  }

  /// The line as it is now.
  var line: EditedLine {
    var length = 0
    var cursor = 0
    let pointer = ceditline_line(handle, &length, &cursor)
    let scalars = UnsafeBufferPointer(start: pointer, count: length)
    let head = Self.text(scalars.prefix(cursor))
    let tail = Self.text(scalars.dropFirst(cursor))
    return EditedLine(head + tail, cursor: head.utf8.count)
  }

  /// Replaces the UTF-8 offsets `range` of the line, and leaves the cursor behind the new text.
  func replace(_ range: Range<Int>, with text: String) {
    let line = line
    let start = line.scalarOffset(of: range.lowerBound)
    let end = line.scalarOffset(of: range.upperBound)
    ceditline_replace(handle, start, end - start, Self.wide(text))
  }

  /// Replaces the whole line.
  func replace(with line: EditedLine) {
    replace(0..<self.line.text.utf8.count, with: line.text)
    ceditline_move(handle, line.scalarOffset(of: line.cursor))
  }

  /// The text that was pasted last.
  var pasted: String {
    var length = 0
    let pointer = ceditline_pasted(handle, &length)
    let bytes = UnsafeRawBufferPointer(start: pointer, count: length)
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - The terminal

  /// Enters or leaves the modes in which single keys are read.
  func setRaw(_ isRaw: Bool) {
    ceditline_set_raw(handle, isRaw)
  }

  /// Draws prompt and line from the cursor on.
  func refresh() {
    ceditline_refresh(handle)
  }

  /// Takes note of the terminal's size.
  func resize() {
    ceditline_resize(handle)
  }

  /// Stops the process as Ctrl-Z does, and returns when it goes on.
  func suspend() {
    ceditline_suspend(handle)
  }

  /// The width of the terminal in cells.
  var columns: Int { Int(ceditline_columns(handle)) }

  /// The height of the terminal in rows.
  var rows: Int { Int(ceditline_rows(handle)) }

  /// Writes to the terminal.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        ceditline_write(handle, $0.baseAddress, $0.count)
      }
    }
  }

  // MARK: - History

  /// Sets how many entries Up and Down reach.
  func setHistorySize(_ size: Int) {
    ceditline_history_resize(handle, Int32(clamping: size))
  }

  /// Adds an entry for Up and Down.
  func addHistory(_ entry: String) {
    ceditline_history_add(handle, Self.wide(entry))
  }

  // MARK: - Wide text

  /// The text in C's wide characters, ended by 0.
  private static func wide(_ text: String) -> [wchar_t] {
    var scalars: [wchar_t] = []
    scalars.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars where scalar.value != 0 {
      scalars.append(wchar_t(bitPattern: scalar.value))
    }
    scalars.append(0)
    return scalars
  }

  /// The text of wide characters.
  private static func text(_ scalars: Slice<UnsafeBufferPointer<wchar_t>>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      view.append(Unicode.Scalar(UInt32(bitPattern: scalar)) ?? "\u{fffd}")
    }
    return String(view)
  }
}
