import CSpawn
import Glibc

/// The two ends of a pipe or a pair of sockets, which no program started later inherits.
struct DescriptorPair {
  /// The end that the host keeps.
  let own: CInt

  /// The end that a child process gets.
  let child: CInt

  /// A pipe from a child process.
  static func pipeFromChild() throws(ChildProcess.SpawnError) -> DescriptorPair {
    var ends: [CInt] = [0, 0]
    let result = cspawn_pipe(&ends)
    guard result == 0 else { throw ChildProcess.SpawnError(code: result) }
    return DescriptorPair(own: ends[0], child: ends[1])
  }

  /// A pair of sockets to a child process; unlike a pipe it can be written to without a signal.
  static func socketsToChild() throws(ChildProcess.SpawnError) -> DescriptorPair {
    var ends: [CInt] = [0, 0]
    let type = CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw ChildProcess.SpawnError(code: errno)
    }
    return DescriptorPair(own: ends[0], child: ends[1])
  }
}

/// The file that is always empty and swallows everything.
enum NullDevice {
  /// A descriptor of it, opened once.
  static let descriptor: CInt = open("/dev/null", O_RDWR | O_CLOEXEC)
}
