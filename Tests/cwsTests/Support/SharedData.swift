import Foundation
import JSON

/// The data that the project keeps beside its sources, in `../shared`.
enum SharedData {
  /// The folder `path` of the data, found by walking up from this file; nil if it is not there.
  static func folder(_ path: String) -> URL? {
    var directory = URL(filePath: #filePath)
    while directory.path != "/" {
      directory.deleteLastPathComponent()
      let candidate = directory.appending(path: "shared/\(path)")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return nil
  }
}
