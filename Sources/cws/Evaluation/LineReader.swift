import Foundation

/// Reads standard input line by line, as the lines come.
final class LineReader {
  /// Standard input.
  private let stream = fdopen(STDIN_FILENO, "r")

  /// The memory of the last line.
  private var line: UnsafeMutablePointer<CChar>?

  /// Its size.
  private var capacity = 0

  deinit { free(line) }

  /// Waits for the next line and gives its bytes, without its end; nil after the last one.
  func next() -> [UInt8]? {
    guard let stream else { return nil }
    let count = getline(&line, &capacity, stream)
    guard count > 0, let line else { return nil }
    var bytes = Array(UnsafeRawBufferPointer(start: line, count: count))
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes
  }
}
