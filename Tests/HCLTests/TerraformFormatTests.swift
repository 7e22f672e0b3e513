import Foundation
import HCL
import Testing

@Suite(.enabled(if: Terraform.installed != nil, "terraform is not installed"))
struct TerraformFormatTests {
  @Test func `terraform fmt changes nothing of what is written`() throws {
    let terraform = try #require(Terraform.installed)
    try withTemporaryFolder { folder in
      var generator = ExpressionGenerator(seed: 20_260_101)
      for number in 0..<1_000 {
        let text = HCLWriter.text(generator.body())
        try text.write(
          to: folder.appending(path: "f\(number).tf"), atomically: false, encoding: .utf8)
      }
      let (output, code) = try terraform.run(
        ["fmt", "-check", "-diff", "-no-color"], in: folder)
      #expect(code == 0, "\(output.prefix(4_000))")
    }
  }

  @Test func `terraform reads every text as it was meant`() throws {
    let terraform = try #require(Terraform.installed)
    var generator = ExpressionGenerator(seed: 7)
    let texts = (0..<300).map { _ in generator.text() }
    let templates = texts.map { HCLTemplate([.literal($0), .interpolation("<\(text: $0)>")]) }
    let body = HCLBody {
      HCLBlock("locals") {
        HCLAttribute("plain", .tuple(texts.map { .string($0) }))
        HCLAttribute("mixed", .tuple(templates.map { .template($0) }))
        HCLAttribute("keys", .object(Set(texts).sorted().map { HCLMember($0, true) }))
        for (index, text) in texts.enumerated() {
          HCLAttribute("lines_\(index)", .heredoc(HCLTemplate([.literal(text + "\n")])))
        }
      }
    }
    let plain = try evaluate("local.plain", in: body, with: terraform)
    #expect(plain == texts.map(\.normalized))
    #expect(
      try evaluate("local.mixed", in: body, with: terraform)
        == texts.map { "\($0)<\($0)>".normalized })
    #expect(
      Set(try evaluate("keys(local.keys)", in: body, with: terraform))
        == Set(texts.map(\.normalized)))
    let lines = "[\(texts.indices.map { "local.lines_\($0)" }.joined(separator: ", "))]"
    #expect(
      try evaluate(lines, in: body, with: terraform) == texts.map { ($0 + "\n").normalized })
  }

  @Test func `terraform computes what the tree says`() throws {
    let terraform = try #require(Terraform.installed)
    let sum: HCLExpression = .binary(2, .plus, 3)
    let cases: [(HCLExpression, String)] = [
      (.binary(sum, .times, 4), "20"),
      (.binary(10, .minus, sum), "5"),
      (.unary(.minus, .integer(-5)), "5"),
      (.unary(.minus, sum), "-5"),
      (.unary(.not, .binary(true, .and, false)), "true"),
      (.binary(.conditional(true, 1, 2), .plus, 1), "2"),
      (.conditional(.conditional(true, false, true), 1, .conditional(false, 2, 3)), "3"),
      (.binary(1, .minus, .integer(-1)), "2"),
      (.binary(.template(HCLTemplate([.interpolation(sum)])), .times, 2), "10"),
    ]
    let body = HCLBody {
      HCLBlock("locals") { HCLAttribute("all", .tuple(cases.map { "=\($0.0)" })) }
    }
    #expect(
      try evaluate("local.all", in: body, with: terraform) == cases.map { "=" + $0.1 })
  }

  /// The texts that `expression` has for terraform next to `body`.
  private func evaluate(
    _ expression: String, in body: HCLBody, with terraform: Terraform
  ) throws -> [String] {
    try withTemporaryFolder { folder in
      try HCLWriter.text(body).write(
        to: folder.appending(path: "main.tf"), atomically: false, encoding: .utf8)
      let (output, code) = try terraform.run(
        ["console"], in: folder, input: "base64encode(jsonencode(\(expression)))\n")
      try #require(code == 0, "\(output)")
      let encoded = output.filter { !$0.isWhitespace && $0 != "\"" }
      let json = try #require(Data(base64Encoded: encoded), "\(output.prefix(2_000))")
      return try JSONDecoder().decode([String].self, from: json)
    }
  }
}

extension String {
  /// The text as Terraform keeps texts: in Unicode's normal form C.
  fileprivate var normalized: String { precomposedStringWithCanonicalMapping }
}
