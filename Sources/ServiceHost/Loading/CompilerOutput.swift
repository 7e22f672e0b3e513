/// Reads what swiftc prints with `-diagnostic-style=llvm`.
enum CompilerOutput {
  /// The messages in `lines`, in order: `FILE:LINE:COLUMN: SEVERITY: TEXT`, then the line itself.
  static func messages(in lines: [String]) -> [CompilerMessage] {
    lines.indices.compactMap { index in
      guard var message = message(in: lines[index]) else { return nil }
      if index + 1 < lines.count, self.message(in: lines[index + 1]) == nil {
        message.sourceLine = lines[index + 1]
      }
      return message
    }
  }

  /// Whether `lines` say that the program has no entry point, in the words of any linker.
  static func lacksEntryPoint(_ lines: [String]) -> Bool {
    let words = [
      "undefined reference to 'main'", "undefined reference to `main'", "undefined symbol: main",
    ]
    return lines.contains { line in words.contains { line.contains($0) } }
  }

  /// The error that something did not compile, as `what` says and the messages in `lines` tell.
  static func error(_ what: String, in lines: [String]) -> ServiceHostError {
    var seen: Set<CompilerMessage> = []
    let messages = messages(in: lines).filter { !$0.tellsOfExpansion }.map(\.withLineOfFile)
      .filter { seen.insert($0).inserted }
    let count = messages.count { $0.severity == .error }
    let sum = count == 1 ? "1 error" : "\(count) errors"
    return ServiceHostError(
      .compilation, what + (count == 0 ? "" : ": \(sum)"),
      compilerMessages: messages, output: lines.suffix(20))
  }

  // MARK: -

  /// The message that `line` begins, without its source line.
  private static func message(in line: String) -> CompilerMessage? {
    for severity in [CompilerMessage.Severity.error, .warning, .note] {
      let mark = ": \(severity.rawValue): "
      guard let found = range(of: mark, in: line) else { continue }
      let place = line[..<found.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
      guard place.count >= 3, let row = Int(place[place.count - 2]),
        let column = Int(place[place.count - 1])
      else { continue }
      return CompilerMessage(
        file: place.dropLast(2).joined(separator: ":"), line: row, column: column,
        severity: severity, message: text(String(line[found.upperBound...])), sourceLine: "")
    }
    return nil
  }

  /// The message without the blank that the compiler leaves after the name of a macro.
  private static func text(_ message: String) -> String {
    guard message.contains("(from macro '"), message.hasSuffix(" ')") else { return message }
    return message.dropLast(3) + "')"
  }

  /// Where `text` stands in `line` for the first time.
  private static func range(of text: String, in line: String) -> Range<String.Index>? {
    line.firstRange(of: text)
  }
}

extension CompilerMessage {
  /// Whether the message only says that the one before it is about what a macro wrote.
  fileprivate var tellsOfExpansion: Bool {
    severity == .note && message.hasPrefix("in expansion of macro")
  }

  /// The message with the line of its file: what our macros write names its place in the author's
  /// file, but the compiler prints the line that the macro wrote.
  fileprivate var withLineOfFile: CompilerMessage {
    guard let bytes = try? Files.read(file) else { return self }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return self }
    var message = self
    message.sourceLine = String(decoding: lines[line - 1], as: UTF8.self)
    return message
  }
}
