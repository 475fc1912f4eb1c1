// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting

/// What reporters are told of one article.
public struct ArticleReport: Sendable {
  /// The input; findings have offsets into it.
  public let input: InputText
  /// The language of the copy.
  public let language: LanguageChoice
  /// The language it was translated from, if known.
  public let sourceLanguage: LanguageChoice?
  /// What it was translated from, if known; notes of findings may have offsets into it.
  public let source: InputText?
  /// The findings by place and rule.
  public let findings: [Finding]
  /// The words of the copy.
  public let wordCount: Int

  /// Creates a report.
  public init(
    input: InputText, language: LanguageChoice, sourceLanguage: LanguageChoice? = nil, source: InputText? = nil,
    findings: [Finding], wordCount: Int
  ) {
    self.input = input
    self.language = language
    self.sourceLanguage = sourceLanguage
    self.source = source
    self.findings = findings
    self.wordCount = wordCount
  }
}

/// What a run found in all, for the last line.
public struct ReportSummary: Hashable, Sendable {
  /// The articles that were read.
  public var articleCount = 0
  /// The inputs that could not be read.
  public var failureCount = 0
  /// The words of all articles.
  public var wordCount = 0
  /// The findings with severity `error`.
  public var errorCount = 0
  /// The findings with severity `warning`.
  public var warningCount = 0
  /// The findings with severity `suggestion`.
  public var suggestionCount = 0
  /// The findings with a fix that is safe.
  public var fixableCount = 0

  /// Creates the summary of a run that has read nothing yet.
  public init() {}

  /// The findings of all severities.
  public var findingCount: Int { errorCount + warningCount + suggestionCount }

  /// The findings of a severity or a worse one.
  public func findingCount(atLeast severity: Severity) -> Int {
    switch severity {
    case .error: errorCount
    case .warning: errorCount + warningCount
    case .suggestion: findingCount
    }
  }

  /// Counts an article in.
  public mutating func add(_ article: ArticleReport) {
    articleCount += 1
    wordCount += article.wordCount
    for finding in article.findings {
      switch finding.severity {
      case .error: errorCount += 1
      case .warning: warningCount += 1
      case .suggestion: suggestionCount += 1
      }
      if finding.fixes.contains(where: { $0.applicability == .safe }) { fixableCount += 1 }
    }
  }

  /// Counts another summary in.
  public mutating func add(_ other: ReportSummary) {
    articleCount += other.articleCount
    failureCount += other.failureCount
    wordCount += other.wordCount
    errorCount += other.errorCount
    warningCount += other.warningCount
    suggestionCount += other.suggestionCount
    fixableCount += other.fixableCount
  }

  /// The summary in words, as `2 errors, 1 warning and 0 suggestions in 3 articles (1,204 words); 1 with a safe fix`.
  public var sentence: String {
    let counts = [
      ReportSummary.counted(errorCount, "error"), ReportSummary.counted(warningCount, "warning"),
      ReportSummary.counted(suggestionCount, "suggestion"),
    ]
    var sentence = findingCount == 0 ? "No findings" : "\(counts[0]), \(counts[1]) and \(counts[2])"
    sentence += " in \(ReportSummary.counted(articleCount, "article"))"
    sentence += " (\(ReportSummary.counted(wordCount, "word")))"
    if fixableCount > 0 { sentence += "; \(ReportSummary.grouped(fixableCount)) with a safe fix" }
    if failureCount > 0 { sentence += "; \(ReportSummary.counted(failureCount, "input")) could not be read" }
    return sentence
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func grouped(_ count: Int) -> String {
    var digits = String(count)
    var place = digits.utf8.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
