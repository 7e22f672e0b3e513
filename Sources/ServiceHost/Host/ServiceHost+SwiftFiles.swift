extension ServiceHost {
  /// The program of the one-file service at `path`.
  func prepareSwiftFile(
    _ path: String, as name: String, _ progress: @escaping @Sendable (LoadProgress) -> Void
  ) async throws(ServiceHostError) -> LoadedProgram {
    throw ServiceHostError(.toolkit, "Swift files cannot be loaded yet")
  }
}
