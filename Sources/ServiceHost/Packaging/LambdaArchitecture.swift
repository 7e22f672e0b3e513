/// A processor that Lambda has
/// (https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html).
package enum LambdaArchitecture: String, CaseIterable, Hashable, Sendable {
  /// 64-bit x86.
  case x86 = "x86_64"

  /// 64-bit ARM, AWS Graviton.
  case arm = "arm64"

  /// The processor with that number in the headers of programs.
  init?(machine: UInt16) {
    switch machine {
    case ELFFile.x86: self = .x86
    case ELFFile.arm: self = .arm
    default: return nil
    }
  }

  #if arch(arm64)
    /// The processor of this machine, for which services are compiled.
    package static let own = LambdaArchitecture.arm
  #else
    /// The processor of this machine, for which services are compiled.
    package static let own = LambdaArchitecture.x86
  #endif
}
