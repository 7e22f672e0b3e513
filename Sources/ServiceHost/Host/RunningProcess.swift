import NIOCore

/// A process of a service as the host has it.
///
/// It belongs to its host and is used on the host's event loop only.
final class RunningProcess {
  /// Its identity.
  let id: ProcessID

  /// The service's name.
  let service: String

  /// The name of its function as a resource of AWS.
  let functionARN: String

  /// When it was started.
  let started = ContinuousClock.now

  /// The system's process, once it runs.
  var child: ChildProcess?

  /// Where it finds the Lambda Runtime API.
  var listener: RuntimeAPIListener?

  /// Its open connections.
  var connections: [ConnectionID: NIOLoopBound<RuntimeAPIConnection>] = [:]

  /// When it has taken too long.
  var deadline: ContinuousClock.Instant?

  /// Whether it has worked since its memory was last measured.
  var isInUse = true

  /// What is to happen when it does not end by itself.
  var killTimer: Scheduled<Void>?

  /// Whether it is to end as soon as it runs.
  var isUnwanted = false

  /// The call that it works on, or whose last lines may still arrive.
  var call: CallID?

  /// Whether it has had a call.
  var hasServed = false

  /// How it ended.
  var status: ExitStatus?

  /// Whether all that it printed has been read.
  var isLogComplete = false

  /// What it has printed since it started or since its last call began.
  var log = LogBuffer<String>()

  /// Cuts what it prints into lines.
  var splitter = LineSplitter()

  /// The call that ended a moment ago, whose log may not have been read to its end.
  var endingCall: EndingCall?

  /// Creates a process that has yet to be started.
  init(id: ProcessID, service: String, functionARN: String) {
    self.id = id
    self.service = service
    self.functionARN = functionARN
  }
}

/// A call of the host's that has not ended.
struct RunningCall {
  /// Tells the caller, on the host's event loop.
  let completion: (CallReport) -> Void

  /// When it began, or when a process took it.
  var began = ContinuousClock.now

  /// How long the process took to get ready, if it was started for this call.
  var startDuration: Duration?
}

/// A call that ended, about to be reported.
struct EndingCall {
  /// Its identity.
  let id: CallID

  /// How it ended.
  let end: CallEnd

  /// When it ended.
  let ended = ContinuousClock.now
}

/// How a call ended and what was seen of it.
struct CallReport: Sendable {
  /// How it ended.
  var end: CallEnd

  /// How long it took.
  var duration: Duration

  /// How long the process took to get ready, if it was started for this call.
  var startDuration: Duration?

  /// What the process printed meanwhile.
  var logs: [String]
}

extension CallReport {
  /// The report of a call that did not begin.
  init(failure: CallFailure) {
    self.init(end: .failure(failure), duration: .zero, logs: [])
  }
}
