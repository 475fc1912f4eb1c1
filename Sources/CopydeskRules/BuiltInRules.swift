// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting

/// The rules that come with Copydesk.
public enum BuiltInRules {
  /// Every built-in rule, sorted by id.
  public static let all: [any Rule.Type] = [
    KeywordLine.self,
    PageFurniture.self,
    PastedEmbed.self,
    ReactionWidget.self,
    ReadMore.self,
    ShareBar.self,
    ForeignDateFormat.self,
    ImpossibleDate.self,
    InconsistentDateFormat.self,
    WrongWeekday.self,
    InconsistentHeadingCase.self,
    MachineResidue.self,
    SourceLanguage.self,
    SourcePunctuation.self,
    SourceScript.self,
    InconsistentName.self,
    MisspelledName.self,
    SourceExonym.self,
    CurrencyStyle.self,
    DisagreeingNumber.self,
    InconsistentGrouping.self,
    MalformedNumber.self,
    OrdinalStyle.self,
    PercentStyle.self,
    RangeStyle.self,
    Separator.self,
    UnitStyle.self,
    WrongConversion.self,
    AlteredProtectedTerm.self,
    DeprecatedTerm.self,
    InconsistentTerm.self,
    MissingTerm.self,
    OutdatedTerm.self,
    WrongTermCase.self,
    UndeclaredVariant.self,
    UndefinedAcronym.self,
    ConfusableLetter.self,
    DoubledWord.self,
    InvisibleCharacter.self,
    UnpairedQuotes.self,
  ]
}
