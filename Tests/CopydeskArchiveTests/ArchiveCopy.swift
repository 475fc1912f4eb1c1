// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArticles
import CopydeskTerminology
import CopydeskText
import Testing

/// The analysis of plain copy.
func analysis(
  _ text: String, _ language: String = "en", path: String = "story.txt", glossaries: [Glossary] = []
) throws -> ArticleAnalysis {
  let article = try ArticleReader.read(InputText(path: path, text: text), as: .text)
  let tag = try #require(LanguageTag(language))
  return ArticleAnalysis(
    article, context: AnalysisContext(language: tag, sourceLanguage: nil, glossaries: glossaries))
}

/// A glossary from YAML.
func glossary(_ yaml: String) throws -> Glossary {
  try GlossaryReader.read(InputText(path: "glossary.yml", text: yaml)).glossary
}
