import FoundationEssentials
import Glibc

/// The session of processes that a command leads, with those that it has put into groups of their
/// own, as SwiftPM does with compilers.
struct ProcessSession: Sendable {
  /// The number of the process that leads it, or did.
  let leader: Int32

  /// Ends all its processes at once.
  func kill() {
    for process in processes { Glibc.kill(process, SIGKILL) }
  }

  /// The numbers of its processes.
  var processes: [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(Int32.init).filter { Self.session(of: $0) == leader }
  }

  /// The session of `process`: the fourth word after its name, which stands in brackets.
  private static func session(of process: Int32) -> Int32? {
    guard let bytes = try? Files.read("/proc/\(process)/stat"),
      let end = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let words = bytes[(end + 1)...].split(separator: UInt8(ascii: " "))
    return words.count > 3 ? Int32(String(decoding: words[3], as: UTF8.self)) : nil
  }
}
