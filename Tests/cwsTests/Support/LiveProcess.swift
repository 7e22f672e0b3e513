import Foundation

/// A process of this machine, by its number and the time of its start.
struct LiveProcess: Hashable {
  /// Its number.
  let id: Int32

  /// Its parent's number.
  private let parent: Int32

  /// When it started, in ticks: numbers are used again.
  private let start: String

  /// The state's letter: `Z` is one that has ended.
  private let state: String

  /// Reads what the system says of process `id`; nil without such a process.
  init?(_ id: Int32) {
    guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[end...].split(separator: " ").dropFirst().map { String($0) }
    guard fields.count > 19 else { return nil }
    self.id = id
    state = fields[0]
    parent = Int32(fields[1]) ?? 0
    start = fields[19]
  }

  /// Whether it still runs.
  var isRunning: Bool {
    guard let now = LiveProcess(id), now.start == start else { return false }
    return now.state != "Z" && now.state != "X"
  }

  /// The processes that `id` started, and those that they started.
  static func descendants(of id: Int32) -> [LiveProcess] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let all = names.compactMap { Int32($0) }.compactMap { LiveProcess($0) }
    var found: [LiveProcess] = []
    var parents: Set<Int32> = [id]
    while true {
      let children = all.filter { parents.contains($0.parent) && !found.contains($0) }
      if children.isEmpty { return found }
      found += children
      parents = Set(children.map(\.id))
    }
  }
}
