// SPDX-License-Identifier: Apache-2.0

import Foundation

extension AgreementSuite {
  /// The cases of the plug-in Number Verifier for Trados.
  ///
  /// The plug-in has no languages: its user says which signs each side may use. Signs are mapped to a language that
  /// uses them; where no language does, or the signs are not in the record, the case is left out.
  static let trados = AgreementSuite(
    name: "trados", title: "Cases of the Trados Number Verifier", fileName: "trados_number_verifier_cases.jsonl"
  ) { file in
    var result = Cases()
    for (index, test) in try JSONLines.records(TradosCase.self, in: file).enumerated() {
      switch test.mapped {
      case .success(let pair):
        result.cases.append(
          Case(
            topic: test.topic, rule: test.test,
            request: StreamRequest(
              id: "trados \(index + 1)", language: pair.targetLanguage, sourceLanguage: pair.sourceLanguage,
              segments: [pair.target], source: [pair.source]),
            isWrong: pair.isWrong
          ) { QuantityRules.contains($0.rule) })
      case .failure(let reason): result.leftOut.append(reason.rawValue)
      }
    }
    return result
  }
}

/// A call of a test of the plug-in.
private struct TradosCase: Decodable {
  var file: String
  var test: String
  var args: [String?]
  var settings: [String: String]
  var base: [String]
  var asserts: [String]

  /// A pair of texts as Copydesk can read it.
  struct Pair {
    var sourceLanguage: String
    var targetLanguage: String
    var source: String
    var target: String
    var isWrong: Bool
  }

  /// Why a case cannot be run.
  enum LeftOut: String, Error {
    case parser = "that look at the plug-in's parser, not at a pair"
    case switchedOff = "with the check switched off"
    case signsUnknown = "whose signs are set in code that the record does not have"
    case noLanguage = "with signs that no language has together"
  }

  var topic: String { file.split(separator: "/").first.map(String.init) ?? file }

  var mapped: Result<Pair, LeftOut> {
    guard args.count >= 2, let isWrong else { return .failure(.parser) }
    if settings["ReportModifiedAlphanumerics"] == "false", topic == "Alphanumeric" { return .failure(.switchedOff) }
    let isOneSided = args[0] == nil || args[1] == nil
    let hasSigns = !base.isEmpty || settings.keys.contains { $0.hasPrefix("Source") || $0.hasPrefix("Target") }
    guard hasSigns || isOneSided else { return .failure(.signsUnknown) }
    let (source, target) = (args[0] ?? "", args[1] ?? "")
    // Codes have no signs, and the sentences around them are English.
    let isCode = topic == "Alphanumeric"
    guard let sourceLanguage = isCode ? "en" : language(of: "Source", text: source),
      let targetLanguage = isCode ? "en" : language(of: "Target", text: target)
    else { return .failure(.noLanguage) }
    return .success(
      Pair(
        sourceLanguage: sourceLanguage, targetLanguage: targetLanguage, source: source, target: target,
        isWrong: isWrong))
  }

  /// Whether the plug-in reports the pair, or `nil` if that is not what is tested.
  private var isWrong: Bool? {
    for text in asserts {
      if text.contains("errorMessage") || text.contains("expectedErrors") {
        return !(text.contains("Count == 0") || text.contains("!errorMessages.Any()"))
      }
      if text.contains("results") { return text.contains("NotEqual") }
    }
    return nil
  }

  /// A language that writes numbers with the signs of one side; Arabic for Arabic digits.
  private func language(of side: String, text: String) -> String? {
    if text.unicodeScalars.contains(where: { (0x660...0x669).contains($0.value) }) { return "ar" }
    // Beside Arabic digits, the plug-in's cases write points between thousands and a comma before decimals.
    if settings["HindiNumberVerification"] == "true" { return "de" }
    func isSet(_ name: String, on side: String) -> Bool { settings[side + name] == "true" }
    let names = ["DecimalComma", "DecimalPeriod", "ThousandsComma", "ThousandsPeriod", "ThousandsSpace", "NoSeparator"]
    // The plug-in lets the translation keep the signs of the source unless it has signs of its own.
    let side = names.contains { isSet($0, on: side) } ? side : "Source"
    func has(_ name: String) -> Bool { isSet(name, on: side) }
    let usesComma = has("DecimalComma") || has("ThousandsPeriod")
    let usesPoint = has("DecimalPeriod") || has("ThousandsComma")
    switch (usesComma, usesPoint, has("ThousandsSpace")) {
    case (true, true, _), (false, true, true): return nil
    case (true, false, true), (false, false, true): return "fr"
    case (true, false, false): return "de"
    case (false, true, false), (false, false, false): return "en"
    }
  }
}
