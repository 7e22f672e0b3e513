/// Why a service could not be loaded or packaged.
package struct ServiceHostError: Error, Hashable, Sendable {
  /// The kind of an error.
  package struct Code: Hashable, Sendable {
    /// The stable name of the kind.
    package let text: String

    /// No service has that name.
    package static let unknownService = Code(text: "unknown-service")

    /// The name cannot be a service's.
    package static let invalidName = Code(text: "invalid-service-name")

    /// A file is missing or cannot be read.
    package static let unreadableFile = Code(text: "unreadable-file")

    /// The authors' library could not be built.
    package static let toolkit = Code(text: "toolkit")

    /// The Swift compiler found mistakes.
    package static let compilation = Code(text: "compilation")

    /// The file compiles, but holds no service.
    package static let noService = Code(text: "no-service")

    /// The program does not tell its routes as it should.
    package static let description = Code(text: "service-description")

    /// The service cannot be packaged.
    package static let packaging = Code(text: "packaging")

    /// A file with variables for the service is wrong.
    package static let environment = Code(text: "environment")

    /// The work was cancelled.
    package static let cancelled = Code(text: "cancelled")

    /// An address cannot be listened on.
    package static let address = Code(text: "address")

    /// A file or process of the host's own failed.
    package static let system = Code(text: "system")
  }

  /// The kind of error.
  package var code: Code

  /// One lower-case sentence without a full stop that names the thing.
  package var message: String

  /// What to do about it.
  package var help: String?

  /// What the compiler said, if it was the compiler.
  package var compilerMessages: [CompilerMessage]

  /// The last lines that the program or the build printed.
  package var output: [String]

  /// Creates an error.
  package init(
    _ code: Code, _ message: String, help: String? = nil,
    compilerMessages: [CompilerMessage] = [], output: [String] = []
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.compilerMessages = compilerMessages
    self.output = output
  }
}

/// A message of the Swift compiler.
package struct CompilerMessage: Hashable, Sendable {
  /// How grave a message is.
  package enum Severity: String, Hashable, Sendable {
    /// The program was not made.
    case error

    /// The program was made.
    case warning

    /// An explanation of the message before.
    case note
  }

  /// The path of the file.
  package var file: String

  /// The line, from 1.
  package var line: Int

  /// The column in UTF-8 bytes, from 1.
  package var column: Int

  /// How grave it is.
  package var severity: Severity

  /// What it says.
  package var message: String

  /// The text of the line.
  package var sourceLine: String

  /// Creates a message.
  package init(
    file: String, line: Int, column: Int, severity: Severity, message: String, sourceLine: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
    self.sourceLine = sourceLine
  }
}
