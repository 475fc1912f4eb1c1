// SPDX-License-Identifier: Apache-2.0

public import CopydeskArchive
public import CopydeskLinting
import CopydeskSystem
import Synchronization

/// Analyzes inputs on several threads and hands out what is asked of each, in the order of the inputs.
public struct ArchiveWalk: Sendable {
  /// What came of a walk.
  public struct Outcome: Sendable {
    /// The articles that were read.
    public var articleCount = 0
    /// Whether an input or a configuration could not be read.
    public var hasFailure = false
  }

  private struct State {
    var outcome = Outcome()
    var failures: Set<LintFailure> = []
  }

  private let desk: ArticleDesk
  private let workerCount: Int
  private let tell: @Sendable (LintFailure) -> Void

  /// Creates a walk.
  ///
  /// - Parameters:
  ///   - desk: Reads and analyzes each input.
  ///   - workerCount: How many inputs are read at once.
  ///   - tell: Is told what cannot be read, each problem once; the other inputs are read all the same.
  public init(desk: ArticleDesk, workerCount: Int, tell: @escaping @Sendable (LintFailure) -> Void) {
    self.desk = desk
    self.workerCount = workerCount
    self.tell = tell
  }

  /// Reads all inputs.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - look: Takes what is needed from an analysis; is called on any thread.
  ///   - take: Gets it; is called in the order of the inputs, one call at a time.
  /// - Returns: How many articles were read, and whether all were.
  public func run<Part: Sendable>(
    _ inputs: [LintInput], look: @escaping @Sendable (ArticleAnalysis) -> Part,
    take: @escaping @Sendable (Part) -> Void
  ) -> Outcome {
    run(
      count: inputs.count, submit: { submit in for input in inputs { submit(input) } },
      read: { input throws(LintFailure) in try desk.analyze(input).map { look($0.analysis) } }, take: take)
  }

  /// Reads all articles with their sources.
  ///
  /// - Parameters:
  ///   - inputs: Articles that have a source, and files of records.
  ///   - look: Takes what is needed from an article and its source; is called on any thread.
  ///   - take: Gets it; is called in the order of the inputs, one call at a time.
  /// - Returns: How many articles were read, and whether all were.
  public func run<Part: Sendable>(
    _ inputs: [AlignedInput], look: @escaping @Sendable (AlignedCopy) -> Part,
    take: @escaping @Sendable (Part) -> Void
  ) -> Outcome {
    run(
      count: .max,
      submit: { submit in
        for input in inputs {
          switch input {
          case .article(let article): submit(AlignedWork.article(article))
          case .records(let path): AlignedRecord.forEachLine(of: path) { submit($0) }
          }
        }
      },
      read: { work throws(LintFailure) in try work.copy(desk).map(look) }, take: take)
  }

  private func run<Work: Sendable, Part: Sendable>(
    count: Int, submit: (_ submit: (Work) -> Void) -> Void,
    read: @escaping @Sendable (Work) throws(LintFailure) -> Part?, take: @escaping @Sendable (Part) -> Void
  ) -> Outcome {
    let state = Mutex(State())
    let workers = OrderedWorkers<Work, Result<Part?, LintFailure>>(
      count: min(workerCount, count),
      perform: { work in
        do throws(LintFailure) {
          return .success(try read(work))
        } catch {
          return .failure(error)
        }
      },
      deliver: { result in
        switch result {
        case .success(let part):
          guard let part else { return }
          state.withLock { $0.outcome.articleCount += 1 }
          take(part)
        case .failure(let failure):
          let isNews = state.withLock { state in
            state.outcome.hasFailure = true
            return state.failures.insert(failure).inserted
          }
          if isNews { tell(failure) }
        }
      })
    submit { workers.submit($0) }
    workers.finish()
    return state.withLock { $0.outcome }
  }
}
