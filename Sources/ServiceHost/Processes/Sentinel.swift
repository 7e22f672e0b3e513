import Glibc

/// A small process that ends the service processes when the host is gone, however it went.
///
/// The host tells it which process groups there are. When the connection breaks, because the host
/// closed it or was killed, the sentinel kills the groups that are left, and ends. Each group leads a
/// session, and what it started in groups of their own, as builds do, is found by that session. The
/// sentinel is a session of its own, so that no key pressed in the host's terminal reaches it.
struct Sentinel: Sendable {
  /// What the sentinel runs: `+ GROUP` and `- GROUP` until the end of its input.
  private static let script = """
    trap '' HUP INT QUIT TERM
    groups=' '
    while read -r sign group; do
      case $sign in
        +) groups="$groups$group " ;;
        -) groups="${groups%% $group *} ${groups#* $group }" ;;
      esac
    done
    for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
    for process in /proc/[0-9]*; do
      read -r line 2>/dev/null < "$process/stat" || continue
      set -- ${line##*) }
      case $groups in *" $4 "*) kill -s KILL "${process#/proc/}" 2>/dev/null ;; esac
    done
    """

  /// The host's end of the connection.
  private let descriptor: CInt

  /// The number of the sentinel's own process.
  let pid: pid_t

  /// Starts a sentinel.
  init() throws(ChildProcess.SpawnError) {
    let sockets = try DescriptorPair.socketsToChild()
    defer { close(sockets.child) }
    let program = ChildProcess.Program(
      executable: "/bin/sh", arguments: ["-c", Self.script],
      environment: ["PATH": "/usr/bin:/bin"], workingDirectory: "/")
    do throws(ChildProcess.SpawnError) {
      pid = try ChildProcess(
        program, input: sockets.child, output: NullDevice.descriptor,
        error: NullDevice.descriptor, ended: { _, _ in }
      ).pid
    } catch {
      close(sockets.own)
      throw error
    }
    descriptor = sockets.own
  }

  /// Watches over the process group `group`.
  func watch(_ group: pid_t) {
    tell("+ \(group)\n")
  }

  /// Forgets the process group `group`, which has ended.
  func forget(_ group: pid_t) {
    tell("- \(group)\n")
  }

  /// Ends the sentinel and what it watches over.
  func dismiss() {
    close(descriptor)
  }

  // MARK: -

  /// Sends a line; without a sentinel to read it there is nothing to be done.
  private func tell(_ line: String) {
    let bytes = Array(line.utf8)
    let flags = CInt(MSG_NOSIGNAL)
    _ = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, flags) }
  }
}
