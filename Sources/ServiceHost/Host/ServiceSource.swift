/// Where a service comes from.
package enum ServiceSource: Hashable, Sendable {
  /// A service that comes with the tool.
  case bundled(String)

  /// A one-file service in Swift.
  case swiftFile(path: String)

  /// A program that speaks the Lambda Runtime API.
  case executable(path: String, arguments: [String] = [])

  /// The name that the service has unless another is given.
  var defaultName: String {
    switch self {
    case .bundled(let name): return name
    case .swiftFile(let path), .executable(let path, _):
      let file = path.split(separator: "/").last.map(String.init) ?? path
      guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
      return String(file[..<dot])
    }
  }
}

/// How far the loading of a service is.
package enum LoadProgress: Hashable, Sendable {
  /// Another process builds the authors' library; this one waits for it.
  case waitingForAnotherBuild

  /// The authors' library is being built: a line of the build, and the part that is done, from 0
  /// to 1, if the line tells.
  case buildingToolkit(line: String, fraction: Double?)

  /// A file is being compiled.
  case compiling(file: String)

  /// The compiled program of a file was found.
  case cached(file: String)

  /// The program is asked for its routes.
  case describing(service: String)
}
