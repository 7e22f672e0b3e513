import JSON

extension RequestBinding {
  /// Takes the values of the body's members, or the whole body.
  func bindBody(to call: inout ServiceCall) throws(ServiceError) {
    if let schema = call.route.body {
      call.body = try wholeBody(schema)
      return try checkBody(call.body, schema, isRequired: call.route.requiresBody)
    }
    if let fields = try request.body.formFields() { return try bindForm(fields, to: &call) }
    guard let body = try jsonBody(), !body.isNull else { return }
    guard let members = body.objectValue?.members else {
      throw ServiceError(status: 400, "body: expected a JSON object, got \(body.excerpt)")
    }
    let known = call.route.parameters(in: .body)
    for (name, value) in members {
      guard let parameter = known.first(where: { haveEqualBytes($0.name, name) }) else {
        throw unknown(name, at: "body member", of: call.route)
      }
      if let text = parameter.schema.mismatch(of: value) { throw mismatch(of: name, text) }
      call.arguments[name] = value
    }
  }

  /// The body as JSON; nil if there is none.
  private func jsonBody() throws(ServiceError) -> JSONValue? {
    guard case .text(let text, let type) = request.body, ContentType.isJSON(type) else {
      return request.body.value
    }
    do {
      return try JSONReader.read(text)
    } catch {
      throw ServiceError(status: 400, "body: no JSON: \(error.message)")
    }
  }

  /// Checks the whole body.
  private func checkBody(
    _ value: JSONValue?, _ schema: Schema, isRequired: Bool
  ) throws(ServiceError) {
    guard let value else {
      guard isRequired else { return }
      throw ServiceError(
        status: 400, "body: missing, expected \(schema.displayNameWithArticle)")
    }
    if let text = schema.mismatch(of: value) { throw mismatch(of: "body", text) }
  }

  /// The whole body as a value of `schema`; nil if there is none.
  private func wholeBody(_ schema: Schema) throws(ServiceError) -> JSONValue? {
    if schema.isFile { return bodyFile }
    if let object = schema.members, let fields = try request.body.formFields() {
      return try value(of: fields, object)
    }
    return try jsonBody()
  }

  /// The whole body as a file: the bytes as they came, but for a file that is already in JSON.
  private var bodyFile: JSONValue? {
    guard request.body != .none, request.body != .json(.null) else { return nil }
    if request.body.contentType.map(ContentType.isJSON) ?? false, let value = request.body.value,
      request.kind == .workflow || File.isWritten(as: value)
    {
      return value
    }
    let name = ContentDisposition.fileName(in: request.headers["content-disposition"])
    return File(request.body.bytes, name: name, contentType: request.body.contentType).json
  }
}

// MARK: - Forms

extension RequestBinding {
  /// Takes the values of a form's fields.
  private func bindForm(_ fields: [FormField], to call: inout ServiceCall) throws(ServiceError) {
    let known = call.route.parameters(in: .body)
    for (name, fields) in fields.grouped {
      guard let parameter = known.first(where: { haveEqualBytes($0.name, name) }) else {
        throw unknownField(name, of: call.route)
      }
      call.arguments[name] = try value(of: fields, named: name, parameter.schema)
    }
  }

  /// The error of a field that the route does not know; what looks like JSON was sent by a client
  /// such as curl, which calls every body a form unless it is told otherwise.
  private func unknownField(_ name: String, of route: Route) -> ServiceError {
    guard name.hasPrefix("{") || name.hasPrefix("[") else {
      return unknown(name, at: "field of the form", of: route)
    }
    let type = request.body.contentType ?? ""
    return ServiceError(
      status: 400,
      "body: sent as a form (\(type)); JSON needs the header Content-Type: application/json")
  }

  /// The object of a form's fields.
  private func value(
    of fields: [FormField], _ object: Schema.Object
  ) throws(ServiceError) -> JSONValue {
    var members = JSONObject.Builder()
    for (name, fields) in fields.grouped {
      let known = object.properties.first { haveEqualBytes($0.name, name) }
      let schema = known?.schema ?? object.additional ?? .any
      members[name] = try value(of: fields, named: name, schema)
    }
    return .object(members.build())
  }

  /// The value of the fields of one name; nil if no file was chosen.
  private func value(
    of fields: [FormField], named name: String, _ schema: Schema
  ) throws(ServiceError) -> JSONValue? {
    let fields = schema.hasFiles ? fields.filter { !$0.isUnchosenFile } : fields
    guard !fields.isEmpty else { return nil }
    if let value = schema.reading(fields) { return value }
    let got = fields.count == 1 ? fields[0].excerpt : "\(fields.count) fields"
    throw mismatch(of: name, "expected \(schema.displayNameWithArticle), got \(got)")
  }
}

extension [FormField] {
  /// The fields of each name, in the order of the first ones.
  fileprivate var grouped: [(name: String, fields: [FormField])] {
    var groups: [(name: String, fields: [FormField])] = []
    var places: [String: Int] = [:]
    for field in self {
      if let place = places[field.name] {
        groups[place].fields.append(field)
      } else {
        places[field.name] = groups.count
        groups.append((field.name, [field]))
      }
    }
    return groups
  }
}

extension FormField {
  /// The field as short text for a message.
  fileprivate var excerpt: String {
    guard fileName == nil, let text else { return "a file" }
    return JSONValue.string(text).excerpt
  }
}

extension Schema {
  /// The members of an object, if such a value is one.
  fileprivate var members: Object? {
    switch self {
    case .object(let object), .nullable(.object(let object)): object
    case .any: Object()
    default: nil
    }
  }

  /// The value of the fields of one name in a form, if they fit.
  fileprivate func reading(_ fields: [FormField]) -> JSONValue? {
    switch self {
    case .nullable(let schema): return schema.reading(fields)
    case .array(let element) where fields.count > 1 || element.isFile:
      let elements = fields.compactMap { element.reading($0) }
      return elements.count == fields.count ? .array(elements) : nil
    case .any where fields.count > 1:
      return .array(fields.compactMap { reading($0) })
    default: return fields.count == 1 ? reading(fields[0]) : nil
    }
  }

  /// The value of a field of a form, if it fits: JSON where the field says so, else as in a query.
  private func reading(_ field: FormField) -> JSONValue? {
    if isFile || (self == .any && field.fileName != nil) { return field.file.json }
    guard let text = field.text else { return nil }
    guard field.contentType.map(ContentType.isJSON) ?? false else {
      return reading(.string(text))
    }
    guard let value = try? JSONReader.read(text), mismatch(of: value) == nil else { return nil }
    return value
  }
}
