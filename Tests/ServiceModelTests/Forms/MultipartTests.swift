import ServiceModel
import Testing

struct MultipartTests {
  private static let type = "multipart/form-data; boundary=XX"

  /// The fields of the form `text`, in which each line end is one of HTTP.
  private func fields(_ text: String, type: String = Self.type) throws -> [FormField] {
    let bytes = Array(text.replacing("\n", with: "\r\n").utf8)
    return try MultipartReader.fields(of: bytes, type: type)
  }

  /// A form of one empty field whose disposition is `disposition`.
  private func field(_ disposition: String) throws -> FormField? {
    try fields("--XX\nContent-Disposition: \(disposition)\n\n\n--XX--\n").first
  }

  @Test func `A form is read as browsers and curl write it`() throws {
    let fields = try fields(
      """
      --XX
      Content-Disposition: form-data; name="title"

      Two
      lines
      --XX
      Content-Disposition: form-data; name="photo"; filename="a.png"
      Content-Type: image/png

      --XXY is no boundary
      --XX
      content-disposition:form-data;name=empty

      \("")
      --XX--
      an epilogue
      """)
    #expect(
      fields == [
        FormField("title", "Two\r\nlines"),
        FormField(
          "photo", bytes: Array("--XXY is no boundary".utf8), fileName: "a.png",
          contentType: "image/png"),
        FormField("empty", ""),
      ])
  }

  @Test(arguments: [
    "multipart/form-data; boundary=XX", "multipart/form-data;boundary=\"XX\"",
    "Multipart/Form-Data; charset=utf-8; Boundary=XX",
  ])
  func `The boundary is found however the type is written`(type: String) throws {
    let text = "a preamble\n--XX  \nContent-Disposition: form-data; name=\"a\"\n\n1\n--XX-- \t"
    #expect(try fields(text, type: type) == [FormField("a", "1")])
  }

  @Test(arguments: [
    (#"form-data; name="a b""#, "a b", nil),
    (#"form-data; name="say \"hi\"""#, #"say "hi""#, nil),
    (#"form-data; name="say %22hi%22%0D%0A %41""#, "say \"hi\"\r\n %41", nil),
    (#"form-data; name="ü[0].x; y""#, "ü[0].x; y", nil),
    (#"FORM-DATA; NAME=a"#, "a", nil),
    (#"form-data; name="a"; filename="""#, "a", ""),
    (#"form-data; name="a"; filename="../../etc/passwd""#, "a", "passwd"),
    (#"form-data; name="a"; filename="C:\temp\x.txt""#, "a", "x.txt"),
    (
      #"form-data; filename="_.txt"; filename*=UTF-8''na%C3%AFve%20.txt; name="a""#, "a",
      "naïve .txt"
    ),
    (#"form-data; name="a"; filename="_.txt"; filename*=ISO-8859-1''na%EFve.txt"#, "a", "_.txt"),
  ])
  func `Names are read however clients quote them`(
    disposition: String, name: String, fileName: String?
  ) throws {
    let field = try #require(try field(disposition))
    #expect(field.name == name)
    #expect(field.fileName == fileName)
  }

  @Test(arguments: [
    ("", "its boundary does not occur"),
    ("--YY\n\n", "its boundary does not occur"),
    ("--XX\nContent-Disposition: form-data; name=a\n\n1\n", "it has no end"),
    ("--XX\nContent-Disposition: form-data; name=a\n\n1\n--XX\n", "it has no end"),
    ("--XX\nContent-Disposition: form-data; name=a\n--XX--\n", "a part has no empty line"),
    ("--XX\n\n1\n--XX--\n", "a part has no name"),
    ("--XX\nContent-Type: text/plain\n\n1\n--XX--\n", "a part has no name"),
    ("--XX\nContent-Disposition: form-data\n\n1\n--XX--\n", "a part has no name"),
    ("--XX\nContent-Disposition: attachment; name=a\n\n1\n--XX--\n", "a part has no name"),
    ("--XX\nContent-Disposition: form-data; name=\"a\n\n1\n--XX--\n", "a part has no name"),
    ("--XX\nContent-Disposition: form-data; name=a; name=b\n\n1\n--XX--\n", "a part has no name"),
    ("--XX\nContent-Disposition: form-data;\n name=a\n\n1\n--XX--\n", "a part has the header"),
    ("--XX\nnonsense\n\n1\n--XX--\n", "a part has the header \"nonsense\""),
    (
      "--XX\nContent-Disposition: form-data; name=a\nContent-Transfer-Encoding: base64\n\n1\n--XX--",
      "the part a has the transfer encoding base64"
    ),
  ])
  func `A form that is not well-formed is refused`(text: String, mistake: String) {
    let error = #expect(throws: ServiceError.self) { try fields(text) }
    #expect(error?.status == 400)
    #expect(error?.message.hasPrefix("body: the form cannot be read, \(mistake)") ?? false)
  }

  @Test(arguments: [
    "multipart/form-data", "multipart/form-data; boundary=",
    "multipart/form-data; boundary=\(String(repeating: "x", count: 71))",
    "multipart/form-data; boundary=\"XX",
  ])
  func `A form has a boundary`(type: String) {
    #expect(throws: ServiceError.self) { try fields("--XX--", type: type) }
  }

  @Test func `Line feeds alone make no form`() {
    let text = "--XX\nContent-Disposition: form-data; name=a\n\n1\n--XX--\n"
    #expect(throws: ServiceError.self) {
      try MultipartReader.fields(of: Array(text.utf8), type: Self.type)
    }
  }

  @Test func `A form has limits`() throws {
    let part = "--XX\nContent-Disposition: form-data; name=a\n\n1\n"
    let most = String(repeating: part, count: MultipartReader.fieldLimit)
    #expect(try fields(most + "--XX--").count == MultipartReader.fieldLimit)
    let error = #expect(throws: ServiceError.self) { try fields(most + part + "--XX--") }
    #expect(error?.status == 413)
    let long = String(repeating: "x", count: 9000)
    let second = #expect(throws: ServiceError.self) {
      try fields("--XX\nX-Long: \(long)\nContent-Disposition: form-data; name=a\n\n1\n--XX--")
    }
    #expect(second?.status == 413)
  }

  @Test(arguments: [
    [], [FormField("a", "")], [FormField("a", "1"), FormField("a", "2")],
    [FormField("say \"hi\"\r\n\\ ü", "\r\n--\r\n------CoworksForm0\r\n")],
    [FormField("photo", File(Array(0...255), name: "ü \"x\".png"))],
    [FormField("photo", File([])), FormField("json", File(text: "{}", name: "a.json"))],
  ])
  func `A form survives writing and reading`(fields: [FormField]) throws {
    #expect(try MultipartWriter.body(of: fields).formFields() == fields)
  }

  @Test func `Whatever is cut off or changed is refused or read, never a crash`() {
    let fields = [FormField("a", "1"), FormField("b", File([13, 10, 45, 45], name: "x"))]
    guard case .bytes(let bytes, let type) = MultipartWriter.body(of: fields) else { return }
    for end in bytes.indices.dropLast(3) {
      #expect(throws: ServiceError.self) {
        try MultipartReader.fields(of: Array(bytes[..<end]), type: type)
      }
    }
    for position in bytes.indices {
      for byte in [0, 10, 13, 34, 45, 92, 255] as [UInt8] {
        var changed = bytes
        changed[position] = byte
        _ = try? MultipartReader.fields(of: changed, type: type)
      }
    }
  }
}
