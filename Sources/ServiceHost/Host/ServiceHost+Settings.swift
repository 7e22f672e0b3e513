extension ServiceHost {
  /// Takes the variables of `.env.STAGE` for another stage.
  ///
  /// Processes that run end when they are done, and the next calls get new ones.
  ///
  /// - Throws: What is wrong in a file of that stage; the stage stays as it was then.
  package func setStage(_ stage: String) throws(ServiceHostError) {
    guard ServiceName.isValid(stage) else { throw ServiceName.stageError(stage) }
    var variables: [PoolID: [String: String]] = [:]
    for pool in services.values {
      guard let service = pools[pool] else { continue }
      variables[pool] = try Self.variables(of: service.source, stage: stage)
    }
    self.stage = stage
    for (pool, variables) in variables {
      pools[pool]?.variables = variables
      handle(.renew, in: pool)
    }
    updateWatch()
  }

  /// Lets each service have at most `limit` processes, which is at least one.
  ///
  /// Idle processes over the limit end at once, others after their call.
  package func setProcessLimit(_ limit: Int) {
    processLimit = max(1, limit)
    for pool in pools.keys { handle(.limit(processLimit), in: pool) }
  }

  /// The variables that the files beside `source` set for `stage`.
  static func variables(
    of source: ServiceSource, stage: String
  ) throws(ServiceHostError) -> [String: String] {
    guard let folder = source.folder else { return [:] }
    return try DotEnv.variables(in: folder, stage: stage)
  }
}
