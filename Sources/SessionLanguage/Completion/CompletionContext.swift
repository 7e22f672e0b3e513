package import Diagnostics

/// What may be entered at a place of a text that is being typed.
package struct CompletionContext: Hashable, Sendable {
  /// What a word at the place is.
  package enum Kind: Hashable, Sendable {
    /// The first word of a line: a verb, a command or a word of the language.
    case firstWord

    /// What follows `NAME =`: a verb, `for` or `parallel`.
    case boundWord

    /// The service that a verb is sent to.
    case service(verb: String)

    /// The path of a call, with its leading `/`.
    case path(verb: String, service: String)

    /// The name of an item of a call.
    case itemName(CallContext)

    /// A variable or a function, with its `$`.
    case variable

    /// A field of what the end of a line up to there stands for: `$order.lines`, or `$`, the item
    /// that a predicate is about, in `$order.lines[qty > 1 and $`.
    case field(of: String)

    /// The name of a step, as an argument of `command`.
    case step(command: String)

    /// The name of a file, as an argument of `command`, or in an item (nil).
    case file(command: String?)

    /// An argument of a command; `given` are the arguments before it, and the names of its items.
    case argument(command: String, given: [String])

    /// Nothing that is known.
    case nothing
  }

  /// A call as far as it has been typed.
  package struct CallContext: Hashable, Sendable {
    /// The verb in capitals.
    package var verb: String

    /// The service.
    package var service: String

    /// The path as it is written, with its leading `/`.
    package var path: String

    /// The names of the items that are there.
    package var given: [String]
  }

  /// What the word is.
  package var kind: Kind

  /// The bytes up to the cursor that a completion replaces.
  package var range: SourceRange

  /// Their text.
  package var prefix: String

  /// What may be entered in `text` at the UTF-8 offset `offset`.
  package static func at(
    _ text: String, offset: Int, context: ParseContext = .session
  ) -> CompletionContext {
    let typed = String(decoding: text.utf8.prefix(max(0, offset)), as: UTF8.self)
    let words = TypedLine(typed)
    let (kind, start) = words.isInComment ? (.nothing, words.end) : CompletionSearch(words).find()
    return CompletionContext(
      kind: kind, range: SourceRange(start, words.end), prefix: words.source.text(start, words.end))
  }
}
