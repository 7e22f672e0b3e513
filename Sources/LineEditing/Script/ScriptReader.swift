internal import Dispatch
internal import Synchronization

/// The lines of an input that is no terminal.
///
/// Reads that overlap are not supported: one caller asks for line after line.
package final class ScriptReader: Sendable {
  /// What is known about the input between two lines.
  private struct State {
    var buffer = LineBuffer()
    var lineNumber = 0
    var isAtEnd = false
  }

  /// The descriptor that is read.
  private let input: Int32

  /// The lines that have been read but not asked for.
  private let state = Mutex(State())

  /// The queue on which reading may block.
  private let worker = DispatchQueue(label: "cws.script")

  /// Creates a reader of the descriptor `input`, which stays the caller's.
  package init(input: Int32 = 0) {
    self.input = input
  }

  /// The next line without its newline and carriage return, or `nil` at the end of the input.
  ///
  /// A last line without newline is a line. After an error the next call goes on behind it.
  package func nextLine() async throws(ScriptError) -> String? {
    let result = await withCheckedContinuation {
      (continuation: CheckedContinuation<Result<String?, ScriptError>, Never>) in
      worker.async { continuation.resume(returning: self.readLine()) }
    }
    return try result.get()
  }

  /// The number of the line that was returned last, from 1.
  package var lineNumber: Int {
    state.withLock { $0.lineNumber }
  }

  // MARK: - On the queue

  /// Reads until a line is complete.
  private func readLine() -> Result<String?, ScriptError> {
    while true {
      if let line = state.withLock({ $0.buffer.takeLine() }) {
        return decode(line)
      }
      if state.withLock({ $0.isAtEnd }) {
        return lastLine()
      }
      if let failure = fill() {
        return .failure(failure)
      }
    }
  }

  /// The rest of the input behind its last newline.
  private func lastLine() -> Result<String?, ScriptError> {
    guard let line = state.withLock({ $0.buffer.takeRest() }) else { return .success(nil) }
    return decode(line)
  }

  /// Reads one more block of the input.
  private func fill() -> ScriptError? {
    switch FileBytes.read(input, upTo: 1 << 16) {
    case .success(let bytes):
      state.withLock {
        $0.buffer.append(bytes)
        $0.isAtEnd = bytes.isEmpty
      }
      return nil
    case .failure(let code):
      state.withLock { $0.isAtEnd = true }
      return .unreadable(afterLine: lineNumber, code: code.number)
    }
  }

  /// The text of a line, which this counts.
  private func decode(_ line: [UInt8]) -> Result<String?, ScriptError> {
    let number = state.withLock {
      $0.lineNumber += 1
      return $0.lineNumber
    }
    guard let text = String(validating: line, as: UTF8.self) else {
      return .failure(.invalidUTF8(line: number))
    }
    return .success(text)
  }
}
