/// How an expression is spread over lines.
enum Layout {
  /// On one line.
  case inline(String)

  /// On several: what ends the first line, the lines between, and what starts the last.
  case spread(open: String, inner: [Line], close: String)

  /// As lines of their own, up to a delimiter that must end its line.
  case heredoc(String)

  /// The widest list that is written on one line.
  private static let maximumTupleWidth = 72

  /// The layout of `expression`: objects have a line for each member, long lists for each element.
  init(_ expression: HCLExpression, mayBeHeredoc: Bool = false) {
    switch expression {
    case .template(let template):
      self = template.soleExpression.map { Layout($0) } ?? .inline(Inline.text(expression))
    case .heredoc(let template):
      self = Layout(heredoc: mayBeHeredoc ? Heredoc(template) : nil, template)
    case .object(let members) where !members.isEmpty:
      self = .spread(open: "{", inner: members.flatMap(Layout.lines).map(\.indented), close: "}")
    case .tuple(let elements): self = Layout(elements: elements, open: "[", close: "]")
    case .call(let name, let arguments): self = Layout(call: name, arguments)
    default: self = .inline(Inline.text(expression))
    }
  }

  /// The lines of the assignment of the value to `name`.
  func assigned(to name: String) -> [Line] {
    let key = Key(name)
    return switch self {
    case .inline(let text), .heredoc(let text): [Line(key: key, value: text)]
    case .spread: lines(before: "\(key.text) = ", after: "")
    }
  }

  /// The lines of a member of an object.
  private static func lines(_ member: HCLMember) -> [Line] {
    Layout(member.value, mayBeHeredoc: true).assigned(to: member.name)
  }

  /// The lines of the value between two texts.
  private func lines(before: String, after: String) -> [Line] {
    switch self {
    case .inline(let text), .heredoc(let text): [Line(before + text + after)]
    case .spread(let open, let inner, let close):
      [Line(before + open)] + inner + [Line(close + after)]
    }
  }

  /// Whether it takes one line.
  private var isInline: Bool {
    if case .inline = self { return true }
    return false
  }
}

extension Layout {
  /// The layout of a text of whole lines, which is quoted where no heredoc can be.
  private init(heredoc: Heredoc?, _ template: HCLTemplate) {
    self = heredoc.map { .heredoc($0.text) } ?? Layout(.template(template))
  }

  /// The layout of a list: on one line if it is short and its elements are.
  private init(elements: [HCLExpression], open: String, close: String) {
    let layouts = elements.map { Layout($0) }
    let inline = Inline.list(elements, open: open, close: close)
    if layouts.allSatisfy(\.isInline) && (inline.count <= Self.maximumTupleWidth) {
      self = .inline(inline)
    } else {
      self = Layout(lines: layouts, open: open, close: close)
    }
  }

  /// The layout of a list with a line for each element.
  private init(lines: [Layout], open: String, close: String) {
    let inner = lines.flatMap { $0.lines(before: "", after: ",") }
    self = .spread(open: open, inner: inner.map(\.indented), close: close)
  }

  /// The layout of a call, whose brackets embrace those of its one long argument.
  private init(call name: String, _ arguments: [HCLExpression]) {
    let layouts = arguments.map { Layout($0) }
    guard let index = layouts.firstIndex(where: { !$0.isInline }) else {
      self = .inline(Inline.text(.call(name, arguments)))
      return
    }
    let before = arguments[..<index].map(Inline.text)
    let after = arguments[(index + 1)...].map(Inline.text)
    guard case .spread(let open, let inner, let close) = layouts[index],
      layouts[(index + 1)...].allSatisfy(\.isInline),
      !(before + after).contains(where: \.hasEqualSign)
    else {
      self = Layout(lines: layouts, open: "\(name)(", close: ")")
      return
    }
    self = .spread(
      open: "\(name)(" + before.map { $0 + ", " }.joined() + open, inner: inner,
      close: close + after.map { ", " + $0 }.joined() + ")")
  }
}

extension String {
  /// Whether `terraform fmt` might take a part of the text for the `=` of an assignment.
  fileprivate var hasEqualSign: Bool { utf8.contains(UInt8(ascii: "=")) }
}
