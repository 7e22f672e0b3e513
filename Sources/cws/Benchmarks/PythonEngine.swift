import ArgumentParser
import JSON
import Subprocess
import SystemPackage

/// Another engine, as Python's package and a way to hand it the input.
struct PythonEngine {
  /// What `bench_py.py` calls it.
  let name: String

  /// The package.
  let package: String

  /// The engines: each on Python's values, and on documents of its own.
  static let all = [
    PythonEngine(name: "jlens", package: "jlens"),
    PythonEngine(name: "jlens-doc", package: "jlens"),
    PythonEngine(name: "jsonatapy", package: "jsonatapy"),
    PythonEngine(name: "jsonatapy-data", package: "jsonatapy"),
  ]

  /// The packages, in the order in which they are shown.
  static let packages = ["jlens", "jsonatapy"]

  /// The engines whose packages `python` has.
  static func installed(in python: String) async throws -> [PythonEngine] {
    var known: Set<String> = []
    for package in packages where try await run(python, ["-c", "import \(package)"]).isFine {
      known.insert(package)
    }
    return all.filter { known.contains($0.package) }
  }

  /// The median of the nanoseconds that the engine takes for a case; nil where it fails or has a
  /// wrong result.
  func time(
    of item: String, rounds: Int, python: String, folder: String
  ) async throws -> Double? {
    let result = try await Self.run(
      python, ["\(folder)/bench_py.py", name, "--only", item, "--rounds", "\(rounds)"])
    guard let record = try? JSONReader.read(result.output) else {
      throw BenchmarkFailure("\(name) did not run: \(result.error)")
    }
    return record["ok"] == false ? nil : record["ns"]?.doubleValue
  }

  /// Runs `python` and waits for its end.
  private static func run(
    _ python: String, _ arguments: [String]
  ) async throws -> (isFine: Bool, output: String, error: String) {
    let result = try await Subprocess.run(
      python.contains("/") ? .path(FilePath(python)) : .name(python),
      arguments: Arguments(arguments), output: .string(limit: 1 << 20),
      error: .string(limit: 1 << 20))
    return (result.terminationStatus.isSuccess, result.standardOutput, result.standardError)
  }
}
