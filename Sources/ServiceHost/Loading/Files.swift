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

  /// The paths of all files below `folder`, in order.
  static func all(below folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { folder + "/" + $0 }.filter { !isFolder($0) }
  }
}
