import Testing

@testable import ServiceHost

extension CallID {
  /// An identity for tests that is told by its `name`.
  init(text name: String) {
    self.init(high: 1, low: name.utf8.reduce(0) { $0 << 8 | UInt64($1) })
  }
}

@Suite struct CallIDTests {
  @Test func `an identity is written as a UUID, and read`() {
    let id = CallID(high: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210)
    #expect(id.text == "01234567-89ab-cdef-fedc-ba9876543210")
    #expect(CallID(id.text.utf8.map { $0 }) == id)
    #expect(CallID(id.text.uppercased().utf8.map { $0 }) == id)
    let random = CallID.random()
    #expect(CallID(random.text.utf8.map { $0 }) == random)
  }

  @Test(arguments: [
    "", "nonsense", "01234567-89ab-cdef-fedc-ba987654321", "01234567-89ab-cdef-fedc-ba9876543210a",
    "0123456789ab-cdef-fedc--ba9876543210", "01234567-89ab-cdef-fedc-ba987654321g",
  ])
  func `other texts are none`(text: String) {
    #expect(CallID(text.utf8.map { $0 }) == nil)
  }
}
