import Testing

@testable import ServiceHost

@Suite struct LogBufferTests {
  @Test func `only the last lines are kept`() {
    var buffer = LogBuffer<String>(lineLimit: 3, byteLimit: 1_000)
    for number in 1...100 { buffer.append("\(number)") }
    #expect(buffer.lines == ["98", "99", "100"])
  }

  @Test func `long lines push out more`() {
    var buffer = LogBuffer<String>(lineLimit: 100, byteLimit: 10)
    for text in ["aaaa", "bbbb", "cccc"] { buffer.append(text) }
    #expect(buffer.lines == ["bbbb", "cccc"])
  }

  @Test func `lines are put together from pieces`() {
    var splitter = LineSplitter()
    #expect(splitter.push(Array("one\r\ntw".utf8)) == ["one"])
    #expect(splitter.push(Array("o\n\nthree".utf8)) == ["two", ""])
    #expect(splitter.finish() == "three")
    #expect(splitter.finish() == nil)
  }

  @Test func `an endless line is cut`() {
    var splitter = LineSplitter()
    let lines = splitter.push([UInt8](repeating: 0x61, count: 20_000))
    #expect(lines.map(\.utf8.count) == [8_192, 8_192])
    #expect(splitter.finish()?.utf8.count == 3_616)
  }
}
