package import ServiceHost

/// What is being done while it takes long.
package struct WorkProgress: Hashable, Sendable {
  /// What it is.
  package var title: String

  /// How far it is.
  package var detail = ""

  /// Whether it takes so long that a script tells of it too.
  package var isLong = false

  /// The title and how far it is.
  package var text: String { detail.isEmpty ? title : "\(title)  \(detail)" }
}

extension LoadProgress {
  /// What is being done, for people.
  package var shown: WorkProgress {
    switch self {
    case .waitingForAnotherBuild:
      WorkProgress(title: "waiting for another build of the library for services", isLong: true)
    case .buildingToolkit(let line, let fraction):
      WorkProgress(
        title: "building the library for services, once",
        detail: (fraction.map { "\(Int($0 * 100)) %  " } ?? "") + line, isLong: true)
    case .buildingPackage(let path, let line, let fraction):
      WorkProgress(
        title: "building \(path)", detail: (fraction.map { "\(Int($0 * 100)) %  " } ?? "") + line,
        isLong: true)
    case .compiling(let file): WorkProgress(title: "compiling \(file)")
    case .cached(let file): WorkProgress(title: "\(file) is built")
    case .describing(let service): WorkProgress(title: "asking \(service) for its routes")
    }
  }
}
