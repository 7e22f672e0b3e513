/// A new service in one file, and the session that is its test.
struct NewServiceFile {
  /// What the service is called.
  let name: NewServiceName

  /// The files.
  var files: [NewFiles.File] {
    [
      NewFiles.File(path: "\(name.service).swift", text: source),
      NewFiles.File(path: "\(name.service).md", text: session),
    ]
  }

  /// The variable that holds the token.
  var token: String { name.service.uppercased().replacing("-", with: "_") + "_TOKEN" }

  /// The service.
  var source: String {
    """
    import Coworks

    /// Notes that everyone may read, and those with a token may write.
    @main @TechMicroService
    actor \(name.type) {
      /// A text under a name.
      struct Note: Codable {
        let name: String
        var text: String
      }

      private var notes = ["welcome": Note(name: "welcome", text: "It works.")]

      /// All notes, or those that contain a text.
      @Entry(.public) func getNotes(containing text: String = "") -> [Note] {
        notes.values.filter { text.isEmpty || $0.text.contains(text) }.sorted { $0.name < $1.name }
      }

      /// One note.
      @Entry(.public) func getNotes(_ name: String) throws -> Note {
        guard let note = notes[name] else { throw HTTPError.notFound("no note \\(name)") }
        return note
      }

      /// Write a note under a name that is free.
      @Entry func postNotes(name: String, text: String) throws -> Response<Note> {
        guard notes[name] == nil else { throw \(name.type)Error.taken("there is a note \\(name)") }
        let note = Note(name: name, text: text)
        notes[name] = note
        return Response(note, status: 201)
      }

      /// Lets in who has the token; workflows and users of the AWS account need none.
      func authorize(_ request: AuthorizationRequest) -> Authorization {
        guard let token = Environment["\(token)"], request.token == token else { return .none }
        return .all
      }
    }

    /// What a workflow can catch: `\(name.type).Taken`.
    enum \(name.type)Error: ServiceFailure {
      case taken(String)

      var status: Int { 409 }
    }

    """
  }

  /// The session.
  private var session: String {
    """
    # \(name.type)

    The service in [\(name.service).swift](\(name.service).swift) and what it answers; `cws check \(name.service).md` runs this
    file again.

    ```cws
    load \(name.service).swift
    ```

    ```text output
    \(name.service)  GET /notes  POST /notes  GET /notes/{name}
    ```

    ## Notes

    ```cws
    GET \(name.service)/notes/welcome
    ```

    ```json output
    { "name": "welcome", "text": "It works." }
    ```

    ```cws
    POST \(name.service)/notes name=plan text="Write the next route."
    ```

    ```json output
    { "name": "plan", "text": "Write the next route." }
    ```

    ```cws
    GET \(name.service)/notes containing=next | name
    ```

    ```json output
    "plan"
    ```

    ## Errors

    A workflow catches `\(name.type).Taken` by this name.

    ```cws
    POST \(name.service)/notes name=plan text="Write it again."
    ```

    ```text output
    409 · \(name.type).Taken: there is a note plan
    ```

    ## Callers

    Everyone may read. To write takes a token, which the service knows from the variable `\(token)`
    in `.env`; no token is right as long as there is none.

    ```cws
    POST \(name.service)/notes name=secret text=mine Authorization:"Bearer guess"
    ```

    ```text output
    403 · Http.403: the caller may not call POST /notes
    ```

    """
  }
}
