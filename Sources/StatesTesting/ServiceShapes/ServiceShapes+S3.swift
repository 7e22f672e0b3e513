extension ServiceShapes {
  /// The answers of `s3`; made by generate.py.
  static let s3Text = #"""
    CopyObject={CopyObjectResult:#CopyObjectResult, Expiration:s, CopySourceVersionId:s,
     VersionId:s, ServerSideEncryption:s(AES256 | aws:fsx | aws:kms | aws:kms:dsse),
     SSECustomerAlgorithm:s, SSECustomerKeyMD5:s, SSEKMSKeyId:s, SSEKMSEncryptionContext:s,
     BucketKeyEnabled:b, RequestCharged:s(requester)}
    DeleteObject={DeleteMarker:b, VersionId:s, RequestCharged:s(requester)}
    DeleteObjects={Deleted:[#DeletedObject], RequestCharged:s(requester), Errors:[#Error]}
    GetObject={Body:s, DeleteMarker:b, AcceptRanges:s, Expiration:s, Restore:s, LastModified:s,
     ContentLength:n, ETag:s, ChecksumCRC32:s, ChecksumCRC32C:s, ChecksumCRC64NVME:s,
     ChecksumSHA1:s, ChecksumSHA256:s, ChecksumSHA512:s, ChecksumMD5:s, ChecksumXXHASH64:s,
     ChecksumXXHASH3:s, ChecksumXXHASH128:s, ChecksumType:s(COMPOSITE | FULL_OBJECT),
     MissingMeta:n, VersionId:s, CacheControl:s, ContentDisposition:s, ContentEncoding:s,
     ContentLanguage:s, ContentRange:s, ContentType:s, Expires:s, WebsiteRedirectLocation:s,
     ServerSideEncryption:s(AES256 | aws:fsx | aws:kms | aws:kms:dsse), Metadata:<s>,
     SSECustomerAlgorithm:s, SSECustomerKeyMD5:s, SSEKMSKeyId:s, BucketKeyEnabled:b,
     StorageClass:s(STANDARD | REDUCED_REDUNDANCY | STANDARD_IA | ONEZONE_IA | INTELLIGENT_TIERING
     | GLACIER | DEEP_ARCHIVE | OUTPOSTS | GLACIER_IR | SNOW | EXPRESS_ONEZONE | FSX_OPENZFS |
     FSX_ONTAP), RequestCharged:s(requester), ReplicationStatus:s(COMPLETE | PENDING | FAILED |
     REPLICA | COMPLETED), PartsCount:n, TagCount:n, ObjectLockMode:s(GOVERNANCE | COMPLIANCE),
     ObjectLockRetainUntilDate:s, ObjectLockLegalHoldStatus:s(ON | OFF)}
    GetObjectTagging={VersionId:s, TagSet!:[#Tag]}
    HeadObject={DeleteMarker:b, AcceptRanges:s, Expiration:s, Restore:s,
     ArchiveStatus:s(ARCHIVE_ACCESS | DEEP_ARCHIVE_ACCESS), LastModified:s, ContentLength:n,
     ChecksumCRC32:s, ChecksumCRC32C:s, ChecksumCRC64NVME:s, ChecksumSHA1:s, ChecksumSHA256:s,
     ChecksumSHA512:s, ChecksumMD5:s, ChecksumXXHASH64:s, ChecksumXXHASH3:s, ChecksumXXHASH128:s,
     ChecksumType:s(COMPOSITE | FULL_OBJECT), ETag:s, MissingMeta:n, VersionId:s, CacheControl:s,
     ContentDisposition:s, ContentEncoding:s, ContentLanguage:s, ContentType:s, ContentRange:s,
     Expires:s, WebsiteRedirectLocation:s, ServerSideEncryption:s(AES256 | aws:fsx | aws:kms |
     aws:kms:dsse), Metadata:<s>, SSECustomerAlgorithm:s, SSECustomerKeyMD5:s, SSEKMSKeyId:s,
     BucketKeyEnabled:b, StorageClass:s(STANDARD | REDUCED_REDUNDANCY | STANDARD_IA | ONEZONE_IA |
     INTELLIGENT_TIERING | GLACIER | DEEP_ARCHIVE | OUTPOSTS | GLACIER_IR | SNOW | EXPRESS_ONEZONE
     | FSX_OPENZFS | FSX_ONTAP), RequestCharged:s(requester), ReplicationStatus:s(COMPLETE |
     PENDING | FAILED | REPLICA | COMPLETED), PartsCount:n, TagCount:n, ObjectLockMode:s(GOVERNANCE
     | COMPLIANCE), ObjectLockRetainUntilDate:s, ObjectLockLegalHoldStatus:s(ON | OFF)}
    ListBuckets={Buckets:[#Bucket], Owner:#Owner, ContinuationToken:s, Prefix:s}
    ListObjects={IsTruncated:b, Marker:s, NextMarker:s, Contents:[#Object], Name:s, Prefix:s,
     Delimiter:s, MaxKeys:n, CommonPrefixes:[#CommonPrefix], EncodingType:s(url),
     RequestCharged:s(requester)}
    ListObjectsV2={IsTruncated:b, Contents:[#Object], Name:s, Prefix:s, Delimiter:s, MaxKeys:n,
     CommonPrefixes:[#CommonPrefix], EncodingType:s(url), KeyCount:n, ContinuationToken:s,
     NextContinuationToken:s, StartAfter:s, RequestCharged:s(requester)}
    PutObject={Expiration:s, ETag:s, ChecksumCRC32:s, ChecksumCRC32C:s, ChecksumCRC64NVME:s,
     ChecksumSHA1:s, ChecksumSHA256:s, ChecksumSHA512:s, ChecksumMD5:s, ChecksumXXHASH64:s,
     ChecksumXXHASH3:s, ChecksumXXHASH128:s, ChecksumType:s(COMPOSITE | FULL_OBJECT),
     ServerSideEncryption:s(AES256 | aws:fsx | aws:kms | aws:kms:dsse), VersionId:s,
     SSECustomerAlgorithm:s, SSECustomerKeyMD5:s, SSEKMSKeyId:s, SSEKMSEncryptionContext:s,
     BucketKeyEnabled:b, Size:n, RequestCharged:s(requester)}
    PutObjectTagging={VersionId:s}
    #Bucket={Name:s, CreationDate:s, BucketRegion:s, BucketArn:s1..128}
    #CommonPrefix={Prefix:s}
    #CopyObjectResult={ETag:s, LastModified:s, ChecksumType:s(COMPOSITE | FULL_OBJECT),
     ChecksumCRC32:s, ChecksumCRC32C:s, ChecksumCRC64NVME:s, ChecksumSHA1:s, ChecksumSHA256:s,
     ChecksumSHA512:s, ChecksumMD5:s, ChecksumXXHASH64:s, ChecksumXXHASH3:s, ChecksumXXHASH128:s}
    #DeletedObject={Key:s1.., VersionId:s, DeleteMarker:b, DeleteMarkerVersionId:s}
    #Error={Key:s1.., VersionId:s, Code:s, Message:s}
    #Object={Key:s1.., LastModified:s, ETag:s, ChecksumAlgorithm:[s(CRC32 | CRC32C | SHA1 | SHA256
     | CRC64NVME | SHA512 | MD5 | XXHASH64 | XXHASH3 | XXHASH128)], ChecksumType:s(COMPOSITE |
     FULL_OBJECT), Size:n, StorageClass:s(STANDARD | REDUCED_REDUNDANCY | GLACIER | STANDARD_IA |
     ONEZONE_IA | INTELLIGENT_TIERING | DEEP_ARCHIVE | OUTPOSTS | GLACIER_IR | SNOW |
     EXPRESS_ONEZONE | FSX_OPENZFS | FSX_ONTAP), Owner:#Owner, RestoreStatus:#RestoreStatus}
    #Owner={DisplayName:s, ID:s}
    #RestoreStatus={IsRestoreInProgress:b, RestoreExpiryDate:s}
    #Tag={Key!:s1.., Value!:s}
    """#
}
