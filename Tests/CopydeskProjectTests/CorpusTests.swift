// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskProject
import CopydeskReporting
import CopydeskRules
import CopydeskTerminology
import Foundation
import Testing

/// Whole articles with their golden findings, linted the way a desk lints its folder.
@Suite struct CorpusTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized
  static let folder = root.appending(path: "Tests/Corpus")
  static let articles: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0 != "README.md" && ($0.hasSuffix(".txt") || $0.hasSuffix(".md")) }.sorted()
  }()

  private static let desk: ArticleDesk = {
    let catalog = RuleCatalog(BuiltInRules.all)
    let names = ConfigurationNames(styles: HouseStyle.shippedNames, glossaries: ShippedGlossary.names)
    return ArticleDesk(
      catalog: catalog, configurations: ConfigurationStore(.nearest, catalog: catalog, names: names),
      options: DeskOptions())
  }()

  @Test(arguments: articles)
  func `an article has its golden findings`(_ name: String) throws {
    let path = Self.folder.appending(path: name).path
    let result = try #require(try Self.desk.lint(LintInput(path: path, origin: .named)))
    let report = ReportFormat.concise.reporter(TextLayout()).part(for: result.report)
    // The golden file stands beside the article and need not repeat its path.
    let findings = String(decoding: report, as: UTF8.self).replacing(path + ":", with: "")
    let golden = Self.folder.appending(path: name + ".findings")
    if ProcessInfo.processInfo.environment["COPYDESK_RECORD"] == "1" {
      try Data(findings.utf8).write(to: golden)
    }
    #expect(findings == (try String(contentsOf: golden, encoding: .utf8)))
  }

  @Test func `the corpus has clean and flawed articles in six languages and more`() throws {
    let languages = Set(Self.articles.compactMap { $0.split(separator: ".").dropFirst().first?.prefix(2) })
    #expect(languages.count >= 6)
    let golden = try Self.articles.map { name in
      try Data(contentsOf: Self.folder.appending(path: name + ".findings"))
    }
    #expect(golden.count >= 30)
    #expect(golden.count { $0.isEmpty } >= 10)
    #expect(golden.count { !$0.isEmpty } >= 10)
  }
}
