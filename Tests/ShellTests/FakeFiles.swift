import Shell
import Synchronization

/// Files in memory.
final class FakeFiles: FileAccess {
  private let contents: Mutex<[String: [UInt8]]>

  /// Why every write fails; nil if none does.
  let refusal = Mutex<String?>(nil)

  init(_ texts: [String: String] = [:]) {
    let files = texts.map { ("/work/\($0.key)", Array($0.value.utf8)) }
    contents = Mutex(Dictionary(uniqueKeysWithValues: files))
  }

  func absolutePath(_ path: String) -> String { path.hasPrefix("/") ? path : "/work/\(path)" }

  func exists(_ path: String) -> Bool {
    let isService = path.hasSuffix(".swift") && !path.hasSuffix("/Package.swift")
    return isService || isFolder(path) || contents.withLock { $0[absolutePath(path)] != nil }
  }

  func isFolder(_ path: String) -> Bool {
    contents.withLock { $0.keys.contains { $0.hasPrefix(absolutePath(path) + "/") } }
  }

  func isExecutable(_ path: String) -> Bool { path.hasSuffix(".run") }

  func readBytes(_ path: String) throws(FileFailure) -> [UInt8] {
    guard let bytes = contents.withLock({ $0[absolutePath(path)] }) else {
      throw FileFailure("cannot read \(path): there is no such file")
    }
    return bytes
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    if let refusal = refusal.withLock({ $0 }) {
      throw FileFailure("cannot write \(path): \(refusal); nothing was changed")
    }
    contents.withLock { $0[absolutePath(path)] = bytes }
  }

  func entries(of folder: String) -> [String] {
    let start = absolutePath(folder)
    let names = contents.withLock { $0.keys.filter { $0.hasPrefix(start) } }
      .map { $0.dropFirst(start.count) }
    return Set(names.map { $0.prefix { $0 != "/" } + ($0.contains("/") ? "/" : "") }).sorted()
      .map(String.init)
  }

  /// The text of a file; empty if there is none.
  func text(_ path: String) -> String {
    String(decoding: contents.withLock { $0[absolutePath(path)] } ?? [], as: UTF8.self)
  }
}
