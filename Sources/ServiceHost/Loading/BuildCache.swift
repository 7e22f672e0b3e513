import FoundationEssentials
import Glibc

/// The folder of all that was built, by the hash of what it was built of.
struct BuildCache: Hashable, Sendable {
  /// A kind of entries: the name of their folder.
  enum Kind: String, CaseIterable {
    /// Programs that expand macros.
    case macros

    /// Authors' libraries.
    case libraries

    /// SwiftPM's folders of checkouts of CoWorks.
    case checkouts

    /// SwiftPM's folders of packages.
    case packages

    /// Compiled services.
    case services

    /// The most entries that are kept.
    fileprivate var limit: Int {
      switch self {
      case .macros, .libraries, .checkouts: 8
      case .packages: 16
      case .services: 200
      }
    }
  }

  /// How many seconds an entry is kept that nobody uses.
  private static let lifetime = 30 * 24 * 3_600

  /// Its path.
  let path: String

  /// The folder of the entry `key`.
  func folder(_ kind: Kind, _ key: String) -> String {
    "\(path)/\(kind.rawValue)/\(key.prefix(24))"
  }

  /// Notes that the entries at `paths` were used now.
  func touch(_ paths: String...) {
    for path in paths { utimensat(AT_FDCWD, path, nil, 0) }
  }

  /// Removes entries that have not been used for 30 days, and the oldest beyond a number of them.
  func removeOldEntries() {
    for kind in Kind.allCases {
      let entries = entries(of: kind)
      let oldest = time(nil) - Self.lifetime
      for (index, entry) in entries.enumerated() where index >= kind.limit || entry.used < oldest {
        Files.remove(entry.path)
      }
    }
  }

  // MARK: -

  /// The entries of `kind`, those used last before the others.
  private func entries(of kind: Kind) -> [(path: String, used: Int)] {
    let folder = "\(path)/\(kind.rawValue)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.map { name in
      var status = stat()
      let path = "\(folder)/\(name)"
      return (path, stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0)
    }.sorted { $0.used > $1.used }
  }
}
