// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting
import CopydeskSystem

/// An input that is to be linted.
public struct LintInput: Hashable, Sendable {
  /// Where the bytes come from.
  public enum Origin: Hashable, Sendable {
    /// A file that an argument names: what is wrong with it is an error.
    case named
    /// A file that was found in a folder: one that is no text is passed over.
    case found
    /// Standard input; the path says only what to call it.
    case standardInput
  }

  /// The path as it is shown.
  public let path: String
  /// Where the bytes come from.
  public let origin: Origin
  /// The path of what the article was translated from, or `nil` if none is given.
  public var source: String?

  /// Whether the input is a file of JSON records, one a line, each of them an article.
  public var isFileOfRecords: Bool { AlignedRecord.isFileOfRecords(path) }

  /// Creates an input.
  public init(path: String, origin: Origin, source: String? = nil) {
    self.path = path
    self.origin = origin
    self.source = source
  }
}

/// Why an input or a run has no findings.
public struct LintFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// One thing that is wrong.
  public struct Problem: Hashable, Sendable {
    /// The path, possibly with line and column, or `nil` if no file is to blame.
    public let place: String?
    /// One clause that says what is wrong and what was expected.
    public let message: String

    /// Creates a problem.
    public init(place: String?, message: String) {
      self.place = place
      self.message = message
    }
  }

  /// What is wrong, from top to bottom; at least one thing.
  public let problems: [Problem]

  /// Creates a failure with several problems.
  public init(_ problems: [Problem]) {
    self.problems = problems
  }

  /// Creates a failure with one problem.
  public init(_ place: String?, _ message: String) {
    problems = [Problem(place: place, message: message)]
  }

  /// A line for each problem, as `copydesk.yml:3:5: error: …`, safe to show on a terminal.
  public var description: String {
    problems.map { problem in
      PrintableText.printable("\(problem.place.map { "\($0): " } ?? "")error: \(problem.message)")
    }.joined(separator: "\n")
  }
}

extension LintFailure {
  /// A failure of the operating system.
  init(_ error: SystemError, shownPath: String? = nil) {
    self.init(shownPath ?? error.path, error.reason)
  }

  /// A file that a configuration or the command line names and the system refuses.
  init(_ file: FileReference, _ error: SystemError) {
    let shown = FilePath(file.path).shown
    if let place = file.place {
      self.init(place, "“\(shown)”: \(error.reason)")
    } else {
      self.init(shown, error.reason)
    }
  }

  /// The mistakes of a configuration.
  init(_ error: ConfigurationError) {
    self.init(error.mistakes.map { Problem(place: "\(error.path):\($0.line):\($0.column)", message: $0.message) })
  }

  /// The mistakes of a glossary.
  init(_ error: GlossaryError) {
    self.init(
      error.mistakes.map { Problem(place: "\(error.path):\($0.place.line):\($0.place.column)", message: $0.message) })
  }

  /// The mistake of a style or another data file.
  init(_ error: DataFileError) {
    self.init("\(error.path):\(error.line):\(error.column)", error.message)
  }

  /// Bytes that are no text.
  init(_ error: InputError) {
    if let position = error.position {
      self.init("\(error.path):\(position.line):\(position.column)", error.message)
    } else {
      self.init(error.path, error.offset.map { "byte \($0): \(error.message)" } ?? error.message)
    }
  }

  /// Text that breaks its format.
  init(_ error: ArticleError) {
    self.init(error.position.map { "\(error.path):\($0.line):\($0.column)" } ?? error.path, error.message)
  }
}

/// Reads inputs as articles.
public enum ArticleLoader {
  /// Extensions of formats that hold articles but cannot be read yet.
  private static let unsupportedExtensions: Set<String> = [
    "html", "htm", "xhtml", "xml", "json", "docx", "odt", "rtf", "pdf", "xliff", "xlf", "po", "tmx",
  ]

  /// Reads the article of an input.
  ///
  /// - Returns: `nil` for a file that was found in a folder and is no text.
  /// - Throws: ``LintFailure`` if the bytes cannot be had or understood.
  public static func load(_ input: LintInput) throws(LintFailure) -> Article? {
    let format = try format(of: input)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = input.origin == .standardInput ? try StandardStream.input.readToEnd() : try FileSystem.read(input.path)
    } catch {
      throw LintFailure(error, shownPath: input.path)
    }
    if input.origin == .found, bytes.prefix(8192).contains(0), !bytes.starts(with: [0xFF, 0xFE]),
      !bytes.starts(with: [0xFE, 0xFF])
    {
      return nil
    }
    let text: InputText
    do throws(InputError) {
      text = try InputText.decoding(path: input.path, bytes: bytes)
    } catch {
      throw LintFailure(error)
    }
    do throws(ArticleError) {
      return try ArticleReader.read(text, as: format)
    } catch {
      throw LintFailure(error)
    }
  }

  private static func format(of input: LintInput) throws(LintFailure) -> ArticleFormat {
    if let format = ArticleFormat(path: input.path) { return format }
    let name = input.path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, let last = parts.last, unsupportedExtensions.contains(last.lowercased()) {
      throw LintFailure(input.path, "“.\(last)” files cannot be read yet; expected plain text or Markdown")
    }
    return .text
  }
}
