import Diagnostics
import SessionLanguage
import Testing

@Suite struct CompletionContextTests {
  @Test(arguments: [
    ("1️⃣", "first word <>"), ("lo1️⃣", "first word <lo>"), (":lo1️⃣", "first word <lo>"),
    ("load x\nGE1️⃣", "first word <GE>"), ("x = 1️⃣", "bound word <>"), ("x = GE1️⃣", "bound word <GE>"),
    ("x=P1️⃣", "bound word <P>"), ("GET 1️⃣", "service of GET <>"),
    ("get inv1️⃣ntory", "service of GET <inv>"),
    ("x = POST inv1️⃣", "service of POST <inv>"), ("GET inventory/1️⃣", "path of GET inventory </>"),
    ("GET inventory/sto1️⃣ck", "path of GET inventory </sto>"),
    ("GET inventory/stock/{$li1️⃣", "variable <$li>"),
    ("GET inventory/stock/{$li1️⃣}/x", "variable <$li>"),
    ("POST payments/charge 1️⃣", "item of POST payments/charge [] <>"),
    ("POST payments/charge card=tok am1️⃣", "item of POST payments/charge [card] <am>"),
    (
      "c = POST payments/charge lines:=[1, 2] X-A:b q==1 am1️⃣",
      "item of POST payments/charge [lines,X-A,q] <am>"
    ),
    ("POST payments/charge card=t1️⃣", "nothing <>"), ("POST payments/charge card=$t1️⃣", "nothing <>"),
    ("POST payments/charge card:=$t1️⃣", "variable <$t>"),
    ("POST payments/charge card=a{$t1️⃣", "variable <$t>"),
    ("POST payments/charge card=\"a {$x} $t1️⃣", "nothing <>"),
    ("POST payments/charge card=\"a b {$t1️⃣", "variable <$t>"),
    ("POST payments/charge {\"a\": $t1️⃣", "variable <$t>"),
    ("POST a/b x:=[1,\n $t1️⃣", "variable <$t>"),
    ("POST a/b x:=[1,\n 2] y1️⃣", "item of POST a/b [x] <y>"),
    ("POST a/b @~/fi1️⃣", "file <~/fi>"), ("POST a/b n:=@fi1️⃣", "file <fi>"),
    ("POST a/b n@fi1️⃣", "file <fi>"),
    ("GET a/b | $[na1️⃣", "field of GET a/b | $[$ <na>"), ("x = $a.b1️⃣", "field of x = $a <b>"),
    ("if $q[n > 1 and pr1️⃣", "field of if $q[$ <pr>"), ("GET a/{$b.c1️⃣", "field of GET a/{$b <c>"),
    ("POST a/b x=$c.d1️⃣", "nothing <>"), ("x = GET a/b retry 2 ti1️⃣", "nothing <>"),
    ("x = $q1️⃣", "variable <$q>"),
    ("$1️⃣", "variable <$>"), ("$count($or1️⃣", "variable <$or>"), ("if $count($qu1️⃣", "variable <$qu>"),
    ("load 1️⃣", "file of load <>"), ("load a.swift se1️⃣", "file of load <se>"),
    ("open \"my fi1️⃣", "file of open <my fi>"),
    ("load a as b1️⃣", "nothing <>"), ("show ch1️⃣", "step of show <ch>"),
    ("why ch1️⃣", "step of why <ch>"),
    ("run from q1️⃣", "step of run <q>"),
    ("run or1️⃣", "argument of run [] <or>"),
    ("run order card=x 1️⃣", "argument of run [order,card] <>"),
    ("mock 1️⃣", "step of mock <>"), ("mock POST pay1️⃣", "service of POST <pay>"),
    ("unmock GET a/b1️⃣", "path of GET a </b>"),
    ("routes in1️⃣", "argument of routes [] <in>"), ("set clock re1️⃣", "argument of set [clock] <re>"),
    ("drop a 1️⃣", "nothing <>"), ("$x # co1️⃣", "nothing <>"), ("# 1️⃣", "nothing <>"),
    ("foo bar1️⃣", "nothing <>"),
    ("$x # c\nlo1️⃣", "first word <lo>"), ("! ls fi1️⃣", "nothing <>"), ("x = \"$a1️⃣", "nothing <>"),
  ])
  func `what is completed depends on what stands before the cursor`(text: String, expected: String)
  {
    let parts = text.split(separator: "1️⃣", maxSplits: 1, omittingEmptySubsequences: false)
    let offset = parts[0].utf8.count
    let found = CompletionContext.at(parts.joined(), offset: offset)
    #expect("\(form(found.kind)) <\(found.prefix)>" == expected)
    #expect(found.range.upperBound == offset)
  }

  @Test func `any place of a session can be asked about`() {
    for text in [Samples.order, Samples.tour] {
      for offset in -1...text.utf8.count + 1 {
        let found = CompletionContext.at(text, offset: offset, context: .workflow)
        #expect(found.range.lowerBound <= found.range.upperBound)
      }
    }
  }

  private func form(_ kind: CompletionContext.Kind) -> String {
    switch kind {
    case .firstWord: "first word"
    case .boundWord: "bound word"
    case .service(let verb): "service of \(verb)"
    case .path(let verb, let service): "path of \(verb) \(service)"
    case .itemName(let call):
      "item of \(call.verb) \(call.service)\(call.path) [\(call.given.joined(separator: ","))]"
    case .variable: "variable"
    case .field(let text): "field of \(text)"
    case .step(let command): "step of \(command)"
    case .file(let command): command.map { "file of \($0)" } ?? "file"
    case .argument(let command, let given):
      "argument of \(command) [\(given.joined(separator: ","))]"
    case .nothing: "nothing"
    }
  }
}
