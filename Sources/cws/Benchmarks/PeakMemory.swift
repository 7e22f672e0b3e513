import Foundation

/// The most memory that the program has had.
enum PeakMemory {
  /// The bytes since the program started; nil on systems that do not tell.
  static var bytes: Int? { figure("VmHWM") }

  /// The bytes that the program has now; nil on systems that do not tell.
  static var residentBytes: Int? { figure("VmRSS") }

  /// The figure called `name` in the system's account of the program.
  private static func figure(_ name: String) -> Int? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map {
      $0 * 1024
    }
  }
}
