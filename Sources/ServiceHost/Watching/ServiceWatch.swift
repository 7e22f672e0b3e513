import NIOCore

/// Whoever wants to know which services are out of date, and what is watched for them.
///
/// It belongs to its host and is used on the host's event loop only.
final class ServiceWatch {
  /// How long changes are gathered, for a save is often several.
  static let gathering = TimeAmount.milliseconds(50)

  /// Watches the folders.
  let watcher: FolderWatcher

  /// The files of the loaded services, by name.
  private(set) var files: [String: WatchedFiles] = [:]

  /// Those who listen, by a number of theirs.
  var listeners: [Int: AsyncStream<String>.Continuation] = [:]

  /// The services with changes that have not been told.
  private var changed: Set<String> = []

  /// Creates the watch of no service.
  init(_ watcher: FolderWatcher) {
    self.watcher = watcher
  }

  /// Watches exactly the services whose files are given by name.
  func watch(_ services: [String: WatchedFiles]) {
    files = services
    watcher.watch(services.values.reduce(into: []) { $0.formUnion($1.folders) })
  }

  /// Takes `events`, and returns whether they are the first after the last telling.
  func take(_ events: [FileEvent]) -> Bool {
    let isFirst = changed.isEmpty
    for change in events.compactMap(watcher.change) { take(change) }
    return isFirst && !changed.isEmpty
  }

  /// Tells the listeners of the services that changed.
  func tell() {
    for service in changed.sorted() where files[service] != nil {
      for listener in listeners.values { listener.yield(service) }
    }
    changed = []
  }

  // MARK: -

  /// Notes which services `change` concerns.
  private func take(_ change: FolderWatcher.Change) {
    switch change {
    case .anything: changed.formUnion(files.keys)
    case .file(let path): changed.formUnion(files.filter { $0.value.contains(path) }.keys)
    case .folder(let path):
      let concerned = files.filter { $0.value.contains(path) }
      guard !concerned.isEmpty else { return }
      changed.formUnion(concerned.keys)
      watch(files)
    }
  }
}
