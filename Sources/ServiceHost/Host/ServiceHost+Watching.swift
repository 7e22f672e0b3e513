import NIOCore

extension ServiceHost {
  /// The names of loaded services whose files change from now on: the source, or a `.env` file of
  /// the present stage.
  ///
  /// What an editor does in one go is told once. Nothing is loaded again by itself. The stream ends
  /// with the host or when the task that reads it is cancelled.
  ///
  /// - Throws: Why the system cannot watch files.
  package func changes() throws(ServiceHostError) -> AsyncStream<String> {
    guard !isShutDown else { return AsyncStream { $0.finish() } }
    let (stream, continuation) = AsyncStream.makeStream(of: String.self)
    let watch = try currentWatch()
    followers += 1
    let number = followers
    watch.listeners[number] = continuation
    continuation.onTermination = { _ in self.later { $0.removeListener(number) } }
    return stream
  }

  /// Watches the files of the services that are loaded now, if anyone listens.
  func updateWatch() {
    let files = sources.mapValues { $0.watchedFiles(stage: stage) }
    watch?.watch(files)
  }

  /// Ends watching.
  func endWatch() {
    guard let watch else { return }
    self.watch = nil
    watch.watcher.close()
    for listener in watch.listeners.values { listener.finish() }
  }

  // MARK: -

  /// The watch, which is begun if there is none.
  private func currentWatch() throws(ServiceHostError) -> ServiceWatch {
    if let watch { return watch }
    let watcher = try FolderWatcher(on: eventLoop) { events in
      self.assumeIsolated { $0.take(events) }
    }
    let new = ServiceWatch(watcher)
    watch = new
    updateWatch()
    return new
  }

  /// Takes what happened in the watched folders.
  private func take(_ events: [FileEvent]) {
    guard let watch, watch.take(events) else { return }
    eventLoop.scheduleTask(in: ServiceWatch.gathering) {
      self.assumeIsolated { $0.watch?.tell() }
    }
  }

  /// Forgets the listener `number`, and watches no longer if it was the last.
  private func removeListener(_ number: Int) {
    watch?.listeners[number] = nil
    if watch?.listeners.isEmpty == true { endWatch() }
  }
}
