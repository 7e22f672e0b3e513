internal import CEditline

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A value of `errno`.
package struct SystemCode: Error, Hashable, Sendable {
  /// The value.
  package var number: Int32

  /// Creates a code from its number.
  package init(number: Int32) {
    self.number = number
  }

  /// The code that the last system call of this thread left.
  static var last: SystemCode { SystemCode(number: errno) }
}

extension SystemCode: CustomStringConvertible {
  package var description: String {
    var buffer = [CChar](repeating: 0, count: 256)
    ceditline_error_text(number, &buffer, buffer.count)
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
