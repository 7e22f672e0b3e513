import Diagnostics
import ServiceModel
import SessionLanguage

extension Placement {
  /// Takes the values of the path's parameters from the path.
  mutating func placePath() {
    guard let match else { return }
    for name in match.route.path.parameterNames {
      guard let text = match.parameters[name], !text.isPlaceholder(for: name) else { continue }
      place(Name(name, range: text.range), pathValue(text, name), .path)
    }
  }

  /// The value of the path's parameter `name`, which the path gives as `text`.
  private mutating func pathValue(_ text: InterpolatedText, _ name: String) -> TemplateDraft? {
    if let expression = text.soleExpression { return .formula(expression.formula) }
    return typed(text, schema(of: name, .path), at: text.range)
  }

  /// Fills a parameter of the path that the path itself leaves open, as in `GET stock/{sku} sku=A`.
  mutating func placeInPath(_ item: Item, _ name: Name, _ parameter: Parameter) {
    place(name, value(of: item, parameter.schema), .path)
  }

  /// Reports the parameters that the route needs and the call does not give.
  mutating func checkMissing() {
    guard let route else { return }
    let missing = route.parameters.filter { parameter in
      parameter.isRequired && !given.contains(parameter.name)
        && !(parameter.location == .body && body != nil && !isBodyKnown)
    }
    var names = missing.map(\.name)
    if route.body != nil, route.requiresBody, body == nil, members.isEmpty,
      !given.contains("body")
    {
      names.append("body")
    }
    guard !names.isEmpty else { return }
    diagnostics.insert(.missingParameters(names, of: route, call: call))
  }

  /// What the parameter `name` at `location` must be, as far as the route says.
  func schema(of name: String, _ location: Parameter.Location) -> Schema {
    route?.parameters(in: location).first { $0.name == name }?.schema ?? .any
  }
}

extension InterpolatedText {
  /// Whether the text is only `{name}`: the route's own way to write the parameter.
  fileprivate func isPlaceholder(for name: String) -> Bool { soleExpression?.source == name }
}
