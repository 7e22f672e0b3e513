import Glibc

/// Something that happened in a watched folder, as inotify tells it.
struct FileEvent: Equatable {
  /// The number of the watch.
  var watch: CInt

  /// What happened.
  var mask: UInt32

  /// The name of the file in the folder; empty if it happened to the folder itself.
  var name: String

  /// What is asked for: files that were written or put in place of others, and files that went.
  ///
  /// Editors save in two styles, into the file itself, or into another one that is then renamed;
  /// the second replaces the file, so that a watch of the file would be a watch of the old one.
  static let wanted =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
    | UInt32(IN_CREATE) | UInt32(IN_ONLYDIR)

  /// Whether so much happened that events were lost.
  var isOverflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }

  /// Whether the folder is no longer watched, because it is gone.
  var isEndOfWatch: Bool { mask & UInt32(IN_IGNORED) != 0 }

  /// Whether it happened to a folder in the watched one.
  var isFolder: Bool { mask & UInt32(IN_ISDIR) != 0 }

  /// Whether the file was only made, and has yet to be written.
  var isCreation: Bool { mask & UInt32(IN_CREATE) != 0 }
}

extension FileEvent {
  /// The events in `bytes`, which are whole ones as the system gives them.
  static func all(in bytes: [UInt8]) -> [FileEvent] {
    let headSize = MemoryLayout<inotify_event>.size
    var events: [FileEvent] = []
    var start = 0
    while start + headSize <= bytes.count {
      let head = bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
      }
      let end = min(start + headSize + Int(head.len), bytes.count)
      let name = bytes[(start + headSize)..<end].prefix { $0 != 0 }
      events.append(
        FileEvent(watch: head.wd, mask: head.mask, name: String(decoding: name, as: UTF8.self)))
      start = end
    }
    return events
  }
}
