import Foundation

/// The files and folders that the tool uses.
enum Locations {
  /// Where built services are kept: `$CWS_CACHE`, else `coworks` in the user's cache folder.
  static var cache: String {
    environment("CWS_CACHE") ?? base("XDG_CACHE_HOME", ".cache") + "/coworks"
  }

  /// The file of the history: `history` in the user's state folder.
  static var history: String { base("XDG_STATE_HOME", ".local/state") + "/coworks/history" }

  /// This program.
  static var executable: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }

  /// The checkout that holds the authors' library: `$CWS_TOOLKIT`, else the package that this
  /// program was built in.
  static var toolkit: String {
    environment("CWS_TOOLKIT") ?? packageAbove(executable) ?? packageAbove(#filePath) ?? ""
  }

  /// The program that expands the authors' macros, `$CWS_MACROS`, if it has been built of
  /// ``toolkit`` already.
  static var macros: String? { environment("CWS_MACROS") }

  /// The nearest folder above `path` that holds the package.
  private static func packageAbove(_ path: String) -> String? {
    var url = URL(filePath: path).standardizedFileURL
    while url.path != "/" {
      url.deleteLastPathComponent()
      let manifest = url.appending(path: "Package.swift").path
      let sources = url.appending(path: "Sources/Coworks").path
      let files = FileManager.default
      if files.fileExists(atPath: manifest), files.fileExists(atPath: sources) { return url.path }
    }
    return nil
  }

  /// The folder that the variable `name` names, else `fallback` in the user's home.
  private static func base(_ name: String, _ fallback: String) -> String {
    environment(name) ?? FileManager.default.homeDirectoryForCurrentUser.path + "/" + fallback
  }

  /// The value of the environment's variable `name`, unless it is empty.
  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
