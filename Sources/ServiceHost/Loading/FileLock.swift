import Glibc

/// A lock that processes hold by a file; it ends with the process that holds it.
enum FileLock {
  /// Runs `body` while no other process and no other task holds the lock on the file at `path`.
  ///
  /// `onWait` is called once if somebody else holds it.
  static func hold(
    _ path: String, onWait: () -> Void, _ body: () async throws(ServiceHostError) -> Void
  ) async throws(ServiceHostError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw ServiceHostError(.system, "cannot open \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    if !take(descriptor) {
      onWait()
      repeat { try await pause() } while !take(descriptor)
    }
    try await body()
  }

  // MARK: -

  /// Takes the lock of the open file `descriptor` if it is free.
  private static func take(_ descriptor: CInt) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// Waits a moment.
  private static func pause() async throws(ServiceHostError) {
    do {
      try await Task.sleep(for: .milliseconds(200))
    } catch {
      throw ServiceHostError(.cancelled, "cancelled")
    }
  }
}
