/// A text that is added to others often.
///
/// Its bytes have memory of their own, so that adding them counts no reference. `@unchecked
/// Sendable`: nobody changes them.
final class FixedText: @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Copies `text`.
  convenience init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// Copies `bytes`, which are UTF-8.
  init(_ bytes: [UInt8]) {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = memory.initialize(fromContentsOf: bytes)
    self.bytes = UnsafeBufferPointer(memory)
  }

  /// Gives the memory back.
  deinit { bytes.deallocate() }

  /// The number of bytes.
  var count: Int { bytes.count }

  /// Adds the text to `output`.
  @inline(__always)
  func append(to output: inout [UInt8]) {
    output.append(contentsOf: bytes)
  }

  /// Writes the text before `end` of `buffer`, and moves that to its start.
  @inline(__always)
  func write(to buffer: UnsafeMutableBufferPointer<UInt8>, before end: inout Int) {
    for byte in bytes.reversed() {
      end -= 1
      buffer[end] = byte
    }
  }
}
