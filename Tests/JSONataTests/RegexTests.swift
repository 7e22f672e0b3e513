import JSON
import JSONata
import Testing

@Suite struct RegexTests {
  @Test(arguments: [
    // Repetitions: greedy, lazy, bounded, of groups.
    ("abcabc", "a.*c", "0-6"), ("abcabc", "a.*?c", "0-3 3-6"), ("aaaa", "a{2}", "0-2 2-4"),
    ("aaaa", "a{1,3}?b", ""), ("aaab", "a{1,3}?b", "0-4"), ("aaa", "^a+?$", "0-3"),
    ("ababx", "(?:ab)*x", "0-5"), ("abab", "(?:ab)*a", "0-3"), ("abac", "(?:ab|a)c", "2-4"),
    ("abcd", "(?:ab|abc)d", "0-4"), ("abxbcd", "(?:ab|abc)d|bcd", "3-6"), ("xaay", "a+a", "1-3"),
    ("foo=1;bar=22", "\\w+=\\d+", "0-5 6-12"), ("  a", "\\s*a", "0-3"),
    ("a1b22", "\\d+", "1-2 3-5"),
    ("aXbXc", "\\w+X", "0-4"), ("12ab", "\\d*[a-z]+", "0-4"), ("a,b", "[^,]+", "0-1 2-3"),
    ("\"a\\\"b\" c", "\"(?:[^\"\\u005C]|\\\\.)*\"", "0-6"),
    ("aab", "(a|ab)(c|bcd)?(b*)", "0-1 1-3"),
    ("a@b.c x@y", "\\w+@\\w+", "0-3 6-9"), ("@@b@c", "\\w+@\\w+", "2-5"), ("aa@", "\\w{3,}@", ""),
    // Assertions and references.
    ("foobar", "foo(?=bar)", "0-3"), ("foobaz", "foo(?!bar)", "0-3"),
    ("price: $42", "(?<=\\$)\\d+", "8-10"),
    ("a1 b2", "(?<!a)\\d", "4-5"), ("abab", "(ab)\\1", "0-4"), ("AbaB", "(ab)\\1", ""),
    ("one two", "\\btwo\\b", "4-7"), ("stone", "\\Bone", "2-5"),
    ("aa bb", "(?<x>a|b)\\k<x>", "0-2 3-5"),
    ("xx", "(?=(x))\\1x", "0-2"), ("ab", "(?!(a))b", "1-2"), ("abba", "(?:a|(b))\\1a", "1-4"),
    // What is beyond ASCII counts in UTF-16 units.
    ("é-ü", "[é-ü]", "0-1 2-3"), ("😀a", "a", "2-3"), ("日本 x", "\\S+", "0-2 3-4"),
    ("\u{2028}a", "a", "1-2"),
    ("naïve", "\\w+", "0-2 3-5"), ("aé", ".+", "0-2"), ("xéy", "x[^a]y", "0-3"),
  ])
  func `a regular expression matches what it matches in JavaScript`(
    _ text: String, _ pattern: String, _ ranges: String
  ) throws {
    #expect(try matches(of: "/\(pattern)/", in: text) == ranges)
  }

  @Test(arguments: [
    ("AbaB", "/(ab)\\1/i", "0-4"), ("ÉéE", "/é+/i", "0-2"), ("straße", "/SS/i", ""),
    ("K", "/\u{212A}/i", ""),
    ("Σςσ", "/σ+/i", "0-3"), ("aBc", "/[b-c]+/i", "1-3"), ("aBc", "/[^b]/i", "0-1 2-3"),
    ("a\nb", "/^b/", ""),
    ("a\nb", "/^b/m", "2-3"), ("a\nb", "/a$/m", "0-1"), ("x x\n", "/\\s+$/m", "3-4"),
    ("A.B", "/./i", "0-1 1-2 2-3"),
  ])
  func `flags change what matches`(_ text: String, _ regex: String, _ ranges: String) throws {
    #expect(try matches(of: regex, in: text) == ranges)
  }

  @Test(arguments: [
    ("$replace('a-b-c', /(\\w)-(\\w)/, '$2$1$$$0$3')", "ba$a-b-c"),
    ("$replace('éa', /(é)(x)?/, '[$1$2]')", "[é]a"),
    ("$replace('abcdefghijk', /(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)/, '$10$1$11')", "jaa1k"),
    ("$replace('aaa', /a/, 'b', 2)", "bba"), ("$join($split('a1b22c', /\\d+/), '|')", "a|b|c"),
    ("$join($split('a, b,, c', ', '), '|')", "a|b,|c"),
    ("$join($split('aXbXc', 'X', 2), '|')", "a|b"),
    ("$replace('a.b.c', '.', '::')", "a::b::c"),
    ("$replace('Éé', /é/i, function($m) { $m.match & '!' })", "É!é!"),
    ("$lowercase('ΟΔΟΣ ΣΑΣ.')", "οδος σας."), ("$lowercase('ÀB')", "àb"),
    ("$uppercase('straße')", "STRASSE"),
  ])
  func `functions use what has matched`(_ source: String, _ result: String) throws {
    #expect(try JSONataExpression(source).evaluate(nil) == .string(result))
  }

  /// The ranges of the matches of `regex` in `text`.
  private func matches(of regex: String, in text: String) throws -> String {
    let source =
      "$join($match($text, \(regex)).($string(index) & '-' & $string(index + $length16(match))), ' ')"
    var environment = EvaluationEnvironment()
    environment.hostFunctions["length16"] = HostFunction(arity: 1) { call in
      .integer(Int64(call.arguments[0]?.stringValue?.utf16.count ?? 0))
    }
    let result = try JSONataExpression(source).evaluate(
      nil, bindings: ["text": .string(text)], environment: environment)
    return result?.stringValue ?? ""
  }
}
