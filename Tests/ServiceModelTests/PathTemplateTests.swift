import ServiceModel
import Testing

struct PathTemplateTests {
  @Test(
    arguments: [
      ("/", "/", [:]), ("/", "", [:]), ("/stock/{sku}", "/stock/A-1", ["sku": "A-1"]),
      ("/stock/{sku}", "stock/a%20b/", ["sku": "a b"]), ("/stock/{sku}", "/stock", nil),
      ("/stock/{sku}", "/stock/a/b", nil), ("/files/{path+}", "/files/a/b", ["path": "a/b"]),
      ("/a/{x}/b/{y}", "/a/1/b/2", ["x": "1", "y": "2"]),
    ] as [(String, String, [String: String]?)])
  func `A path fits segment by segment`(template: String, path: String, values: [String: String]?) {
    #expect(PathTemplate(template).match(path) == values)
  }

  @Test func `Values are percent-encoded in a path`() {
    #expect(PathTemplate("/stock/{sku}").path(with: ["sku": "a/b é"]) == "/stock/a%2Fb%20%C3%A9")
    #expect(PathTemplate("/stock/{sku}").path(with: [:]) == nil)
  }

  @Test func `Paths that differ only in the names of parameters are equivalent`() {
    #expect(PathTemplate("/a/{x}").isEquivalent(to: PathTemplate("/a/{y}")))
    #expect(!PathTemplate("/a/{x}").isEquivalent(to: PathTemplate("/a/x")))
  }

  @Test(
    arguments: [
      ("/a/b", "/a/b"), ("/a/x", "/a/{y}"), ("/x/b", "/{x}/b"), ("/x/y", "/{x}/{y}"),
      ("/x/y/z", "/{rest+}"), ("/a/y/z", "/a/{rest+}"), ("/", nil),
    ] as [(String, String?)])
  func `Of the routes that fit, the one with the most literals in front serves`(
    path: String, expected: String?
  ) {
    let paths = ["/{rest+}", "/{x}/{y}", "/a/{rest+}", "/{x}/b", "/a/{y}", "/a/b"]
    for order in [paths, paths.reversed()] {
      let service = ServiceDescription(
        name: "paths", routes: order.map { Route(.get, PathTemplate($0)) })
      #expect(service.route(.get, path)?.route.path.description == expected)
      #expect(service.route(.put, path) == nil)
    }
  }
}
