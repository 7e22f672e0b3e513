import JSON
import ServiceModel
import SessionLanguage
import WorkflowCompiler

extension Session {
  /// The event of API Gateway for a call whose event from a workflow is `payload`.
  func httpEvent(
    of resolved: ResolvedCall, _ payload: JSONValue, _ source: CellSource
  ) throws(SessionFailure) -> JSONValue {
    var request: ServiceRequest
    do throws(ServiceError) {
      request = try ServiceRequest(event: payload)
    } catch {
      throw .message(error.message)
    }
    request.caller = settings.caller.caller(of: request)
    (request.sourceIP, request.stage) = ("127.0.0.1", settings.stage)
    if let body = try bodyFile(of: resolved.call, source) {
      request.body = body
    } else if let value = request.body.value, let body = Self.body(value, of: resolved) {
      request.body = body
    }
    return request.event(.http)
  }

  // MARK: -

  /// The body that `@file` gives: the very bytes, with the content type of the name's extension.
  private func bodyFile(
    of call: Call, _ source: CellSource
  ) throws(SessionFailure) -> MessageBody? {
    let name = call.items.lazy.compactMap { item in
      if case .bodyFile(let name) = item.kind { name } else { nil }
    }.first
    guard let name, let bytes = try files(of: call, of: source)[name.text] else { return nil }
    let type = ContentType.ofFile(named: name.text)
    return MessageBody(bytes: bytes, type: type == ContentType.bytes ? nil : type)
  }

  /// The body that stands for the value `body` over HTTP, if that is not JSON: a file as its bytes,
  /// and files among members as a form.
  private static func body(_ body: JSONValue, of resolved: ResolvedCall) -> MessageBody? {
    if resolved.route?.body?.isFile == true, let file = File(json: body) {
      return MessageBody(bytes: file.bytes, type: file.contentType)
    }
    let uploads = resolved.call.items.compactMap(\.uploadName)
    let fields = (body.objectValue?.members ?? []).map { name, value in
      let isFile =
        uploads.contains(name) || resolved.route?.parameter(name)?.schema.hasFiles == true
      return FormFields(name, value, isFile: isFile)
    }
    guard fields.contains(where: \.hasFile) else { return nil }
    return MultipartWriter.body(of: fields.flatMap(\.fields))
  }
}

/// The fields of a form that stand for one member of a body.
private struct FormFields {
  /// The fields.
  private(set) var fields: [FormField] = []

  /// Whether one of them is a file.
  private(set) var hasFile = false

  /// Creates the fields of the member `name`: one for each element of a list, none for `null`.
  init(_ name: String, _ value: JSONValue, isFile: Bool) {
    for element in value.arrayValue ?? [value] where !element.isNull {
      if isFile, let file = File(json: element) {
        fields.append(FormField(name, file))
        hasFile = true
      } else if element.objectValue != nil || element.arrayValue != nil {
        fields.append(
          FormField(name, bytes: JSONWriter.utf8(element), contentType: ContentType.json))
      } else {
        fields.append(FormField(name, element.scalarText))
      }
    }
  }
}

extension Item {
  /// Its name, if it uploads a file.
  fileprivate var uploadName: String? {
    if case .upload = kind { name?.text } else { nil }
  }
}
