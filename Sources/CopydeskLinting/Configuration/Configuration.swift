// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// What one `copydesk.yml` says.
///
/// Everything is optional: what a file leaves open, the configuration above it or the default decides.
public struct Configuration: Sendable {
  /// Settings for all files below the configuration, or for some of them.
  public struct Settings: Hashable, Sendable {
    /// The language of the copy.
    public var language: LanguageTag?
    /// The language it was translated from.
    public var sourceLanguage: LanguageTag?
    /// Where the sources of articles stand, or `nil` for what the configuration above says.
    public var sources: [SourcePattern]?
    /// The day of publication.
    public var date: CalendarDate?
    /// The house style.
    public var style: StyleReference?
    /// The glossaries, or `nil` for those of the configuration above.
    public var glossaries: [GlossaryReference]?
    /// The level from which findings count as failure.
    public var failOn: Severity?
    /// Decisions about rules.
    public var rules: [RuleSettings.Decision] = []

    /// Creates settings that leave everything open.
    public init() {}
  }

  /// Settings for the files that match a pattern.
  public struct Override: Hashable, Sendable {
    /// The patterns, counted from the configuration's folder.
    public let files: [GlobPattern]
    /// What holds for them.
    public let settings: Settings

    /// Creates an override.
    public init(files: [GlobPattern], settings: Settings) {
      self.files = files
      self.settings = settings
    }
  }

  /// The path of the file.
  public var path: String
  /// Whether configurations above are left alone.
  public var isRoot = false
  /// The configurations that this one builds on, in order.
  public var extends: [FileReference] = []
  /// What holds for all files.
  public var settings = Settings()
  /// What holds for some files; later ones win.
  public var overrides: [Override] = []
  /// What is passed over when folders are searched.
  public var exclude: [GlobPattern] = []

  /// Creates a configuration that leaves everything open.
  public init(path: String) {
    self.path = path
  }
}

/// A file that a configuration names.
public struct FileReference: Hashable, Sendable {
  /// The path, joined to the folder of the configuration.
  public let path: String
  /// Where the configuration names it, for errors: as `copydesk.yml:3:12`; `nil` for the command line.
  public let place: String?

  /// Creates a reference.
  public init(path: String, place: String? = nil) {
    self.path = path
    self.place = place
  }
}

/// A house style by name or file.
public enum StyleReference: Hashable, Sendable {
  /// A style that comes with Copydesk.
  case shipped(String)
  /// A style file.
  case file(FileReference)
}

/// A glossary by name or file.
public enum GlossaryReference: Hashable, Sendable {
  /// A glossary that comes with Copydesk.
  case shipped(String)
  /// A glossary file.
  case file(FileReference)

  /// The glossaries when nothing names any: names that all desks share, none of the shipped glossaries of a beat.
  public static let defaults: [GlossaryReference] = [
    .shipped("places"), .shipped("people"), .shipped("organizations"), .shipped("armed-groups-parties"),
    .shipped("sports"),
  ]
}

/// Names that configuration may use besides those of rules.
public struct ConfigurationNames: Sendable {
  /// The names of the shipped house styles.
  public let styles: [String]
  /// The names of the shipped glossaries.
  public let glossaries: [String]

  /// Creates a list of names.
  public init(styles: [String], glossaries: [String]) {
    self.styles = styles
    self.glossaries = glossaries
  }
}

/// What keeps a configuration from being used.
///
/// All mistakes of a file are reported at once, so that one run is enough to mend it.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One mistake.
  public struct Mistake: Hashable, Sendable {
    /// The 1-based line.
    public let line: Int
    /// The 1-based column in code points.
    public let column: Int
    /// One clause that says what is wrong and what was expected.
    public let message: String

    /// Creates a mistake.
    public init(line: Int, column: Int, message: String) {
      self.line = line
      self.column = column
      self.message = message
    }
  }

  /// The path of the file.
  public let path: String
  /// The mistakes from top to bottom; at least one.
  public let mistakes: [Mistake]

  /// Creates an error.
  public init(path: String, mistakes: [Mistake]) {
    self.path = path
    self.mistakes = mistakes
  }

  /// A line for each mistake, as `copydesk.yml:3:5: …`.
  public var description: String {
    mistakes.map { "\(path):\($0.line):\($0.column): \($0.message)" }.joined(separator: "\n")
  }
}
