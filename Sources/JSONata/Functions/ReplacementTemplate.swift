/// What `$replace` puts in the place of a match: text with `$0`, `$1`… for what has matched.
struct ReplacementTemplate {
  /// A part of the template.
  private enum Part {
    case text([UInt8])
    case whole
    case group(Int)
  }

  /// The parts in order.
  private var parts: [Part] = []

  /// Reads `template` for matches with `groups` groups.
  init(_ template: String, groups: Int) {
    let bytes = Array(template.utf8)
    var literal: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      let rest = bytes[position...]
      if byte != UInt8(ascii: "$") {
        literal.append(byte)
      } else if rest.first == UInt8(ascii: "$") {
        literal.append(byte)
        position += 1
      } else if let (number, width) = Self.groupNumber(rest, groups) {
        parts.append(.text(literal))
        literal = []
        if number == 0 {
          parts.append(.whole)
        } else if number <= groups {
          parts.append(.group(number))
        }
        position += width
      } else {
        literal.append(byte)
      }
    }
    parts.append(.text(literal))
  }

  /// The number of a group at the start of `rest`, and how many digits it has; a `0` comes alone.
  private static func groupNumber(
    _ rest: ArraySlice<UInt8>, _ groups: Int
  ) -> (number: Int, width: Int)? {
    if rest.first == UInt8(ascii: "0") { return (0, 1) }
    let widest = groups == 0 ? 1 : String(groups).count
    let digits = rest.prefix(widest).prefix { (0x30...0x39).contains($0) }
    var number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if widest > 1, number > groups {
      number = digits.prefix(widest - 1).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return digits.isEmpty ? nil : (number, String(number).count)
  }

  /// Adds what stands for `match`, the last of `search`, to `output`.
  func append(to output: inout [UInt8], _ match: Range<Int>, _ search: RegexSearch) {
    for part in parts {
      switch part {
      case .text(let text): output += text
      case .whole: search.append(match, to: &output)
      case .group(let number):
        if let range = search.group(number) { search.append(range, to: &output) }
      }
    }
  }

  /// What stands for `match`.
  func text(for match: TextMatch) -> String {
    parts.reduce(into: "") { result, part in
      switch part {
      case .text(let text): result += String(decoding: text, as: UTF8.self)
      case .whole: result += match.text
      case .group(let number): result += match.groups[number - 1] ?? ""
      }
    }
  }
}
