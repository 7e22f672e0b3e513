import Foundation
import JSON
import JSONata
import Synchronization

/// The conformance data that the project keeps beside its sources.
enum ConformanceData {
  /// The folder, found by walking up from this file; nil if it is not there.
  static let folder: URL? = {
    var directory = URL(fileURLWithPath: #filePath)
    while directory.path != "/" {
      directory.deleteLastPathComponent()
      let candidate = directory.appendingPathComponent("shared/conformance/jsonata")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }()

  /// Whether the data is there.
  static var isAvailable: Bool { folder != nil }

  /// The JSON in the file `name`.
  static func json(_ name: String) throws -> JSONValue {
    guard let folder else { return nil }
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return try JSONReader.read(utf8: data)
  }

  /// The text of the file `name`.
  static func text(_ name: String) throws -> String {
    guard let folder else { return "" }
    return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// The nanoseconds of a clock that never goes back.
  static let clock: @Sendable () -> UInt64 = { DispatchTime.now().uptimeNanoseconds }
}

/// The outcome of an evaluation, as the data describes it.
enum Outcome {
  case value(JSONValue?)
  case failure(JSONataError)

  /// What `body` gives or throws.
  init(_ body: () throws(JSONataError) -> JSONValue?) {
    do throws(JSONataError) {
      self = .value(try body())
    } catch {
      self = .failure(error)
    }
  }

  /// The outcome in a message.
  var description: String {
    switch self {
    case .value(let value): value.map { JSONWriter.compact($0) } ?? "undefined"
    case .failure(let error):
      "\(error.code) token=\(error.token ?? "-") position=\(error.position ?? -1): \(error.message)"
    }
  }

  /// The code, if it is an error.
  var code: String? {
    if case .failure(let error) = self { return error.code }
    return nil
  }
}
