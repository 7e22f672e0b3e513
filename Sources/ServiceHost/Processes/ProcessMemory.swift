import Glibc

/// The memory of processes, as the system counts it.
enum ProcessMemory {
  /// The bytes that the process `pid` and all that it started have in memory; none if it is gone.
  static func resident(of pid: pid_t) -> Int {
    residentAlone(pid) + children(of: pid).reduce(0) { $0 + resident(of: $1) }
  }

  // MARK: -

  /// The bytes that the process `pid` by itself has in memory.
  private static func residentAlone(_ pid: pid_t) -> Int {
    let fields = read("/proc/\(pid)/statm").split(separator: " ")
    return (fields.count > 1 ? Int(fields[1]) ?? 0 : 0) * Int(sysconf(CInt(_SC_PAGESIZE)))
  }

  /// The processes that the threads of the process `pid` started.
  private static func children(of pid: pid_t) -> [pid_t] {
    threads(of: pid).flatMap { thread in
      read("/proc/\(pid)/task/\(thread)/children").split(separator: " ").compactMap { pid_t($0) }
    }
  }

  /// The numbers of the threads of the process `pid`.
  private static func threads(of pid: pid_t) -> [String] {
    guard let folder = opendir("/proc/\(pid)/task") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.first?.isNumber == true { names.append(name) }
    }
    return names
  }

  /// The text of a short file of the system's; empty if there is none.
  private static func read(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    return String(unsafeUninitializedCapacity: 4_096) {
      max(0, Glibc.read(descriptor, $0.baseAddress, $0.count))
    }
  }
}
