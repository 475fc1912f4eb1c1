// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskProject
import CopydeskReporting
import CopydeskSystem
import Synchronization

/// What a run says on standard error: failures, decisions if asked for, and progress for somebody who waits.
final class LintMessages: Sendable {
  private let inputCount: Int
  private let isVerbose: Bool
  private let showsProgress: Bool
  private let start: ContinuousClock.Instant
  private let lastProgress: Mutex<ContinuousClock.Instant?> = Mutex(nil)

  init(inputCount: Int, isQuiet: Bool, isVerbose: Bool, start: ContinuousClock.Instant) {
    self.inputCount = inputCount
    self.isVerbose = isVerbose
    self.start = start
    showsProgress = !isQuiet && StandardStream.error.isTerminal
  }

  /// Says what has happened, if anybody is to hear it.
  func tell(_ message: LintRun.Message) {
    switch message {
    case .failure(let failure):
      end()
      Output.say(failure.description)
    case .done(let count, let article):
      if isVerbose, let article {
        end()
        Output.say(LintMessages.decisions(about: article))
      }
      if showsProgress { progress(count) }
    }
  }

  /// Takes the progress line away.
  func end() {
    let wasShown = lastProgress.withLock { last in
      defer { last = nil }
      return last != nil
    }
    if wasShown { try? StandardStream.error.write(Array("\r\u{1B}[K".utf8)) }
  }

  private func progress(_ count: Int) {
    let now = ContinuousClock.now
    guard now - start > .seconds(1) else { return }
    let isDue = lastProgress.withLock { last in
      if let last, now - last < .milliseconds(100) { return false }
      last = now
      return true
    }
    if isDue { try? StandardStream.error.write(Array("\r\(count) of \(inputCount) articles\u{1B}[K".utf8)) }
  }

  private static func decisions(about article: ArticleReport) -> String {
    var text = "\(article.input.path): \(described(article.language))"
    if let source = article.sourceLanguage { text += ", translated from \(described(source))" }
    if let source = article.source, source.path != article.input.path { text += ", source \(source.path)" }
    if article.input.encoding != "UTF-8" { text += ", decoded from \(article.input.encoding)" }
    return text
  }

  private static func described(_ choice: LanguageChoice) -> String {
    let origin =
      switch choice.origin {
      case .commandLine: "command line"
      case .frontMatter: "front matter"
      case .configuration: "configuration"
      case .record: "record"
      case .fileName: "file name"
      case .detection: "detected"
      }
    return "\(choice.language) (\(origin))"
  }

  /// The time since a moment, as `12 ms` or `3.4 s`.
  static func seconds(since start: ContinuousClock.Instant) -> String {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}
