import Shell
import Testing

/// Comments and blank lines of workflows that are pasted into the prompt.
@Suite struct CommentTests {
  @Test func `survive being saved`() async {
    let text = """
      workflow w
        # what it is for
        about A test
        input n:=1 # one

        # first
        a = $input.n # the number

        # second
        b = GET inventory/stock/A-1 # a call
        # patience
        retry 2 times on A # for A
        list = for i in [1, 2]
          # inside
          x = $i
        end # of the loop
        return $b # the result

        # at last
        catch
          fail Broken
        end
        # the end
      end
      """
    let session = await TestSession.loaded(text)
    #expect(await session.cell(2) == text)
  }

  @Test func `of a workflow in one piece are those of its draft`() async {
    let text = """
      workflow w
        # what it is for
        a = 1 # the number

        # second
        b = GET inventory/stock/A-1 # a call
        # patience
        retry 2 times on A # for A
        return $b

        # at last
        catch
          fail Broken
        end
        # the end
      end
      """
    let session = await TestSession.loaded(
      files: FakeFiles(["w.md": "```cws\nload inventory.swift\n\(text)\n```\n"]))
    _ = await session.session.runFile("w.md")
    await session.expect(
      "show w",
      prints: """
        workflow w
        ✓ a = 1 # the number
        ✓ b = GET inventory/stock/A-1 # a call
          # patience
          retry 2 times on A # for A
        ✓ return $b
          # at last
          catch
            fail Broken
          end
        """)
  }

  @Test func `quoted texts of several lines keep their white space`() async {
    let session = await TestSession.loaded("workflow w")
    await session.expect("a = \"one\ntwo\"", prints: #"✓ a  "one\ntwo""#)
    await session.expect("b = {\"k\": \"p\n   q\"}", prints: #"✓ b  { "k": "p\n   q" }"#)
    await session.enter("list = for i in [1]\nx = \"r\n s\"\nend")
    await session.expect("$list", prints: #"["r\n s"]"#)
    await session.enter("end")
    #expect(
      await session.cell(2) == """
        workflow w
          a = "one
        two"
          b = {"k": "p
           q"}
          list = for i in [1]
            x = "r
         s"
          end
        end
        """)
  }
}
