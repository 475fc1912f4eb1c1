// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskProject
import CopydeskRules
import Testing

@Suite struct GlossaryTestTests {
  private static func outcome(_ yaml: String) throws -> GlossaryTest.Outcome {
    let document = try GlossaryReader.read(InputText(path: "g.yml", text: yaml))
    return GlossaryTest(RuleCatalog(BuiltInRules.all)).run([document])
  }

  @Test func `examples that come out as they say pass`() throws {
    let outcome = try GlossaryTestTests.outcome(
      """
      glossary: gangs
      concepts:
        - id: gang
          terms:
            en:
              - text: Tren de Aragua
                examples: [The Tren de Aragua grew.]
              - text: Aragua Train
                status: deprecated
                examples:
                  - {text: Then ⟦Aragua Train⟧ grew., fixed: Then Tren de Aragua grew.}
                  - “The Aragua Train,” he said.
              - {text: Aragua Gang, status: forbidden}
            de:
              - text: Aragua-Zug
                status: deprecated
                examples: [Der ⟦Aragua-Zug⟧ wuchs.]
      """)
    #expect(outcome.failures == [])
    #expect(outcome.summary == "examples: 4, failures: 0, rejected terms with an example: 2 of 3")
  }

  @Test func `examples that come out otherwise fail at their place`() throws {
    let outcome = try GlossaryTestTests.outcome(
      """
      glossary: gangs
      concepts:
        - id: gang
          terms:
            en:
              - text: Tren de Aragua
                examples: [The ⟦Tren de Aragua⟧ grew.]
              - text: Aragua Train
                status: deprecated
                examples:
                  - Then Aragua Train grew.
                  - {text: Then ⟦Aragua Train⟧ grew., fixed: Then it grew.}
                  - Then ⟦Aragua Train grew.
      """)
    let lines = outcome.failures.map { $0.description }
    #expect(
      lines == [
        """
        g.yml:7:22: error: an example of “Tren de Aragua” is not reported as it is marked
          expected: The ⟦Tren de Aragua⟧ grew.
          found:    The Tren de Aragua grew.
        """,
        """
        g.yml:11:15: error: an example of “Aragua Train” is not reported as it is marked (terminology/deprecated-term)
          expected: Then Aragua Train grew.
          found:    Then ⟦Aragua Train⟧ grew.
        """,
        """
        g.yml:12:15: error: an example of “Aragua Train” is not fixed as it says
          expected: Then it grew.
          found:    Then Tren de Aragua grew.
        """,
        "g.yml:13:15: error: an example of “Aragua Train” has a mark without its partner; expected ⟦ and ⟧ in pairs",
      ])
  }

  @Test func `proposed concepts are tested and concepts out of force are not`() throws {
    let outcome = try GlossaryTestTests.outcome(
      """
      glossary: gangs
      concepts:
        - id: proposed
          state: proposed
          terms:
            en: [mega-prison, {text: giant jail, status: forbidden, examples: [A ⟦giant jail⟧ burns.]}]
        - id: former
          state: deprecated
          terms:
            en: [boat, {text: ship, status: forbidden, examples: [A ⟦ship⟧ burns.]}]
      """)
    #expect(outcome.failures == [])
    #expect(outcome.exampleCount == 1 && outcome.rejectedCount == 1)
  }
}
