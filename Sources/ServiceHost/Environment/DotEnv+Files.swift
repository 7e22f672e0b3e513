import Glibc

extension DotEnv {
  /// The files with variables for `stage` in `folder`, in the order in which they count.
  static func files(in folder: String, stage: String) -> [String] {
    [folder + "/.env", folder + "/.env." + stage]
  }

  /// What `.env` and `.env.STAGE` in `folder` set, where they exist.
  ///
  /// The second file overrides the first. `${NAME}` may stand for a variable of the host's own
  /// environment, from which nothing is taken without being named.
  static func variables(
    in folder: String, stage: String
  ) throws(ServiceHostError) -> [String: String] {
    var variables: [String: String] = [:]
    for path in files(in: folder, stage: stage) where Files.exists(path) {
      guard let text = String(validating: try Files.read(path), as: UTF8.self) else {
        throw ServiceHostError(.environment, "\(path) is not UTF-8")
      }
      let before = variables
      do throws(Mistake) {
        let file = try DotEnv(text) { before[$0] ?? getenv($0).map { String(cString: $0) } }
        variables.merge(file.variables) { $1 }
      } catch {
        throw ServiceHostError(.environment, "\(path):\(error.line): \(error.message)")
      }
    }
    return variables
  }
}
