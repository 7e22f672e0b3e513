import HCL
import Testing

@Suite struct HCLWriterTests {
  @Test func `aligns the equals signs of neighbouring one-line values`() {
    let body = HCLBody {
      "Who may call what.\n\nSecond paragraph."
      HCLBlock("resource", "aws_iam_role", "order") {
        HCLAttribute("name", "\(.reference("local", "prefix"))-order")
        HCLAttribute("permissions_boundary", nil)
        HCLAttribute(
          "policy", .call("jsonencode", ["Version": "2012-10-17", "a b": [1, ["c": true]]]))
        HCLAttribute("path", "/")
        HCLBlock("lifecycle") { HCLAttribute("ignore_changes", [.reference("tags")]) }
      }
      HCLBlock("provider", "aws") {}
    }
    #expect(
      HCLWriter.text(body) == """
        # Who may call what.
        #
        # Second paragraph.
        resource "aws_iam_role" "order" {
          name                 = "${local.prefix}-order"
          permissions_boundary = null
          policy = jsonencode({
            Version = "2012-10-17"
            "a b" = [
              1,
              {
                c = true
              },
            ]
          })
          path = "/"

          lifecycle {
            ignore_changes = [tags]
          }
        }

        provider "aws" {}

        """)
  }

  @Test(arguments: [
    ("a${b}", #""a$${b}""#),
    ("{%{$x}%}", #""{%%{$x}%}""#),
    ("say \"hi\"\n\\", #""say \"hi\"\n\\""#),
    ("\u{1B}\u{200B}\u{E0041}", #""\u001b\u200b\U000e0041""#),
    ("é 漢字", #""é 漢字""#),
  ])
  func `escapes what would be read as something else`(text: String, written: String) {
    #expect(value(.string(text)) == written)
  }

  /// Values and how they are written.
  private static let values: [(HCLExpression, String)] = [
    (.heredoc(HCLTemplate([.literal("a\nEOT\n")])), "<<EOT_\na\nEOT\nEOT_"),
    (.heredoc(HCLTemplate([.literal("a")])), #""a""#),
    (.heredoc(HCLTemplate([.literal("a\u{7}\n")])), #""a\u0007\n""#),
    (
      ["a \(.reference("var", "x"))", .heredoc(HCLTemplate([.literal("b\n")]))],
      #"["a ${var.x}", "b\n"]"#
    ),
    ("\(.reference("var", "x"))", "var.x"),
    ("$\(.reference("var", "x"))!", #""${"$"}${var.x}!""#),
    (.conditional(.binary(1, .less, 2), ["a": 1], .object([])), "1 < 2 ? { a = 1 } : {}"),
  ]

  @Test(arguments: values)
  func `writes a value in its shortest form`(expression: HCLExpression, written: String) {
    #expect(value(expression) == written)
  }

  /// What is written after `v = `.
  private func value(_ expression: HCLExpression) -> String {
    let text = HCLWriter.text(HCLBody { HCLAttribute("v", expression) })
    return String(text.dropFirst(4).dropLast())
  }
}
