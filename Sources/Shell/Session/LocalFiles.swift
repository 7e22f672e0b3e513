import Foundation

/// The files of this machine.
package struct LocalFiles: FileAccess {
  /// Creates access to them.
  package init() {}

  package func absolutePath(_ path: String) -> String {
    let home = FileManager.default.homeDirectoryForCurrentUser.path
    let expanded = path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
    return URL(filePath: expanded).standardizedFileURL.path
  }

  package func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: absolutePath(path))
  }

  package func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: absolutePath(path), isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  package func isExecutable(_ path: String) -> Bool {
    !isFolder(path) && FileManager.default.isExecutableFile(atPath: absolutePath(path))
  }

  package func readBytes(_ path: String) throws(FileFailure) -> [UInt8] {
    if isFolder(path) { throw FileFailure("cannot read \(path): it is a folder") }
    do {
      return Array(try Data(contentsOf: URL(filePath: absolutePath(path))))
    } catch {
      throw FileFailure("cannot read \(path): \(Self.reason(error))")
    }
  }

  package func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let target = absolutePath(path)
    do {
      if isStream(target) {
        try writeThrough(Data(bytes), to: target)
      } else {
        try replace(URL(filePath: target).resolvingSymlinksInPath(), with: Data(bytes))
      }
    } catch {
      throw FileFailure("cannot write \(path): \(Self.reason(error)); nothing was changed")
    }
  }

  package func entries(of folder: String) -> [String] {
    let path = absolutePath(folder.isEmpty ? "." : folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.sorted().map { isFolder(path + "/" + $0) ? $0 + "/" : $0 }
  }

  /// Writes `data` beside `target` and then puts it in its place, so that the old file survives
  /// whatever fails.
  private func replace(_ target: URL, with data: Data) throws {
    let folder = target.deletingLastPathComponent()
    let name = ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
    let beside = folder.appending(path: name)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try data.write(to: beside)
      try keepPermissions(of: target, for: beside)
      guard rename(beside.path, target.path) == 0 else {
        throw CocoaError(.fileWriteUnknown, userInfo: [NSLocalizedDescriptionKey: Self.lastError])
      }
    } catch {
      try? FileManager.default.removeItem(at: beside)
      throw error
    }
  }

  /// Whether `path` is there and is neither file nor folder: a device, a pipe, or one of the
  /// process's own streams such as `/dev/stdout`.
  private func isStream(_ path: String) -> Bool {
    if path.hasPrefix("/dev/") { return true }
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Writes `data` to the stream at `path`, which must not be replaced by a file.
  private func writeThrough(_ data: Data, to path: String) throws {
    let stream = try FileHandle(forWritingTo: URL(filePath: path))
    _ = try? stream.seekToEnd()
    try stream.write(contentsOf: data)
    try stream.close()
  }

  /// Gives the new file the permissions of the old one.
  private func keepPermissions(of old: URL, for new: URL) throws {
    let attributes = try? FileManager.default.attributesOfItem(atPath: old.path)
    guard let permissions = attributes?[.posixPermissions] else { return }
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: new.path)
  }

  /// The sentence of the last failed system call.
  private static var lastError: String { String(cString: strerror(errno)) }

  /// Why a file operation failed, in the system's words where there are some.
  private static func reason(_ error: any Error) -> String {
    let error = error as NSError
    if let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError,
      underlying.domain == NSPOSIXErrorDomain
    {
      return String(cString: strerror(Int32(underlying.code))).lowercased()
    }
    switch CocoaError.Code(rawValue: error.code) {
    case .fileReadNoSuchFile, .fileNoSuchFile: return "there is no such file"
    case .fileReadNoPermission, .fileWriteNoPermission: return "permission denied"
    case .fileWriteOutOfSpace: return "no space left on the disk"
    case .fileWriteVolumeReadOnly: return "the file system is read-only"
    default: return error.localizedDescription
    }
  }
}
