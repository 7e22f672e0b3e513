/// The files of which a service is made, as far as someone edits them.
struct WatchedFiles: Equatable, Sendable {
  /// Single files.
  var files: Set<String> = []

  /// Folders all of whose files count, but hidden ones.
  var trees: Set<String> = []

  /// The folders to watch: those of the files, and the trees with all that is in them.
  var folders: Set<String> {
    Set(files.map(Files.folder)).union(trees.flatMap(Self.folders))
  }

  /// Whether the service is made of the file at `path`, among others.
  func contains(_ path: String) -> Bool {
    files.contains(path) || trees.contains { Self.holds($0, path) }
  }

  // MARK: -

  /// Whether `path` is a file in the tree `tree`, and neither hidden nor in a hidden folder.
  private static func holds(_ tree: String, _ path: String) -> Bool {
    path.hasPrefix(tree + "/") && !path.dropFirst(tree.count).contains("/.")
  }

  /// The folder `tree` with those in it, but for hidden ones.
  private static func folders(of tree: String) -> [String] {
    [tree] + Files.folders(in: tree).flatMap { folders(of: tree + "/" + $0) }
  }
}

extension ServiceSource {
  /// The files whose change makes a loaded service out of date on `stage`.
  func watchedFiles(stage: String) -> WatchedFiles {
    var files = folder.map { DotEnv.files(in: $0, stage: stage) } ?? []
    var trees: Set<String> = []
    switch self {
    case .bundled: break
    case .swiftPackage(let path, _): trees = [Files.resolved(path)]
    case .swiftFile(let path):
      files += Set([Files.absolute(path), Files.resolved(path)])
    case .executable(let path, _):
      files += Set([Files.absolute(path), Files.resolved(path)])
      files += DescriptionFile.paths(of: Files.absolute(path))
    }
    return WatchedFiles(files: Set(files), trees: trees)
  }
}
