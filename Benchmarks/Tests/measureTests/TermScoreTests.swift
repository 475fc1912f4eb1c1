// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import measure

@Suite
struct TermScoreTests {
  @Test(arguments: [
    ("de", "Der Zeitraum endet.", "zeitraum", true),
    ("de", "Die Zeiträume enden.", "Zeitraum", true),
    ("de", "Der Datenprovider endet.", "Provider", true),
    ("de", "Die Erstellung endet.", "erstellen", false),
    ("es", "Restablece los filtros.", "restablecer", true),
    ("es", "Los tipos de cuentas.", "tipo de cuenta", true),
    ("es", "El tipo de la cuenta.", "tipo de cuenta", false),
    ("ru", "Виды начисления процентов.", "начисление процентов", true),
    ("ru", "Виды расчёта.", "вид", true),
    ("ru", "Расчёт.", "вид", false),
  ])
  func `a term is there in its letters or in another form`(
    language: String, text: String, term: String, isThere: Bool
  ) {
    #expect(TermPresence.holds(text, term, language: language) == isThere)
  }

  @Test
  func `terms are counted by what is there and what is flagged`() throws {
    let line = """
      {"id":"t:1","pair":"en-de","source":"The Space and the data space.","target":"Der Space.",\
      "terms":{"space":"Space","data":"Daten"},"hyp:x":"Der Raum."}
      """
    let record = try JSONDecoder().decode(TermRecord.self, from: Data(line.utf8))
    let flag = SpanFlag(
      rule: TermScore.rule, severity: .warning, message: "", segment: 0, span: 0..<3,
      sourcePlaces: [.init(segment: 0, span: 4..<9)])
    let other = SpanFlag(
      rule: "names/x", severity: .warning, message: "", segment: 0, span: 0..<3,
      sourcePlaces: [.init(segment: 0, span: 18..<22)])
    let score = try TermScore([record]) { requests in
      #expect(requests.map(\.segments) == [["Der Space."], ["Der Raum."]])
      #expect(requests[0].glossary?.count == 2)
      return [[], [flag, other]]
    }
    let references = try #require(score.references["en-de"])
    #expect(references.present == 2 && references.alarms == 0)
    let outputs = try #require(score.outputs["en-de"])
    #expect(outputs.missing == 2 && outputs.found == 1 && outputs.present == 0 && outputs.alarms == 0)
    #expect(score.mistakes.map(\.term.source) == ["data"])
  }
}
