extension ServicePool {
  /// What happens to the pool.
  enum Event: Sendable {
    /// Someone calls the service.
    case call(Call)

    /// The caller no longer wants the answer.
    case cancel(CallID)

    /// A process asks something of the Lambda Runtime API.
    case request(ProcessID, ConnectionID, RuntimeRequest)

    /// A process's connection was closed, possibly in the middle of an answer to a call.
    case closed(ProcessID, ConnectionID, inAnswerTo: CallID?)

    /// A process ended.
    case exited(ProcessID, ExitStatus)

    /// A process could not be started.
    case notStarted(ProcessID, reason: String)

    /// The timer of a process ran down.
    case timeout(ProcessID)

    /// A process with all that it started was found to use so much memory.
    case memory(ProcessID, bytes: Int)

    /// Processes that are started from now on get other variables.
    case renew

    /// There may be so many processes at a time.
    case limit(Int)

    /// The service is no longer wanted: it ends when the calls that it has are done.
    case retire

    /// The service ends at once.
    case stop
  }

  /// What the host is to do.
  enum Action: Equatable, Sendable {
    /// Starts a process.
    case start(ProcessID)

    /// Asks a process to end, and insists soon after.
    case terminate(ProcessID)

    /// Ends a process at once.
    case kill(ProcessID)

    /// Sets the one timer of a process, in place of the one that it had.
    case setTimer(ProcessID, Duration)

    /// Removes the timer of a process.
    case cancelTimer(ProcessID)

    /// Replies to the request that is open on a connection.
    case reply(ProcessID, ConnectionID, RuntimeReply)

    /// Ends a call; the process, if any, is the one that had to do with it.
    case finish(CallID, CallEnd, ProcessID?)

    /// Adds a line about a process to the service's log.
    case log(ProcessID, String)
  }
}
