import Diagnostics
import ServiceHost

extension Session {
  /// What `text` names: a bundled service, a Swift file, or a program.
  func serviceSource(_ text: String) throws(ServiceHostError) -> ServiceSource {
    if surroundings.bundledServices.contains(where: { $0.name == text }) { return .bundled(text) }
    guard let path = existingPath(text) else { throw notFound(text) }
    if path.hasSuffix(".swift") { return .swiftFile(path: path) }
    if surroundings.files.isExecutable(path) { return .executable(path: path) }
    throw ServiceHostError(
      .unreadableFile, "\(text) is no service",
      help: "load a Swift file, or a program that may be executed (chmod +x)")
  }

  /// The names of the bundled services, as a sentence has them.
  private func notFound(_ text: String) -> ServiceHostError {
    let names = surroundings.bundledServices.map(\.name)
    let nearest = nearestName(to: text, among: names).map { "did you mean `\($0)`? " } ?? ""
    let known = names.joined(separator: ", ")
    return ServiceHostError(
      .unknownService, "there is no service and no file `\(text)`",
      help: "\(nearest)bundled services: \(known); or give the path of a Swift file")
  }
}
