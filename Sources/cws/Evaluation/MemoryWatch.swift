import Foundation
import Synchronization

/// Notices when the program has taken more memory than one evaluation should.
///
/// It is asked very often, and looks at the system's figure a few times a second.
final class MemoryWatch: Sendable {
  /// The most bytes.
  let limit: UInt64

  /// When the figure is read again, by the clock of the machine in nanoseconds.
  private let nextReading = Atomic<UInt64>(0)

  /// Whether the last figure was too large.
  private let wasExceeded = Atomic<Bool>(false)

  /// The nanoseconds between two readings.
  private static let interval: UInt64 = 20_000_000

  /// Creates a watch that allows half of the memory of the machine, or of the container.
  init() {
    limit = min(ProcessInfo.processInfo.physicalMemory, Self.containerBytes ?? .max) / 2
  }

  /// Whether the program has more memory than it should; stays true once it was found so.
  var isExceeded: Bool {
    let now = DispatchTime.now().uptimeNanoseconds
    if now >= nextReading.load(ordering: .relaxed) {
      nextReading.store(now + Self.interval, ordering: .relaxed)
      if Self.residentBytes ?? 0 > limit { wasExceeded.store(true, ordering: .relaxed) }
    }
    return wasExceeded.load(ordering: .relaxed)
  }

  /// The bytes that the control group of the container allows, if it does not allow all.
  private static let containerBytes = numbers(in: "/sys/fs/cgroup/memory.max").first

  /// The bytes of memory that the program has; nil on systems that do not tell.
  private static var residentBytes: UInt64? {
    numbers(in: "/proc/self/statm").dropFirst().first.map { pages in
      pages * UInt64(sysconf(Int32(_SC_PAGESIZE)))
    }
  }

  /// The numbers in the file `path` of the system, one after the other.
  private static func numbers(in path: String) -> [UInt64] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(whereSeparator: \.isWhitespace).compactMap { UInt64($0) }
  }
}
