import JSON
import StatesLanguage
import Testing

@Suite struct TemplateTests {
  @Test(arguments: [
    ("{% $a %}", "$a"), ("{%1%}", "1"), ("{%%}", ""), (" {% 1 %}", nil), ("{% 1 %} ", nil),
    ("a {% 1 %}", nil), ("{%", nil), ("{%}", nil), ("", nil),
  ])
  func `only a whole text is an expression`(text: String, source: String?) {
    #expect(Template(.string(text)).expression == source)
    #expect(Template(.string(text)).isConstant == (source == nil))
  }

  @Test func `lists its expressions with their places`() {
    let template: Template = [
      "a": ["{% 1 %}", ["b/c": "{% 2 %}"]], "{% 3 %}": "x", "d": "{% 4 %}",
    ]
    #expect(template.expressions.map(\.source) == ["1", "2", "4"])
    #expect(template.expressions.map(\.location) == ["/a[0]", "/a[1]/b/c", "/d"])
    #expect(template.expressions.map(\.pointer) == ["/a/0", "/a/1/b~1c", "/d"])
    #expect(!template.isConstant)
  }
}
