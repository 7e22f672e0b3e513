/// The language of a state's expressions.
package enum QueryLanguage: String, Hashable, Sendable, CaseIterable {
  /// Reference paths and intrinsic functions; what a machine uses that does not say.
  case jsonPath = "JSONPath"

  /// `{% … %}` with JSONata.
  case jsonata = "JSONata"
}
