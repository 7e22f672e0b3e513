import Synchronization

/// Buckets in memory, for tests and for recorded runs.
package final class MemoryObjectStore: ObjectStore {
  /// The contents, by bucket and key.
  private let buckets: Mutex<[String: [String: [UInt8]]]>

  /// Creates a store of `buckets`: contents by bucket and key.
  package init(_ buckets: [String: [String: [UInt8]]] = [:]) {
    self.buckets = Mutex(buckets)
  }

  package func object(
    _ key: String, in bucket: String
  ) async throws(ObjectStoreError) -> [UInt8] {
    guard let objects = contents(of: bucket) else { throw .noSuchBucket }
    guard let content = objects[key] else { throw .noSuchKey }
    return content
  }

  package func objects(
    withPrefix prefix: String, in bucket: String
  ) async throws(ObjectStoreError) -> [ObjectSummary] {
    guard let objects = contents(of: bucket) else { throw .noSuchBucket }
    return objects.filter { $0.key.utf8.starts(with: prefix.utf8) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { ObjectSummary(key: $0, size: $1.count, lastModified: 0, etag: "\"\"") }
  }

  /// A bucket that is not there is made.
  package func put(
    _ content: [UInt8], as key: String, in bucket: String
  ) async throws(ObjectStoreError) {
    buckets.withLock { $0[bucket, default: [:]][key] = content }
  }

  /// The contents of `bucket`, by key.
  package func contents(of bucket: String) -> [String: [UInt8]]? {
    buckets.withLock { $0[bucket] }
  }
}
