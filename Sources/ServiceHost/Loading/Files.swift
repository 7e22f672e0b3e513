import Digests
import FoundationEssentials
import Glibc

/// What the host needs of the file system.
enum Files {
  /// `path` from the root.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return FileManager.default.currentDirectoryPath + "/" + path
  }

  /// `path` from the root, without symbolic links; as far as it can be followed.
  static func resolved(_ path: String) -> String {
    let path = absolute(path)
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The names of the folders in the folder at `path`, but for hidden ones.
  static func folders(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix(".") && isFolder(path + "/" + $0) }
  }

  /// The last part of `path`.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder that holds the file at `path`, which is one from the root.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// Whether there is something at `path`.
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The bytes of the file at `path`.
  static func read(_ path: String) throws(ServiceHostError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path), !isFolder(path) else {
      let problem = exists(path) ? "cannot be read" : "does not exist"
      throw ServiceHostError(.unreadableFile, "\(path) \(problem)")
    }
    return Array(data)
  }

  /// Writes `bytes` to the file at `path`, at once or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws(ServiceHostError) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw ServiceHostError(.system, "cannot write \(path): \(error)")
    }
  }

  /// Makes the folder at `path` and those above it.
  static func makeFolder(_ path: String) throws(ServiceHostError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw ServiceHostError(.system, "cannot make the folder \(path): \(error)")
    }
  }

  /// Removes the file at `path`, if there is one.
  static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Puts the file at `path` in the place of `target`.
  static func move(_ path: String, to target: String) throws(ServiceHostError) {
    guard rename(path, target) == 0 else {
      throw ServiceHostError(.system, "cannot write \(target): \(String(cString: strerror(errno)))")
    }
  }

  /// Whether the file at `path` is a program by its permissions.
  static func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path) && !isFolder(path)
  }

  /// A hash of what changes with the file at `path`: where it lies, its size and its time.
  static func identity(of path: String) -> String? {
    let real = resolved(path)
    var status = stat()
    guard stat(real, &status) == 0 else { return nil }
    var hash = SHA256()
    hash.update(real)
    hash.update("\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)")
    return hash.finish()
  }

  /// Lets everybody run the file at `path`.
  static func makeExecutable(_ path: String) throws(ServiceHostError) {
    guard chmod(path, 0o755) == 0 else {
      throw ServiceHostError(
        .system, "cannot make \(path) executable: \(String(cString: strerror(errno)))")
    }
  }

  /// Copies the file or folder at `path` to `target` at once, and makes the folder above.
  static func copy(_ path: String, to target: String) throws(ServiceHostError) {
    try makeFolder(folder(of: target))
    let draft = "\(target).\(UInt64.random(in: 0...UInt64.max))"
    do {
      try FileManager.default.copyItem(atPath: path, toPath: draft)
    } catch {
      remove(draft)
      throw ServiceHostError(.system, "cannot copy \(path) to \(target): \(error)")
    }
    try move(draft, to: target)
  }

  /// The paths of the files below `folder` in order, but for hidden ones and those in hidden
  /// folders.
  static func all(below folder: String) -> [String] {
    var visited: Set<String> = []
    return all(below: folder, &visited)
  }

  /// The paths of the Swift files below `folder`, in order.
  static func swift(below folder: String) -> [String] {
    all(below: folder).filter { $0.hasSuffix(".swift") }
  }

  // MARK: -

  /// The files below `folder`, unless it is one of those `visited`, to which a link leads back.
  private static func all(below folder: String, _ visited: inout Set<String>) -> [String] {
    guard visited.insert(resolved(folder)).inserted else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var files: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      files += isFolder(path) ? all(below: path, &visited) : [path]
    }
    return files
  }
}
