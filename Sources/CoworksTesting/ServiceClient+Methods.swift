extension ServiceClient {
  /// Calls a route that is read.
  ///
  /// - Parameters:
  ///   - path: The path, with or without a query.
  ///   - query: The query.
  ///   - headers: The headers.
  ///   - caller: Who calls, if not the client's usual caller.
  /// - Returns: The answer, which may report an error.
  public func get(
    _ path: String, query: Query = [:], headers: Headers = [:], as caller: TestCaller? = nil
  ) async -> TestAnswer {
    await call(.get, path, query: query, headers: headers, as: caller)
  }

  /// Calls a route that deletes.
  ///
  /// - Parameters:
  ///   - path: The path, with or without a query.
  ///   - query: The query.
  ///   - headers: The headers.
  ///   - caller: Who calls, if not the client's usual caller.
  /// - Returns: The answer, which may report an error.
  public func delete(
    _ path: String, query: Query = [:], headers: Headers = [:], as caller: TestCaller? = nil
  ) async -> TestAnswer {
    await call(.delete, path, query: query, headers: headers, as: caller)
  }

  /// Calls a route with JSON.
  ///
  /// - Parameters:
  ///   - path: The path, with or without a query.
  ///   - json: What the call carries, such as a dictionary or a type of the service.
  ///   - query: The query.
  ///   - headers: The headers.
  ///   - caller: Who calls, if not the client's usual caller.
  /// - Returns: The answer, which may report an error.
  /// - Throws: Why `json` cannot be written.
  public func post(
    _ path: String, json: some Encodable, query: Query = [:], headers: Headers = [:],
    as caller: TestCaller? = nil
  ) async throws -> TestAnswer {
    await call(
      .post, path, query: query, headers: headers, body: try Body(json: json), as: caller)
  }

  /// Calls a route with JSON that replaces something.
  ///
  /// - Parameters:
  ///   - path: The path, with or without a query.
  ///   - json: What the call carries, such as a dictionary or a type of the service.
  ///   - query: The query.
  ///   - headers: The headers.
  ///   - caller: Who calls, if not the client's usual caller.
  /// - Returns: The answer, which may report an error.
  /// - Throws: Why `json` cannot be written.
  public func put(
    _ path: String, json: some Encodable, query: Query = [:], headers: Headers = [:],
    as caller: TestCaller? = nil
  ) async throws -> TestAnswer {
    await call(.put, path, query: query, headers: headers, body: try Body(json: json), as: caller)
  }

  /// Calls a route with JSON that changes something.
  ///
  /// - Parameters:
  ///   - path: The path, with or without a query.
  ///   - json: What the call carries, such as a dictionary or a type of the service.
  ///   - query: The query.
  ///   - headers: The headers.
  ///   - caller: Who calls, if not the client's usual caller.
  /// - Returns: The answer, which may report an error.
  /// - Throws: Why `json` cannot be written.
  public func patch(
    _ path: String, json: some Encodable, query: Query = [:], headers: Headers = [:],
    as caller: TestCaller? = nil
  ) async throws -> TestAnswer {
    await call(
      .patch, path, query: query, headers: headers, body: try Body(json: json), as: caller)
  }

  /// Calls a route with a form.
  ///
  /// - Parameters:
  ///   - path: The path, with or without a query.
  ///   - fields: The texts of the form; a repeated name is a list.
  ///   - files: The files of the form; a repeated name is a list.
  ///   - query: The query.
  ///   - headers: The headers.
  ///   - caller: Who calls, if not the client's usual caller.
  /// - Returns: The answer, which may report an error.
  public func post(
    _ path: String, fields: KeyValuePairs<String, String> = [:],
    files: KeyValuePairs<String, File>, query: Query = [:], headers: Headers = [:],
    as caller: TestCaller? = nil
  ) async -> TestAnswer {
    let body = Body(form: fields, files: files)
    return await call(.post, path, query: query, headers: headers, body: body, as: caller)
  }
}
