extension MessageBody {
  /// The fields of the form that the body is; nil if it is none.
  ///
  /// - Throws: The answer to a form that is not well-formed.
  package func formFields() throws(ServiceError) -> [FormField]? {
    guard let type = contentType, ContentType.isForm(type) else { return nil }
    if ContentType.essence(of: type) == ContentType.multipartForm {
      return try MultipartReader.fields(of: bytes, type: type)
    }
    return PercentCoding.decodeQuery(String(decoding: bytes, as: UTF8.self)).map {
      FormField($0.name, $0.value)
    }
  }
}
