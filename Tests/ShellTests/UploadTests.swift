import Synchronization
import Testing

/// Files that are sent and received, and who sends them.
@Suite struct UploadTests {
  /// A session with files beside it.
  private static func session() async -> TestSession {
    let files = FakeFiles(["a.png": "PNG!", "b.txt": "hi", "c.json": "[1, 2]", "d": "{\"x\": 1}"])
    let session = TestSession(files: files)
    await session.enter("load pictures.swift")
    return session
  }

  @Test func `an upload is a part of a form, beside texts, and several have one name`() async {
    let session = await Self.session()
    await session.expect(
      "POST pictures/pictures title=\"two words\" picture@a.png others@b.txt others@c.json",
      prints: """
        200 · 0.3 ms
        {
          "type": "multipart/form-data",
          "title": "two words",
          "files": ["a.png image/png 4", "b.txt text/plain 2", "c.json application/json 6"]
        }
        """)
    await session.expect(
      "POST pictures/pictures title=x picture@a.png picture@b.txt",
      prints: """
        error[repeated-parameter]: `picture` is given twice
          POST pictures/pictures title=x picture@a.png picture@b.txt
                                                       ^^^^^^^
        """)
    #expect(await session.enter("POST pictures/pictures title=x").contains("`picture` is missing"))
  }

  @Test func `a file that a call has given is sent on`() async {
    let session = await Self.session()
    await session.expect(
      "p = GET pictures/picture", prints: "200 · 0.3 ms\n‹image/png, 3 bytes› a.png")
    await session.expect("$p.contentType & $p.content", prints: "\"image/pngiVD/\"")
    await session.expect("vars", prints: "$p  ‹image/png, 3 bytes› a.png")
    #expect(
      await session.enter("POST pictures/pictures title=x picture:=$p").contains(
        "a.png image/png 3"))
    await session.expect(
      "PUT pictures/raw {\"contentType\": \"text/css\", \"content\": $p.content}",
      prints: "200 · 0.3 ms\n\"- text/css 3\"")
  }

  @Test func `an answer is written to a file`() async {
    let session = await Self.session()
    await session.expect(
      "p = GET pictures/picture > out.png", prints: "200 · 0.3 ms\nwrote out.png  3 bytes")
    #expect((try? session.files.readBytes("out.png")) == [0x89, 0x50, 0xFF])
    await session.expect("$p.name", prints: "\"a.png\"")
    await session.enter("PUT pictures/list [1, 2] > list.json")
    #expect(session.files.text("list.json") == "[1,2]")
    await session.enter("GET pictures/caller > \"my file.txt\"")
    #expect(session.files.text("my file.txt").hasPrefix("iam("))
    session.files.refusal.withLock { $0 = "the disk is full" }
    #expect(await session.enter("GET pictures/picture > a").contains("the disk is full"))
    await session.expect(
      "workflow w\nx = GET pictures/picture > out.png",
      prints: """
        error[file-in-workflow]: a workflow writes no file
            x = GET pictures/picture > out.png
                                       ^^^^^^^
          help: `> FILE` is for calls at the prompt; a step's result has a name
        """)
  }

  @Test(arguments: [
    ("@a.png", "- image/png 4"), ("@b.txt", "- text/plain 2"),
    ("@c.json", "- application/json 6"), ("@d", "- application/json 8"),
    ("@b.txt Content-Type:text/csv", "- text/csv 2"),
  ])
  func `a file is the whole body with the type of its extension`(
    items: String, summary: String
  ) async {
    let session = await Self.session()
    await session.expect("PUT pictures/raw \(items)", prints: "200 · 0.3 ms\n\"\(summary)\"")
  }

  @Test func `a list is the whole body where the route takes one`() async {
    let session = await Self.session()
    await session.expect("PUT pictures/list [1, 1 + 1]", prints: "200 · 0.3 ms\n[1, 2]")
    await session.expect("PUT pictures/list @c.json", prints: "200 · 0.3 ms\n[1, 2]")
    await session.expect(
      "POST pictures/pictures [1]",
      prints: """
        error[mistyped-parameter]: expected an object
          POST pictures/pictures [1]
                                 ^^^
          help: POST pictures/pictures(title: string, picture: file, others: array of file?)
        """)
  }

  @Test func `a step of a workflow gets the file in JSON`() async {
    let session = await Self.session()
    await session.enter("workflow w")
    await session.expect(
      "p = GET pictures/picture", prints: "✓ p  ‹image/png, 3 bytes› a.png")
    await session.expect(
      "q = POST pictures/pictures title=x picture:=$p | files[0]",
      prints: "✓ q  \"a.png image/png 3\"")
  }

  @Test func `the prompt calls as a user of IAM, or as anyone`() async {
    let session = await Self.session()
    let user = "iam(arn: \\\"arn:aws:iam::000000000000:user/cws\\\")"
    await session.expect("GET pictures/caller", prints: "200 · 0.3 ms\n\"\(user) at dev\"")
    await session.expect(
      "GET pictures/caller Authorization:x", prints: "200 · 0.3 ms\n\"anonymous at dev\"")
    await session.expect(
      "set stage test\nset caller anonymous\nGET pictures/caller",
      prints: "200 · 0.3 ms\n\"anonymous at test\"")
    #expect(await session.enter("GET pictures/picture").hasPrefix("403"))
  }

  @Test func `routes say who may call them`() async {
    let session = await Self.session()
    let routes = await session.enter("routes")
    #expect(routes.contains("\n  GET pictures/caller  public"))
    #expect(routes.contains("\n  GET pictures/picture  authorizer"))
  }
}
