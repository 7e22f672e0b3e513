extension ServiceShapes {
  /// The answers of `sts`; made by generate.py.
  static let stsText = #"""
    AssumeRole={Credentials:#Credentials, AssumedRoleUser:#AssumedRoleUser, PackedPolicySize:n,
     SourceIdentity:s2..64}
    AssumeRoleWithSAML={Credentials:#Credentials, AssumedRoleUser:#AssumedRoleUser,
     PackedPolicySize:n, Subject:s, SubjectType:s, Issuer:s, Audience:s, NameQualifier:s,
     SourceIdentity:s2..64}
    AssumeRoleWithWebIdentity={Credentials:#Credentials, SubjectFromWebIdentityToken:s6..255,
     AssumedRoleUser:#AssumedRoleUser, PackedPolicySize:n, Provider:s, Audience:s,
     SourceIdentity:s2..64}
    AssumeRoot={Credentials:#Credentials, SourceIdentity:s2..64}
    DecodeAuthorizationMessage={DecodedMessage:s}
    GetAccessKeyInfo={Account:s}
    GetCallerIdentity={UserId:s, Account:s, Arn:s20..2048}
    GetDelegatedAccessToken={Credentials:#Credentials, PackedPolicySize:n,
     AssumedPrincipal:s20..2048}
    GetFederationToken={Credentials:#Credentials, FederatedUser:#FederatedUser,
     PackedPolicySize:n}
    GetSessionToken={Credentials:#Credentials}
    GetWebIdentityToken={WebIdentityToken:s, Expiration:s}
    #AssumedRoleUser={AssumedRoleId!:s2..193, Arn!:s20..2048}
    #Credentials={AccessKeyId!:s16..128, SecretAccessKey!:s, SessionToken!:s, Expiration!:s}
    #FederatedUser={FederatedUserId!:s2..193, Arn!:s20..2048}
    """#
}
