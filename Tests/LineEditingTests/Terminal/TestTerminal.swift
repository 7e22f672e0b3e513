import Foundation
import Glibc
import LineEditing
import Synchronization
import Testing

/// A pseudo-terminal with a person before it.
final class TestTerminal: Sendable {
  /// The end that programs use.
  let program: Int32

  /// The end of the person.
  private let person: Int32

  /// What the terminal shows.
  private let screen: SharedScreen

  /// Linux's requests TIOCSPTLCK and TIOCGPTN, which Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Opens a terminal.
  init(columns: Int = 80, rows: Int = 24) throws {
    setenv("TERM", "xterm", 1)
    person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: CInt = 0
    var number: CInt = -1
    try #require(ioctl(person, Self.setLock, &lock) == 0)
    try #require(ioctl(person, Self.getNumber, &number) == 0)
    program = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    try #require(program >= 0)
    screen = SharedScreen(Screen(columns: columns, rows: rows))
    setSize(columns: columns, rows: rows)
    Thread.detachNewThread { [person, screen] in Self.watch(person, screen) }
  }

  deinit {
    hangUp()
    close(program)
  }

  /// Ends the terminal as if its window were closed.
  func hangUp() {
    screen.isStopped.store(true, ordering: .releasing)
  }

  /// Makes an editor on the terminal.
  func editor(
    history: String? = nil, keys: LineEditorConfiguration.Keys? = nil, startupFile: Bool = false
  ) throws -> LineEditor {
    try LineEditor(
      configuration: LineEditorConfiguration(
        historyFile: history, historySize: 100, input: program, output: program, keys: keys,
        readsStartupFile: startupFile))
  }

  // MARK: - The person

  /// Types a text.
  func type(_ text: String) {
    type(bytes: Array(text.utf8))
  }

  /// Types bytes.
  func type(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(person, $0.baseAddress, min($0.count, 512)) }
      if count > 0 { rest = rest.dropFirst(count) }
    }
  }

  /// Pastes a text as a terminal does that was asked to bracket it.
  func paste(_ text: String) {
    type("\u{1b}[200~\(text)\u{1b}[201~")
  }

  /// Changes the width of the window.
  func resize(columns: Int, rows: Int = 24) {
    screen.value.withLock { $0.resize(columns: columns) }
    setSize(columns: columns, rows: rows)
  }

  // MARK: - What is seen

  /// The text on the screen.
  var text: String { screen.value.withLock { $0.text } }

  /// The state of the screen.
  var state: Screen { screen.value.withLock { $0 } }

  /// The modes of the terminal.
  var modes: termios {
    var modes = termios()
    tcgetattr(program, &modes)
    return modes
  }

  /// Sets the modes that a command shell sets when it has stopped a program.
  func cook() {
    var modes = modes
    modes.c_lflag |= tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(program, TCSANOW, &modes)
  }

  /// Whether the terminal echoes and collects lines, as programs find it.
  var isCooked: Bool {
    modes.c_lflag & tcflag_t(ICANON) != 0 && modes.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Waits until the screen fulfils a condition.
  func wait(
    _ what: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (Screen) -> Bool
  ) async throws {
    let deadline =
      ContinuousClock.now
      + .seconds(Int(getenv("CWS_TEST_SECONDS").flatMap { String(cString: $0) } ?? "30") ?? 30)
    while !condition(state) {
      guard ContinuousClock.now < deadline else {
        Issue.record(
          "\(what ?? "the screen") never came; it shows:\n\(text)", sourceLocation: sourceLocation)
        throw CancellationError()
      }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Waits until the screen shows exactly a text.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await wait("\(text)", sourceLocation: sourceLocation) { $0.text == text }
  }

  // MARK: - The wire

  private func setSize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(program, UInt(TIOCSWINSZ), &size)
  }

  /// Shows what the program writes, until it is told to close the person's end.
  private static func watch(_ person: Int32, _ screen: SharedScreen) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !screen.isStopped.load(ordering: .acquiring) {
      var file = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, 10) > 0 else { continue }
      let count = read(person, &buffer, buffer.count)
      guard count > 0 else {
        // Nobody has the other end open, for now.
        usleep(1000)
        continue
      }
      screen.value.withLock { $0.write(Array(buffer.prefix(count))) }
    }
    close(person)
  }
}

/// A screen that the person and the wire share.
final class SharedScreen: Sendable {
  let value: Mutex<Screen>
  let isStopped = Atomic(false)

  init(_ screen: Screen) {
    value = Mutex(screen)
  }
}
