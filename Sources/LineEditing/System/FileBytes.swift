#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reading and writing of descriptors.
enum FileBytes {
  /// Reads at most `count` bytes; none means the end.
  static func read(_ descriptor: Int32, upTo count: Int) -> Result<[UInt8], SystemCode> {
    while true {
      var failure: SystemCode?
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        #if canImport(Darwin)
          let result = Darwin.read(descriptor, buffer.baseAddress, count)
        #else
          let result = Glibc.read(descriptor, buffer.baseAddress, count)
        #endif
        failure = result < 0 ? SystemCode.last : nil
        initialized = max(0, result)
      }
      guard let failure else { return .success(bytes) }
      guard failure.number == EINTR else { return .failure(failure) }
    }
  }

  /// Reads everything up to the end.
  static func readAll(_ descriptor: Int32) -> Result<[UInt8], SystemCode> {
    var all: [UInt8] = []
    while true {
      switch read(descriptor, upTo: 1 << 18) {
      case .failure(let code): return .failure(code)
      case .success(let bytes) where bytes.isEmpty: return .success(all)
      case .success(let bytes): all += bytes
      }
    }
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> SystemCode? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        #if canImport(Darwin)
          let count = Darwin.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #else
          let count = Glibc.write(
            descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        #endif
        if count < 0 {
          guard errno == EINTR else { return SystemCode.last }
        } else {
          rest = rest.dropFirst(count)
        }
      }
      return nil
    }
  }

  /// Closes a descriptor.
  static func close(_ descriptor: Int32) {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
  }
}
