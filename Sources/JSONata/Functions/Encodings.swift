import Digests

/// The encodings and hashes of the library, for users outside JSONata.
package enum Encodings {
  /// `text` in Base64, of its UTF-8.
  package static func base64(of text: String) -> String { Base64.encode(Array(text.utf8)) }

  /// The text of which `base64` is the encoding; what is no digit is skipped.
  package static func text(ofBase64 base64: String) -> String {
    String(decoding: Base64.decode(base64), as: UTF8.self)
  }

  /// The hash of `text` by the algorithm of that name, in hexadecimal digits; nil if there is none.
  package static func hash(of text: String, algorithm: String) -> String? {
    Digest.hexadecimal(Array(text.utf8), algorithm: algorithm)
  }
}
