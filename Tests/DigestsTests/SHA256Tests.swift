import Testing

@testable import Digests

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the standard's examples come out`(text: String, hash: String) {
    var sum = SHA256()
    sum.update(Array(text.utf8))
    #expect(sum.finish() == hash)
  }

  @Test func `pieces make the same hash as the whole`() {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0) }
    var whole = SHA256()
    whole.update(bytes)
    var pieces = SHA256()
    for start in stride(from: 0, to: 1_000, by: 37) {
      pieces.update(Array(bytes[start..<min(1_000, start + 37)]))
    }
    #expect(whole.finish() == pieces.finish())
  }
}
