extension ServiceSource {
  /// The folder in which the service lies, with its `.env` files; a bundled service has none.
  var folder: String? {
    switch self {
    case .bundled: nil
    case .swiftPackage(let path, _): Files.resolved(path)
    case .swiftFile(let path), .executable(let path, _):
      Files.folder(of: Files.absolute(path))
    }
  }
}
