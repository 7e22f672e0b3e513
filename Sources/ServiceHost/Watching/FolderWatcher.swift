import Glibc
import NIOCore

/// Watches folders for changes of their files, without looking at them again and again.
///
/// It belongs to its event loop and is used there only.
final class FolderWatcher {
  /// A change in a watched folder.
  enum Change: Equatable {
    /// The file at the path was written, replaced or removed.
    case file(String)

    /// There is a new folder at the path, or one is gone.
    case folder(String)

    /// So much happened that anything may have changed.
    case anything
  }

  /// The system's queue of events.
  private let descriptor: CInt

  /// The channel that reads the queue, once it is open.
  private var channel: EventLoopFuture<any Channel>

  /// The watched folders by the numbers of their watches.
  private var folders: [CInt: String] = [:]

  /// Starts to watch no folder; changes are given to `report` on `eventLoop`.
  init(
    on eventLoop: any EventLoop, report: @escaping @Sendable ([FileEvent]) -> Void
  ) throws(ServiceHostError) {
    let descriptor = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    guard descriptor >= 0 else {
      throw ServiceHostError(
        .system, "files cannot be watched: \(String(cString: strerror(errno)))",
        help: "the limit is in /proc/sys/fs/inotify/max_user_instances")
    }
    self.descriptor = descriptor
    channel = LogReader.read(descriptor, on: eventLoop) { bytes in
      if let bytes { report(FileEvent.all(in: Array(bytes.readableBytesView))) }
    }
    channel.whenFailure { _ in Glibc.close(descriptor) }
  }

  /// Watches exactly `wanted` from now on; folders that do not exist are passed over.
  func watch(_ wanted: Set<String>) {
    for (watch, folder) in folders where !wanted.contains(folder) {
      folders[watch] = nil
      inotify_rm_watch(descriptor, watch)
    }
    for folder in wanted {
      let watch = inotify_add_watch(descriptor, folder, FileEvent.wanted)
      if watch >= 0 { folders[watch] = folder }
    }
  }

  /// What `event` means.
  func change(_ event: FileEvent) -> Change? {
    if event.isOverflow { return .anything }
    guard let folder = folders[event.watch] else { return nil }
    if event.isEndOfWatch {
      folders[event.watch] = nil
      return .folder(folder)
    }
    if event.isFolder { return .folder(folder + "/" + event.name) }
    return event.isCreation ? nil : .file(folder + "/" + event.name)
  }

  /// Ends watching.
  func close() {
    channel.whenSuccess { $0.close(promise: nil) }
  }
}
