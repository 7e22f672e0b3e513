import JSON

/// What stands in for Amazon S3: buckets of objects with keys.
package protocol ObjectStore: Sendable {
  /// The content of the object `key` in `bucket`.
  func object(_ key: String, in bucket: String) async throws(ObjectStoreError) -> [UInt8]

  /// The objects in `bucket` whose keys begin with `prefix`, in the order of their keys.
  func objects(
    withPrefix prefix: String, in bucket: String
  ) async throws(ObjectStoreError) -> [ObjectSummary]

  /// Stores `content` as the object `key` in `bucket`.
  func put(_ content: [UInt8], as key: String, in bucket: String) async throws(ObjectStoreError)
}

/// What `ListObjectsV2` tells of an object.
package struct ObjectSummary: Equatable, Sendable {
  /// The key.
  package var key: String

  /// The size in bytes.
  package var size: Int

  /// When it was changed, in seconds since 1970.
  package var lastModified: Int

  /// The tag of its content, in quotes.
  package var etag: String

  /// Creates a summary.
  package init(key: String, size: Int, lastModified: Int, etag: String) {
    self.key = key
    self.size = size
    self.lastModified = lastModified
    self.etag = etag
  }

  /// The item that a Map gets for it.
  ///
  /// Source: `ItemReader (Map)`, "Iterate over Amazon S3 objects", Step Functions developer guide.
  var item: JSONValue {
    [
      "Etag": .string(etag), "Key": .string(key), "LastModified": .integer(Int64(lastModified)),
      "Size": .integer(Int64(size)), "StorageClass": "STANDARD",
    ]
  }
}

/// Why an object could not be read or written.
package struct ObjectStoreError: Error, Equatable, Sendable {
  /// What happened, in S3's words where it has some.
  package var message: String

  /// Creates an error.
  package init(_ message: String) {
    self.message = message
  }

  /// There is no such object.
  package static let noSuchKey = ObjectStoreError(
    "The specified key does not exist. (Service: Amazon S3; Status Code: 404; "
      + "Error Code: NoSuchKey)")

  /// There is no such bucket.
  package static let noSuchBucket = ObjectStoreError(
    "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; "
      + "Error Code: NoSuchBucket)")
}
