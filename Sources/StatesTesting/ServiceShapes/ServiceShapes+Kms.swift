extension ServiceShapes {
  /// The answers of `kms`; made by generate.py.
  static let kmsText = #"""
    CancelKeyDeletion={KeyId:s1..2048}
    ConnectCustomKeyStore={}
    CreateCustomKeyStore={CustomKeyStoreId:s1..64}
    CreateGrant={GrantToken:s1..8192, GrantId:s1..128}
    CreateKey={KeyMetadata:#KeyMetadata}
    Decrypt={KeyId:s1..2048, Plaintext:s1..4096, EncryptionAlgorithm:s(SYMMETRIC_DEFAULT |
     RSAES_OAEP_SHA_1 | RSAES_OAEP_SHA_256 | SM2PKE), CiphertextForRecipient:s1..6144,
     KeyMaterialId:s64..64}
    DeleteCustomKeyStore={}
    DeleteImportedKeyMaterial={KeyId:s1..2048, KeyMaterialId:s0..64}
    DeriveSharedSecret={KeyId:s1..2048, SharedSecret:s1..4096, CiphertextForRecipient:s1..6144,
     KeyAgreementAlgorithm:s(ECDH), KeyOrigin:s(AWS_KMS | EXTERNAL | AWS_CLOUDHSM |
     EXTERNAL_KEY_STORE)}
    DescribeCustomKeyStores={CustomKeyStores:[#CustomKeyStoresListEntry], NextMarker:s1..1024,
     Truncated:b}
    DescribeKey={KeyMetadata:#KeyMetadata}
    DisconnectCustomKeyStore={}
    Encrypt={CiphertextBlob:s1..6144, KeyId:s1..2048, EncryptionAlgorithm:s(SYMMETRIC_DEFAULT |
     RSAES_OAEP_SHA_1 | RSAES_OAEP_SHA_256 | SM2PKE)}
    GenerateDataKey={CiphertextBlob:s1..6144, Plaintext:s1..4096, KeyId:s1..2048,
     CiphertextForRecipient:s1..6144, KeyMaterialId:s64..64}
    GenerateDataKeyPair={PrivateKeyCiphertextBlob:s1..6144, PrivateKeyPlaintext:s1..4096,
     PublicKey:s1..8192, KeyId:s1..2048, KeyPairSpec:s(RSA_2048 | RSA_3072 | RSA_4096 |
     ECC_NIST_P256 | ECC_NIST_P384 | ECC_NIST_P521 | ECC_SECG_P256K1 | SM2 |
     ECC_NIST_EDWARDS25519), CiphertextForRecipient:s1..6144, KeyMaterialId:s64..64}
    GenerateDataKeyPairWithoutPlaintext={PrivateKeyCiphertextBlob:s1..6144, PublicKey:s1..8192,
     KeyId:s1..2048, KeyPairSpec:s(RSA_2048 | RSA_3072 | RSA_4096 | ECC_NIST_P256 | ECC_NIST_P384 |
     ECC_NIST_P521 | ECC_SECG_P256K1 | SM2 | ECC_NIST_EDWARDS25519), KeyMaterialId:s64..64}
    GenerateDataKeyWithoutPlaintext={CiphertextBlob:s1..6144, KeyId:s1..2048,
     KeyMaterialId:s64..64}
    GenerateMac={Mac:s1..6144, MacAlgorithm:s(HMAC_SHA_224 | HMAC_SHA_256 | HMAC_SHA_384 |
     HMAC_SHA_512), KeyId:s1..2048}
    GenerateRandom={Plaintext:s1..4096, CiphertextForRecipient:s1..6144}
    GetKeyLastUsage={KeyId:s1..2048, KeyLastUsage:#KeyLastUsageData, TrackingStartDate:s,
     KeyCreationDate:s}
    GetKeyPolicy={Policy:s1..131072, PolicyName:s1..128}
    GetKeyRotationStatus={KeyRotationEnabled:b, KeyId:s1..2048, RotationPeriodInDays:n90..2560,
     NextRotationDate:s, OnDemandRotationStartDate:s}
    GetParametersForImport={KeyId:s1..2048, ImportToken:s1..6144, PublicKey:s1..4096,
     ParametersValidTo:s}
    GetPublicKey={KeyId:s1..2048, PublicKey:s1..8192, CustomerMasterKeySpec:s(RSA_2048 | RSA_3072
     | RSA_4096 | ECC_NIST_P256 | ECC_NIST_P384 | ECC_NIST_P521 | ECC_SECG_P256K1 |
     SYMMETRIC_DEFAULT | HMAC_224 | HMAC_256 | HMAC_384 | HMAC_512 | SM2), KeySpec:s(RSA_2048 |
     RSA_3072 | RSA_4096 | ECC_NIST_P256 | ECC_NIST_P384 | ECC_NIST_P521 | ECC_SECG_P256K1 |
     SYMMETRIC_DEFAULT | HMAC_224 | HMAC_256 | HMAC_384 | HMAC_512 | SM2 | ML_DSA_44 | ML_DSA_65 |
     ML_DSA_87 | ECC_NIST_EDWARDS25519), KeyUsage:s(SIGN_VERIFY | ENCRYPT_DECRYPT |
     GENERATE_VERIFY_MAC | KEY_AGREEMENT), EncryptionAlgorithms:[s(SYMMETRIC_DEFAULT |
     RSAES_OAEP_SHA_1 | RSAES_OAEP_SHA_256 | SM2PKE)], SigningAlgorithms:[s(RSASSA_PSS_SHA_256 |
     RSASSA_PSS_SHA_384 | RSASSA_PSS_SHA_512 | RSASSA_PKCS1_V1_5_SHA_256 |
     RSASSA_PKCS1_V1_5_SHA_384 | RSASSA_PKCS1_V1_5_SHA_512 | ECDSA_SHA_256 | ECDSA_SHA_384 |
     ECDSA_SHA_512 | SM2DSA | ML_DSA_SHAKE_256 | ED25519_SHA_512 | ED25519_PH_SHA_512)],
     KeyAgreementAlgorithms:[s(ECDH)]}
    ImportKeyMaterial={KeyId:s1..2048, KeyMaterialId:s64..64}
    ListAliases={Aliases:[#AliasListEntry], NextMarker:s1..1024, Truncated:b}
    ListGrants={Grants:[#GrantListEntry], NextMarker:s1..1024, Truncated:b}
    ListKeyPolicies={PolicyNames:[s1..128], NextMarker:s1..1024, Truncated:b}
    ListKeyRotations={Rotations:[#RotationsListEntry], NextMarker:s1..1024, Truncated:b}
    ListKeys={Keys:[#KeyListEntry], NextMarker:s1..1024, Truncated:b}
    ListResourceTags={Tags:[#Tag], NextMarker:s1..1024, Truncated:b}
    ListRetirableGrants={Grants:[#GrantListEntry], NextMarker:s1..1024, Truncated:b}
    ReEncrypt={CiphertextBlob:s1..6144, SourceKeyId:s1..2048, KeyId:s1..2048,
     SourceEncryptionAlgorithm:s(SYMMETRIC_DEFAULT | RSAES_OAEP_SHA_1 | RSAES_OAEP_SHA_256 |
     SM2PKE), DestinationEncryptionAlgorithm:s(SYMMETRIC_DEFAULT | RSAES_OAEP_SHA_1 |
     RSAES_OAEP_SHA_256 | SM2PKE), SourceKeyMaterialId:s64..64, DestinationKeyMaterialId:s64..64}
    ReplicateKey={ReplicaKeyMetadata:#KeyMetadata, ReplicaPolicy:s1..131072, ReplicaTags:[#Tag]}
    RotateKeyOnDemand={KeyId:s1..2048}
    ScheduleKeyDeletion={KeyId:s1..2048, DeletionDate:s, KeyState:s(Creating | Enabled | Disabled
     | PendingDeletion | PendingImport | PendingReplicaDeletion | Unavailable | Updating),
     PendingWindowInDays:n1..365}
    Sign={KeyId:s1..2048, Signature:s1..6144, SigningAlgorithm:s(RSASSA_PSS_SHA_256 |
     RSASSA_PSS_SHA_384 | RSASSA_PSS_SHA_512 | RSASSA_PKCS1_V1_5_SHA_256 |
     RSASSA_PKCS1_V1_5_SHA_384 | RSASSA_PKCS1_V1_5_SHA_512 | ECDSA_SHA_256 | ECDSA_SHA_384 |
     ECDSA_SHA_512 | SM2DSA | ML_DSA_SHAKE_256 | ED25519_SHA_512 | ED25519_PH_SHA_512)}
    UpdateCustomKeyStore={}
    Verify={KeyId:s1..2048, SignatureValid:b, SigningAlgorithm:s(RSASSA_PSS_SHA_256 |
     RSASSA_PSS_SHA_384 | RSASSA_PSS_SHA_512 | RSASSA_PKCS1_V1_5_SHA_256 |
     RSASSA_PKCS1_V1_5_SHA_384 | RSASSA_PKCS1_V1_5_SHA_512 | ECDSA_SHA_256 | ECDSA_SHA_384 |
     ECDSA_SHA_512 | SM2DSA | ML_DSA_SHAKE_256 | ED25519_SHA_512 | ED25519_PH_SHA_512)}
    VerifyMac={KeyId:s1..2048, MacValid:b, MacAlgorithm:s(HMAC_SHA_224 | HMAC_SHA_256 |
     HMAC_SHA_384 | HMAC_SHA_512)}
    #AliasListEntry={AliasName:s1..256, AliasArn:s20..2048, TargetKeyId:s1..2048, CreationDate:s,
     LastUpdatedDate:s}
    #CustomKeyStoresListEntry={CustomKeyStoreId:s1..64, CustomKeyStoreName:s1..256,
     CloudHsmClusterId:s19..24, TrustAnchorCertificate:s1..5000, ConnectionState:s(CONNECTED |
     CONNECTING | FAILED | DISCONNECTED | DISCONNECTING), ConnectionErrorCode:s(INVALID_CREDENTIALS
     | CLUSTER_NOT_FOUND | NETWORK_ERRORS | INTERNAL_ERROR | INSUFFICIENT_CLOUDHSM_HSMS |
     USER_LOCKED_OUT | USER_NOT_FOUND | USER_LOGGED_IN | SUBNET_NOT_FOUND |
     INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET | XKS_PROXY_ACCESS_DENIED | XKS_PROXY_NOT_REACHABLE |
     XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND | XKS_PROXY_INVALID_RESPONSE |
     XKS_PROXY_INVALID_CONFIGURATION | XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION |
     XKS_PROXY_TIMED_OUT | XKS_PROXY_INVALID_TLS_CONFIGURATION), CreationDate:s,
     CustomKeyStoreType:s(AWS_CLOUDHSM | EXTERNAL_KEY_STORE),
     XksProxyConfiguration:#XksProxyConfigurationType}
    #GrantConstraints={EncryptionContextSubset:<s>, EncryptionContextEquals:<s>}
    #GrantListEntry={KeyId:s1..2048, GrantId:s1..128, Name:s1..256, CreationDate:s,
     GranteePrincipal:s1..256, RetiringPrincipal:s1..256, IssuingAccount:s1..256,
     Operations:[s(Decrypt | Encrypt | GenerateDataKey | GenerateDataKeyWithoutPlaintext |
     ReEncryptFrom | ReEncryptTo | Sign | Verify | GetPublicKey | CreateGrant | RetireGrant |
     DescribeKey | GenerateDataKeyPair | GenerateDataKeyPairWithoutPlaintext | GenerateMac |
     VerifyMac | DeriveSharedSecret)], Constraints:#GrantConstraints}
    #KeyLastUsageData={Operation:s(Decrypt | DeriveSharedSecret | Encrypt | GenerateDataKey |
     GenerateDataKeyPair | GenerateDataKeyPairWithoutPlaintext | GenerateDataKeyWithoutPlaintext |
     GenerateMac | ReEncrypt | Sign | Verify | VerifyMac), Timestamp:s, CloudTrailEventId:s,
     KmsRequestId:s}
    #KeyListEntry={KeyId:s1..2048, KeyArn:s20..2048}
    #KeyMetadata={AWSAccountId:s, KeyId!:s1..2048, Arn:s20..2048, CreationDate:s, Enabled:b,
     Description:s0..8192, KeyUsage:s(SIGN_VERIFY | ENCRYPT_DECRYPT | GENERATE_VERIFY_MAC |
     KEY_AGREEMENT), KeyState:s(Creating | Enabled | Disabled | PendingDeletion | PendingImport |
     PendingReplicaDeletion | Unavailable | Updating), DeletionDate:s, ValidTo:s, Origin:s(AWS_KMS
     | EXTERNAL | AWS_CLOUDHSM | EXTERNAL_KEY_STORE), CustomKeyStoreId:s1..64,
     CloudHsmClusterId:s19..24, ExpirationModel:s(KEY_MATERIAL_EXPIRES |
     KEY_MATERIAL_DOES_NOT_EXPIRE), KeyManager:s(AWS | CUSTOMER), CustomerMasterKeySpec:s(RSA_2048
     | RSA_3072 | RSA_4096 | ECC_NIST_P256 | ECC_NIST_P384 | ECC_NIST_P521 | ECC_SECG_P256K1 |
     SYMMETRIC_DEFAULT | HMAC_224 | HMAC_256 | HMAC_384 | HMAC_512 | SM2), KeySpec:s(RSA_2048 |
     RSA_3072 | RSA_4096 | ECC_NIST_P256 | ECC_NIST_P384 | ECC_NIST_P521 | ECC_SECG_P256K1 |
     SYMMETRIC_DEFAULT | HMAC_224 | HMAC_256 | HMAC_384 | HMAC_512 | SM2 | ML_DSA_44 | ML_DSA_65 |
     ML_DSA_87 | ECC_NIST_EDWARDS25519), EncryptionAlgorithms:[s(SYMMETRIC_DEFAULT |
     RSAES_OAEP_SHA_1 | RSAES_OAEP_SHA_256 | SM2PKE)], SigningAlgorithms:[s(RSASSA_PSS_SHA_256 |
     RSASSA_PSS_SHA_384 | RSASSA_PSS_SHA_512 | RSASSA_PKCS1_V1_5_SHA_256 |
     RSASSA_PKCS1_V1_5_SHA_384 | RSASSA_PKCS1_V1_5_SHA_512 | ECDSA_SHA_256 | ECDSA_SHA_384 |
     ECDSA_SHA_512 | SM2DSA | ML_DSA_SHAKE_256 | ED25519_SHA_512 | ED25519_PH_SHA_512)],
     KeyAgreementAlgorithms:[s(ECDH)], MultiRegion:b,
     MultiRegionConfiguration:#MultiRegionConfiguration, PendingDeletionWindowInDays:n1..365,
     MacAlgorithms:[s(HMAC_SHA_224 | HMAC_SHA_256 | HMAC_SHA_384 | HMAC_SHA_512)],
     XksKeyConfiguration:#XksKeyConfigurationType, CurrentKeyMaterialId:s64..64}
    #MultiRegionConfiguration={MultiRegionKeyType:s(PRIMARY | REPLICA),
     PrimaryKey:#MultiRegionKey, ReplicaKeys:[#MultiRegionKey]}
    #MultiRegionKey={Arn:s20..2048, Region:s1..32}
    #RotationsListEntry={KeyId:s1..2048, KeyMaterialId:s64..64, KeyMaterialDescription:s0..256,
     ImportState:s(IMPORTED | PENDING_IMPORT), KeyMaterialState:s(NON_CURRENT | CURRENT |
     PENDING_ROTATION | PENDING_MULTI_REGION_IMPORT_AND_ROTATION),
     ExpirationModel:s(KEY_MATERIAL_EXPIRES | KEY_MATERIAL_DOES_NOT_EXPIRE), ValidTo:s,
     RotationDate:s, RotationType:s(AUTOMATIC | ON_DEMAND)}
    #Tag={TagKey!:s1..128, TagValue!:s0..256}
    #XksKeyConfigurationType={Id:s1..128}
    #XksProxyConfigurationType={Connectivity:s(PUBLIC_ENDPOINT | VPC_ENDPOINT_SERVICE),
     AccessKeyId:s20..30, UriEndpoint:s10..128, UriPath:s10..128, VpcEndpointServiceName:s20..64,
     VpcEndpointServiceOwner:s12..12}
    """#
}
