import CoworksTesting
import Testing

struct ServiceClientTests {
  @Test func `A service is called without a process`() async throws {
    let client = try ServiceClient(Library())
    let answer = await client.get("/books/1")
    #expect(answer.status == 200)
    #expect(answer.headers["content-type"] == "application/json")
    #expect(try answer.decode(Library.Book.self) == Library.Book(id: 1, title: "Emma"))
    #expect(answer.error == nil)
  }

  @Test func `The instance keeps its state between calls`() async throws {
    let client = try ServiceClient(Library())
    let added = try await client.post("/books", json: ["title": "Persuasion"])
    #expect(added.status == 201)
    #expect(added.headers["location"] == "/books/2")
    #expect(try await client.get("/books").decode([Library.Book].self).count == 2)
    #expect(await client.delete("/books/2").status == 204)
    #expect(await client.get("/books/2").error == "Http.404")
  }

  @Test(arguments: ["/books/found?tag=a&tag=b%20c&limit=2", "books/found?tag=a&tag=b+c&limit=2"])
  func `A query is part of the path`(path: String) async throws {
    let client = try ServiceClient(Library())
    #expect(try await client.get(path).decode([String].self) == ["a", "b c", "2"])
  }

  @Test func `A query is given by names and values`() async throws {
    let client = try ServiceClient(Library())
    let answer = await client.get("/books/found", query: ["tag": "a", "tag": "&", "limit": "3"])
    #expect(try answer.decode() == ["a", "&", "3"])
  }

  @Test func `A parameter that does not fit is told as on Lambda`() async throws {
    let client = try ServiceClient(Library())
    let answer = await client.get("/books/one")
    #expect(answer.status == 400)
    #expect(answer.message == "id: expected an integer, got \"one\"")
  }

  @Test func `A caller is let in as on Lambda`() async throws {
    let client = try ServiceClient(Library(), as: .anonymous)
    #expect(await client.get("/books").status == 200)
    let json = ["title": "Emma"]
    #expect(try await client.post("/books", json: json).status == 401)
    let guess: Headers = ["Authorization": "Bearer guess"]
    #expect(try await client.post("/books", json: json, headers: guess).status == 403)
    let token: Headers = ["Authorization": "Bearer open"]
    #expect(try await client.post("/books", json: json, headers: token).status == 201)
    #expect(try await client.post("/books", json: json, as: .iam).status == 201)
    #expect(try await client.post("/books", json: json, as: .authorized("ada")).status == 201)
  }

  @Test func `A workflow gets plain JSON, and errors by their names`() async throws {
    let client = try ServiceClient(Library(), as: .workflow)
    let answer = await client.get("/books/1")
    #expect(answer.status == nil)
    #expect(try answer.decode(Library.Book.self).title == "Emma")
    let failure = await client.call(.put, "/books/1", body: try Body(json: ["title": ""]))
    #expect(failure.error == "Library.Untitled")
    #expect(failure.message == "a book has a title")
    #expect(failure.text == nil)
  }

  @Test func `What a service logs comes with the answer`() async throws {
    let client = try ServiceClient(Library())
    let answer = await client.get("/broken")
    #expect(answer.status == 500)
    #expect(answer.message == "internal error; the service's log has the details")
    #expect(answer.logs.first == "warning library: it breaks shelf=3")
    #expect(answer.logs.last?.contains("GET /broken: ") ?? false)
    #expect(answer.logs.last?.contains("Broken") ?? false)
    #expect(await client.get("/books").logs == [])
  }

  @Test func `Forms and files go both ways`() async throws {
    let client = try ServiceClient(Library())
    let cover = File([1, 2, 255], name: "emma.png")
    let answer = await client.post("/cover", fields: ["title": "Emma"], files: ["cover": cover])
    #expect(answer.status == 200)
    #expect(answer.headers["content-type"] == "image/png")
    #expect(answer.headers["x-title"] == "Emma")
    #expect(answer.body.bytes == [1, 2, 255])
  }

  @Test func `A route knows the call it serves`() async throws {
    let answer = try await ServiceClient(Library()).get("/caller", as: .authorized("ada"))
    #expect(answer.text == "ada has time: true")
  }

  @Test func `A recorded event is served as it is`() async throws {
    let client = try ServiceClient(Library())
    let answer = try await client.handle(
      event: """
        {"version": "2.0", "routeKey": "$default", "rawPath": "/books", "rawQueryString": "",
         "headers": {}, "requestContext": {"http": {"method": "GET", "path": "/books"}}}
        """)
    #expect(answer.contains(#""statusCode":200"#))
    await #expect(throws: (any Error).self) { try await client.handle(event: "{") }
  }
}

/// A service to be tested.
@TechMicroService
actor Library {
  struct Book: Codable, Equatable {
    let id: Int
    var title: String
  }

  struct Broken: Error {}

  private var books = [Book(id: 1, title: "Emma")]

  @Entry(.public) func getBooks() -> [Book] { books }

  @Entry(.public) func getBooks(_ id: Int) throws -> Book {
    guard let book = books.first(where: { $0.id == id }) else {
      throw HTTPError.notFound("no book \(id)")
    }
    return book
  }

  @Entry("/books/found") func getFound(tag: [String], limit: Int) -> [String] {
    tag + ["\(limit)"]
  }

  @Entry func postBooks(title: String) -> Response<Book> {
    let book = Book(id: books.count + 1, title: title)
    books.append(book)
    return Response(book, status: 201, headers: ["Location": "/books/\(book.id)"])
  }

  @Entry func putBooks(_ id: Int, title: String) throws {
    guard !title.isEmpty else { throw LibraryError.untitled("a book has a title") }
  }

  @Entry func deleteBooks(_ id: Int) { books.removeAll { $0.id == id } }

  @Entry func postCover(title: String, cover: File) -> Response<File> {
    Response(cover, headers: ["X-Title": title])
  }

  @Entry func getCaller() -> String {
    guard let call = Invocation.current, case .authorized(let name?, _) = call.caller else {
      return "nobody"
    }
    return "\(name) has time: \(call.remainingTime ?? .zero > .seconds(1))"
  }

  @Entry func getBroken() throws -> Int {
    Logger(label: "library").warning("it breaks", metadata: ["shelf": "\(3)"])
    throw Broken()
  }

  func authorize(_ request: AuthorizationRequest) -> Authorization {
    request.token == "open" ? .all : .none
  }
}

/// What goes wrong in the library.
enum LibraryError: ServiceFailure {
  case untitled(String)

  var status: Int { 422 }
}
