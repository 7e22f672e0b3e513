package import Diagnostics
package import ServiceModel
package import SessionLanguage
package import StatesLanguage

/// A call whose service and route are known and whose parameters are in their places.
package struct ResolvedCall: Sendable {
  /// The call as it was written.
  package var call: Call

  /// The name of the service.
  package var service: String

  /// The route; nil for `INVOKE` and for a service that does not describe itself.
  package var route: Route?

  /// What is wrong, or worth a hint.
  package var diagnostics: DiagnosticSet

  /// The payload under construction.
  var draft: TemplateDraft

  /// The event that the service gets from a workflow, or what `INVOKE` sends.
  package var payload: Template { draft.template }

  /// What gives the reshaped result, from the result of `lambda:invoke` in `$states.result`; nil if
  /// the result is not reshaped.
  package var result: Template? {
    guard let reshape = call.reshape else { return nil }
    return TemplateDraft.formula(reshape.formula.inContext(of: Formula.payload.source)).template
  }

  /// Whether the payload is an HTTP request, which the prompt sends as such.
  package var isRequest: Bool { call.verb.text != Call.invokeVerb }

  /// The variables that the payload reads, without `$`.
  package var reads: Set<String> { draft.reads }

  /// The expressions of the payload; `{id}` in a path, which only names a parameter, is none.
  package var expressions: [Expression] {
    let names = route?.path.parameterNames ?? []
    let inPath = call.path.expressions.filter { !names.contains($0.source) }
    return inPath + call.items.flatMap(\.expressions)
  }
}

extension Call {
  /// The verb of a call that sends a raw event.
  package static let invokeVerb = "INVOKE"
}

extension Item {
  /// The expressions in it.
  var expressions: [Expression] {
    switch kind {
    case .text(let text), .query(let text), .header(let text): text.expressions
    case .value(let expression), .body(let expression): [expression]
    case .bodyFile, .upload, .valueFile: []
    }
  }
}
