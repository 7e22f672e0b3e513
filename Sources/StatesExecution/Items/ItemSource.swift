package import JSON
import StatesLanguage

/// A read of a distributed Map's items from S3.
package struct ItemRequest: Equatable, Sendable {
  /// Whether objects are listed instead of one object read.
  package var listsObjects: Bool

  /// The bucket.
  package var bucket: String

  /// The key of the object that is read.
  package var key: String?

  /// What the keys of listed objects begin with.
  package var prefix: String

  /// How the content is read.
  package var configuration: ReaderConfiguration

  /// Where the items come from, for `Map.Item.Source` of the context object.
  package var source: String {
    listsObjects && !configuration.loadsAndFlattens
      ? "s3://\(bucket)/\(prefix)" : "s3://\(bucket)/\(key ?? prefix)"
  }
}

/// Reads the items of a distributed Map.
package struct ItemSource: Sendable {
  /// What stands in for S3.
  package let store: any ObjectStore

  /// Creates a source that reads from `store`.
  package init(_ store: any ObjectStore) {
    self.store = store
  }

  /// The items that `request` asks for.
  package func items(for request: ItemRequest) async throws(StateError) -> [JSONValue] {
    let decoding = ItemDecoding(configuration: request.configuration)
    do {
      if request.listsObjects { return try await listed(request, decoding) }
      guard let key = request.key else { return [] }
      let content = try await store.object(key, in: request.bucket)
      guard let type = request.configuration.inputType else { return [] }
      guard type == .manifest else { return try decoding.items(in: content, as: type) }
      return try await manifestItems(content, request, decoding)
    } catch {
      throw Self.failure(error)
    }
  }

  /// The failure of a Map whose items could not be read because of `error`.
  private static func failure(_ error: any Error) -> StateError {
    switch error {
    case let error as StateError: error
    case let error as ObjectStoreError:
      StateError(ErrorName.itemReaderFailed, cause: error.message)
    default: StateError(ErrorName.itemReaderFailed, cause: "\(error)")
    }
  }

  /// The listed objects, or the items in them.
  private func listed(
    _ request: ItemRequest, _ decoding: ItemDecoding
  ) async throws -> [JSONValue] {
    let limit = request.configuration.maxItems ?? .max
    let objects = try await store.objects(withPrefix: request.prefix, in: request.bucket)
    guard request.configuration.loadsAndFlattens, let type = request.configuration.inputType else {
      return objects.prefix(limit).map(\.item)
    }
    return try await loaded(objects.map { (request.bucket, $0.key) }, as: type, decoding)
  }

  /// The items in `objects`, one object's after the other's, up to the limit.
  private func loaded(
    _ objects: [(bucket: String, key: String)], as type: ReaderConfiguration.InputType,
    _ decoding: ItemDecoding
  ) async throws -> [JSONValue] {
    let limit = decoding.configuration.maxItems ?? .max
    var items: [JSONValue] = []
    for (bucket, key) in objects where items.count < limit {
      items += try decoding.items(in: try await store.object(key, in: bucket), as: type)
    }
    return Array(items.prefix(limit))
  }

  // MARK: - Manifests

  /// The items of a manifest: the rows of an inventory, or what is in the files of a query's result.
  private func manifestItems(
    _ content: [UInt8], _ request: ItemRequest, _ decoding: ItemDecoding
  ) async throws -> [JSONValue] {
    switch request.configuration.manifestType {
    case .athenaData:
      let files = CSVRows(content, delimiter: 0x2C).compactMap { $0.first.flatMap(Self.location) }
      return try await loaded(files, as: .csv, decoding)
    case .s3Inventory: return try await inventoryRows(content, request, decoding)
    }
  }

  /// The bucket and the key of `s3://BUCKET/KEY`.
  private static func location(_ text: String) -> (bucket: String, key: String)? {
    guard text.hasPrefix("s3://") else { return nil }
    let parts = text.dropFirst(5).split(separator: "/", maxSplits: 1)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  /// The rows of the files of an S3 inventory, whose `manifest.json` names files and columns.
  private func inventoryRows(
    _ content: [UInt8], _ request: ItemRequest, _ decoding: ItemDecoding
  ) async throws -> [JSONValue] {
    guard let manifest = try? JSONReader.read(utf8: content),
      let schema = manifest["fileSchema"]?.stringValue,
      let files = manifest["files"]?.arrayValue?.compactMap({ $0["key"]?.stringValue })
    else {
      throw StateError(
        ErrorName.itemReaderFailed,
        cause: "The manifest must be the manifest.json of an S3 inventory: it needs the members "
          + "fileSchema and files.")
    }
    if let compressed = files.first(where: { $0.hasSuffix(".gz") }) {
      throw StateError(
        ErrorName.itemReaderFailed,
        cause: "\(compressed) is compressed: put the decompressed file into the folder for a "
          + "local run, and its name without .gz into the manifest.")
    }
    var configuration = request.configuration
    configuration.headerLocation = .given
    configuration.headers = schema.split(separator: ",").map { column in
      String(column.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let rows = ItemDecoding(configuration: configuration)
    return try await loaded(files.map { (request.bucket, $0) }, as: .csv, rows)
  }
}
