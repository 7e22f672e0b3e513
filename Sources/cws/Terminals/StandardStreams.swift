import Foundation
import Shell

/// The streams of the process.
enum StandardStreams {
  /// Writes `text` whole; what a closed pipe refuses is lost.
  static func write(_ text: String, to channel: TerminalChannel) {
    let handle = channel == .output ? FileHandle.standardOutput : FileHandle.standardError
    try? handle.write(contentsOf: Data(text.utf8))
  }

  /// Whether the stream is a terminal.
  static func isTerminal(_ channel: TerminalChannel) -> Bool {
    isatty(channel == .output ? STDOUT_FILENO : STDERR_FILENO) != 0
  }

  /// Whether colours are shown on the stream: on a terminal, and never with `NO_COLOR`
  /// (https://no-color.org).
  static func isColored(_ channel: TerminalChannel) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    if environment["NO_COLOR"].map({ !$0.isEmpty }) == true { return false }
    return environment["TERM"] != "dumb" && isTerminal(channel)
  }

  /// The cells of a line of standard output; 100 where it is no terminal.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return Output.fileWidth
    }
    return Int(size.ws_col)
  }
}
