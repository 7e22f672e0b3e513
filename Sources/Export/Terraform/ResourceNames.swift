import HCL

/// What the services and workflows of a deployment are called in its files and on AWS.
struct ResourceNames {
  /// The longest name of one thing on AWS, so that with prefix and stage all limits hold.
  static let maximumLength = 24

  /// The longest prefix.
  static let maximumPrefixLength = 20

  /// The longest name of a stage.
  static let maximumStageLength = 9

  /// The name of each service in the files.
  private let services: [String: String]

  /// The name of each workflow in the files.
  private let workflows: [String: String]

  /// The prefix of all names on AWS, where nothing else is asked.
  let prefix: String

  /// Names what `deployment` holds.
  init(_ deployment: Deployment) {
    services = Self.identifiers(deployment.services.map(\.name))
    workflows = Self.identifiers(deployment.workflows.map(\.name))
    let name = Self.identifier(deployment.name, separator: "-").lowercased()
    prefix = String(name.drop { !$0.isLetter }.prefix(Self.maximumPrefixLength))
      .trimmingDashes(orElse: "cws")
  }

  /// The name of `service` in the files.
  subscript(service: DeployedService) -> String { services[service.name] ?? service.name }

  /// The name of `workflow` in the files.
  subscript(workflow: DeployedWorkflow) -> String { workflows[workflow.name] ?? workflow.name }

  /// The name of a service in the files, if there is one that is called `name`.
  func service(_ name: String) -> String? { services[name] }

  /// Where the package of `service` is.
  func packagePath(of service: DeployedService) -> String { "packages/\(self[service]).zip" }

  /// Where the definition of `workflow` is.
  func definitionPath(of workflow: DeployedWorkflow) -> String { "\(self[workflow]).asl.json" }

  /// The name on AWS of what the files call `identifier`, after the prefix.
  ///
  /// Long names end with a checksum, which keeps them distinct.
  static func physicalName(_ identifier: String) -> String {
    guard identifier.utf8.count > maximumLength else { return identifier }
    let checksum = String(identifier.checksum, radix: 36)
    return identifier.prefix(maximumLength - checksum.count - 1) + "-" + checksum
  }

  // MARK: -

  /// A distinct identifier for each of `names`, even where case does not count.
  private static func identifiers(_ names: [String]) -> [String: String] {
    var identifiers: [String: String] = [:]
    var taken: Set<String> = []
    for name in Set(names).sorted() {
      let base = identifier(name, separator: "_")
      var candidate = base
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(base)_\(number)"
        number += 1
      }
      identifiers[name] = candidate
    }
    return identifiers
  }

  /// `name` with `separator` for everything that may not be in an identifier.
  private static func identifier(_ name: String, separator: Character) -> String {
    let text = String(
      name.map { character in
        let isPlain = character.isASCII && (character.isLetter || character.isNumber)
        return isPlain || character == "_" || character == "-" ? character : separator
      })
    return text.first?.isLetter == true ? text : "x\(separator)\(text)"
  }
}

extension String {
  /// A checksum of 32 bits (FNV-1a).
  fileprivate var checksum: UInt32 {
    utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  /// The text without dashes at its end, or `other` if nothing is left.
  fileprivate func trimmingDashes(orElse other: String) -> String {
    let text = self[..<(lastIndex { $0 != "-" && $0 != "_" }.map(index(after:)) ?? startIndex)]
    return text.isEmpty ? other : String(text)
  }
}
