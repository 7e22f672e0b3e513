/// A line that a process of a service printed, or that the host has to say about the process.
package struct LogLine: Hashable, Sendable {
  /// Its place among the lines of the service, counted from 1.
  package var number: Int

  /// When the host read it, since 1970.
  package var time: Duration

  /// The system's number of the process; nil if the process did not run.
  package var process: Int32?

  /// The request id of the call that the process worked on, if it did.
  package var call: String?

  /// The text, without the end of the line.
  package var text: String

  /// Creates a line.
  package init(
    number: Int, time: Duration, process: Int32? = nil, call: String? = nil, text: String
  ) {
    self.number = number
    self.time = time
    self.process = process
    self.call = call
    self.text = text
  }
}
