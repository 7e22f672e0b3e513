import Foundation
import StatesExecution

/// A folder that stands in for S3: its folders are the buckets, and the paths in them the keys.
struct FolderObjectStore: ObjectStore {
  /// The folder.
  let folder: URL

  func object(
    _ key: String, in bucket: String
  ) async throws(ObjectStoreError) -> [UInt8] {
    let file = try file(key, in: bucket)
    guard let data = try? Data(contentsOf: file) else { throw .noSuchKey }
    return Array(data)
  }

  func objects(
    withPrefix prefix: String, in bucket: String
  ) async throws(ObjectStoreError) -> [ObjectSummary] {
    try keys(in: bucket).filter { $0.utf8.starts(with: prefix.utf8) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { summary(of: $0, in: bucket) }
  }

  func put(
    _ content: [UInt8], as key: String, in bucket: String
  ) async throws(ObjectStoreError) {
    let file = try path(of: key, in: bucket)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(content).write(to: file)
    } catch {
      throw ObjectStoreError("\(file.path) cannot be written: \(error.localizedDescription)")
    }
  }

  // MARK: -

  /// The file of an object in a bucket that is there.
  private func file(_ key: String, in bucket: String) throws(ObjectStoreError) -> URL {
    let file = try path(of: key, in: bucket)
    var isFolder: ObjCBool = false
    let bucket = folder.appending(path: bucket).path
    guard FileManager.default.fileExists(atPath: bucket, isDirectory: &isFolder), isFolder.boolValue
    else { throw .noSuchBucket }
    return file
  }

  /// The file of an object, which never lies outside of the folder.
  private func path(of key: String, in bucket: String) throws(ObjectStoreError) -> URL {
    let steps = bucket.split(separator: "/") + key.split(separator: "/")
    guard !steps.contains("..") else { throw .noSuchKey }
    return folder.appending(path: bucket).appending(path: key)
  }

  /// The keys of all objects in `bucket`.
  private func keys(in bucket: String) throws(ObjectStoreError) -> [String] {
    let root = try file("", in: bucket)
    let paths =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      let path = root.appending(path: path).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  /// What a listing tells of an object.
  private func summary(of key: String, in bucket: String) -> ObjectSummary {
    let path = folder.appending(path: bucket).appending(path: key).path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let size = (attributes?[.size] as? NSNumber)?.intValue ?? 0
    return ObjectSummary(key: key, size: size, lastModified: Int(changed), etag: "\"\"")
  }
}
