package import ServiceModel

/// The services that come with the shell.
package enum StandardServices {
  /// The services by name.
  package static let all: [String: ServiceDefinition] = [
    "template": TemplateService.definition
  ]
}
