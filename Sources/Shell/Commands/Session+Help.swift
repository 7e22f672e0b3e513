import Diagnostics
import JSONata
import ServiceModel
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// `help [TOPIC]`, `X?`.
  func help(_ topic: Name?) throws(SessionFailure) {
    guard let topic else { return print(.text(Self.overview)) }
    let word = topic.text.hasPrefix("$") ? String(topic.text.dropFirst()) : topic.text
    if let found = HelpTopic.named(word) { return print(.text(Self.text(of: found))) }
    if let service = catalog.services[word] { return print(.text(Self.signatures(of: service))) }
    if let function = JSONataBuiltins.function(named: word) {
      return print(.text(StyledText(function.signature, .strong) + "\n  \(function.summary)"))
    }
    if try showThing(named: word) { return }
    throw unknownTopic(word)
  }

  /// `routes [SERVICE]`.
  func showRoutes(_ name: Name?) throws(SessionFailure) {
    let services: [ServiceDescription]
    if let name {
      services = [catalog.services[try knownService(name)]].compactMap { $0 }
    } else {
      services = catalog.services.values.sorted { $0.name < $1.name }
    }
    guard !services.isEmpty else { throw .message("no service is loaded", help: "see `help load`") }
    for service in services { print(.text(Self.signatures(of: service))) }
  }

  /// A service's routes with their parameters and what they are for.
  static func signatures(of service: ServiceDescription) -> StyledText {
    var text = StyledText(service.name, .strong)
    if let summary = service.summary { text.append("  \(summary)") }
    for route in service.routes {
      text.append("\n  ")
      text.append(route.signature(of: service.name))
      text.append("  \(Self.access(to: route, of: service))", .faint)
      if let summary = route.summary { text.append("\n      \(summary)", .faint) }
    }
    return text
  }

  // MARK: -

  /// Who may call `route` besides workflows and IAM's users.
  private static func access(to route: Route, of service: ServiceDescription) -> String {
    if route.isPublic { return "public" }
    return service.hasAuthorizer ? "authorizer" : "IAM only"
  }

  /// The topics by their groups.
  private static var overview: StyledText {
    var text = StyledText()
    for group in HelpTopic.Group.allCases {
      if !text.isEmpty { text.append("\n\n") }
      text.append(group.rawValue, .strong)
      for topic in HelpTopic.all where topic.group == group {
        let padding = String(repeating: " ", count: max(1, 12 - topic.name.count))
        text.append("\n  \(topic.name)\(padding)\(topic.summary)")
      }
    }
    text.append("\n\n`help TOPIC` tells more; `SERVICE?` lists a service's routes.", .faint)
    return text
  }

  /// All about one topic.
  private static func text(of topic: HelpTopic) -> StyledText {
    var text = StyledText(topic.usage, .strong)
    text.append("\n\(topic.summary)")
    if !topic.details.isEmpty { text.append("\n\n\(topic.details)") }
    return text
  }

  /// The failure of a topic that nothing is known of.
  private func unknownTopic(_ word: String) -> SessionFailure {
    let known = HelpTopic.all.map(\.name) + catalog.services.keys.sorted() + JSONataBuiltins.names
    let nearest = nearestName(to: word, among: known)
    return .message(
      "there is no help on `\(word)`",
      help: nearest.map { "did you mean `\($0)`?" } ?? "`help` lists the topics")
  }
}
