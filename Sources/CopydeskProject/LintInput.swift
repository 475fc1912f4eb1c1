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

  /// Creates an input.
  public init(path: String, origin: Origin) {
    self.path = path
    self.origin = origin
  }
}

/// Why an input or a run has no findings.
public struct LintFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Path, place and what is wrong, in one line.
  public let description: String

  /// Creates a failure.
  public init(_ description: String) {
    self.description = description
  }
}

/// Reads inputs as articles.
public enum ArticleLoader {
  /// Extensions of formats that hold articles but cannot be read yet.
  private static let unsupportedExtensions: Set<String> = [
    "html", "htm", "xhtml", "xml", "json", "jsonl", "docx", "odt", "rtf", "pdf", "xliff", "xlf", "po", "tmx",
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
      throw LintFailure("\(input.path): \(error.reason)")
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
      throw LintFailure(error.description)
    }
    do throws(ArticleError) {
      return try ArticleReader.read(text, as: format)
    } catch {
      throw LintFailure(error.description)
    }
  }

  private static func format(of input: LintInput) throws(LintFailure) -> ArticleFormat {
    if let format = ArticleFormat(path: input.path) { return format }
    let name = input.path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, let last = parts.last, unsupportedExtensions.contains(last.lowercased()) {
      throw LintFailure("\(input.path): “.\(last)” files cannot be read yet; expected plain text or Markdown")
    }
    return .text
  }
}
