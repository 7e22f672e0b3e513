import Testing

@testable import ServiceHost

@Suite struct DotEnvTests {
  @Test(
    arguments: [
      ("", [:]),
      ("A=1", ["A": "1"]),
      ("A=1\nB=2\n", ["A": "1", "B": "2"]),
      ("A=1\r\nB=2\r\n", ["A": "1", "B": "2"]),
      ("\u{FEFF}A=1", ["A": "1"]),
      ("\n  \n# a comment\n  # another\nA=1", ["A": "1"]),
      ("export A=1", ["A": "1"]),
      ("export\tA=1", ["A": "1"]),
      ("export=1", ["export": "1"]),
      ("  A  =  b c  ", ["A": "b c"]),
      ("A=", ["A": ""]),
      ("A= # nothing", ["A": ""]),
      ("A=b # c", ["A": "b"]),
      ("A=b#c", ["A": "b#c"]),
      ("A=http://x/?a=b&c=d", ["A": "http://x/?a=b&c=d"]),
      ("A=it's", ["A": "it's"]),
      ("A=1\nA=2", ["A": "2"]),
      ("A='b # c'", ["A": "b # c"]),
      ("A='b' # c", ["A": "b"]),
      (#"A='it\'s \\ \n'"#, ["A": #"it's \ \n"#]),
      (#"A="b\n\t\"c\" \\ \$d \x""#, ["A": "b\n\t\"c\" \\ $d \\x"]),
      ("A=\"one\ntwo\"\nB='x\n\ny'", ["A": "one\ntwo", "B": "x\n\ny"]),
      ("A=\"one\r\ntwo\"", ["A": "one\ntwo"]),
      ("A=1\nB=${A}2", ["A": "1", "B": "12"]),
      ("A=1\nB=\"<${A}>\"\nC='${A}'", ["A": "1", "B": "<1>", "C": "${A}"]),
      ("A=${HOME}", ["A": "/home/x"]),
      ("A=${B:-c d}e", ["A": "c de"]),
      ("A=${B:-}", ["A": ""]),
      ("B=\nA=${B:-c}", ["A": "c", "B": ""]),
      ("A=$HOME", ["A": "$HOME"]),
      ("A=é ü", ["A": "é ü"]),
    ] as [(String, [String: String])])
  func `variables are read`(text: String, variables: [String: String]) throws {
    let read = try DotEnv(text) { $0 == "HOME" ? "/home/x" : nil }
    #expect(read.variables == variables)
  }

  @Test(
    arguments: [
      ("A=1\nB", 2, "expected = after B"),
      ("\n=1", 2, "expected NAME=VALUE, not =1"),
      ("1A=2", 1, "expected NAME=VALUE, not 1A=2"),
      ("A-B=2", 1, "expected = after A"),
      ("export", 1, "expected NAME=VALUE after export"),
      ("A=1\nB='x\ny", 2, "the value has no closing '"),
      ("A=\"x", 1, "the value has no closing \""),
      ("A='x' y", 1, "expected the end of the line after the closing '"),
      ("A=${B}", 1, "${B} is not set; ${B:-} is empty where it is not"),
      ("A=${B", 1, "expected ${NAME} or ${NAME:-default}"),
      ("A=${}", 1, "expected ${NAME} or ${NAME:-default}"),
      ("A=\"x\ny\"\nB", 3, "expected = after B"),
      ("_HANDLER=x", 1, "_HANDLER is Lambda's own and cannot be set"),
      ("AWS_LAMBDA_RUNTIME_API=x", 1, "AWS_LAMBDA_RUNTIME_API is Lambda's own and cannot be set"),
      ("A=b\u{0}c", 1, "a variable cannot hold a zero byte"),
    ] as [(String, Int, String)])
  func `what cannot be understood is an error with its line`(
    text: String, line: Int, message: String
  ) {
    let mistake = #expect(throws: DotEnv.Mistake.self) { try DotEnv(text) }
    #expect(mistake == DotEnv.Mistake(line: line, message: message))
  }

  @Test func `the file of the stage overrides the other, and may refer to it`() throws {
    let folder = TemporaryFolder.make()
    defer { Files.remove(folder) }
    try Files.write(Array("A=1\nB=2".utf8), to: folder + "/.env")
    try Files.write(Array("B=3\nC=${A}4".utf8), to: folder + "/.env.prod")
    #expect(try DotEnv.variables(in: folder, stage: "dev") == ["A": "1", "B": "2"])
    #expect(try DotEnv.variables(in: folder, stage: "prod") == ["A": "1", "B": "3", "C": "14"])
    try Files.write(Array("A".utf8), to: folder + "/.env.prod")
    let error = #expect(throws: ServiceHostError.self) {
      try DotEnv.variables(in: folder, stage: "prod")
    }
    #expect(error?.message == "\(folder)/.env.prod:1: expected = after A")
  }
}
