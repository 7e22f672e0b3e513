#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The file that keeps a history, in the form of ``HistoryFormat``.
///
/// Several shells use one file: each appends whole lines under a lock, and an append that finds
/// that the file was replaced meanwhile goes to the new one.
struct HistoryFile {
  /// The path.
  let path: String

  /// Reads the newest entries, and drops the older ones from a file that has grown beyond them.
  func load(limit: Int) throws(HistoryFileError) -> [String] {
    guard let descriptor = try openToRead() else { return [] }
    defer { FileBytes.close(descriptor) }
    let entries = HistoryFormat.entries(in: try bytes(of: descriptor))
    guard entries.count > limit else { return entries }
    return try trim(to: limit)
  }

  /// Adds an entry at the end; makes the file, for its owner only, where there is none.
  func append(_ entry: String) throws(HistoryFileError) {
    makeFolder()
    let descriptor = try openLocked(O_RDWR | O_APPEND | O_CREAT, for: .write)
    defer { FileBytes.close(descriptor) }
    let separator = endsInLine(descriptor) ? [] : [UInt8(ascii: "\n")]
    try write(separator + HistoryFormat.line(of: entry), to: descriptor, for: .write)
  }

  // MARK: - Trimming

  /// Writes the newest entries beside the file and puts them in its place.
  private func trim(to limit: Int) throws(HistoryFileError) -> [String] {
    let descriptor = try openLocked(O_RDWR, for: .trim)
    defer { FileBytes.close(descriptor) }
    let kept = HistoryFormat.entries(in: try bytes(of: descriptor)).suffix(limit)
    let beside = "\(path).\(getpid()).new"
    do {
      try replace(with: kept.flatMap(HistoryFormat.line), writing: beside)
    } catch {
      unlink(beside)
      throw error
    }
    return Array(kept)
  }

  /// Writes `bytes` to the path `beside` and renames it.
  private func replace(with bytes: [UInt8], writing beside: String) throws(HistoryFileError) {
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(.trim) }
    defer { FileBytes.close(descriptor) }
    try write(bytes, to: descriptor, for: .trim)
    guard rename(beside, path) == 0 else { throw failure(.trim) }
  }

  // MARK: - Opening

  /// Opens the file, or returns `nil` where there is none.
  private func openToRead() throws(HistoryFileError) -> Int32? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { return descriptor }
    guard errno == ENOENT else { throw failure(.read) }
    return nil
  }

  /// Opens the file that the path names once this has the lock of it.
  private func openLocked(
    _ flags: Int32, for operation: HistoryFileError.Operation
  ) throws(HistoryFileError) -> Int32 {
    while true {
      let descriptor = open(path, flags | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw failure(operation) }
      // Where there are no locks, single writes still append whole lines.
      while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
      if isCurrent(descriptor) { return descriptor }
      FileBytes.close(descriptor)
    }
  }

  /// Whether the path still names the open file.
  private func isCurrent(_ descriptor: Int32) -> Bool {
    var open = stat()
    var named = stat()
    guard fstat(descriptor, &open) == 0, stat(path, &named) == 0 else { return false }
    return open.st_ino == named.st_ino && open.st_dev == named.st_dev
  }

  /// Makes the folders on the way to the file; what fails shows when the file is opened.
  private func makeFolder() {
    for (index, byte) in path.utf8.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
      mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o700)
    }
  }

  // MARK: - Bytes

  /// Whether the file is empty or its last byte is a newline.
  private func endsInLine(_ descriptor: Int32) -> Bool {
    guard lseek(descriptor, -1, SEEK_END) >= 0 else { return true }
    let last = FileBytes.read(descriptor, upTo: 1)
    return last == .success([UInt8(ascii: "\n")])
  }

  /// All bytes of the file.
  private func bytes(of descriptor: Int32) throws(HistoryFileError) -> [UInt8] {
    switch FileBytes.readAll(descriptor) {
    case .success(let bytes): return bytes
    case .failure(let code): throw failure(.read, code)
    }
  }

  /// Writes bytes to the file.
  private func write(
    _ bytes: [UInt8], to descriptor: Int32, for operation: HistoryFileError.Operation
  ) throws(HistoryFileError) {
    guard let code = FileBytes.write(bytes, to: descriptor) else { return }
    throw failure(operation, code)
  }

  /// The error for what the system just refused.
  private func failure(
    _ operation: HistoryFileError.Operation, _ code: SystemCode = .last
  ) -> HistoryFileError {
    HistoryFileError(operation: operation, path: path, code: code)
  }
}
