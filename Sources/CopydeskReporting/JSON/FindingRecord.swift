// SPDX-License-Identifier: Apache-2.0

public import CopydeskJSON
public import CopydeskLinting

/// A place as people and programs count it.
public struct Place: Sendable {
  /// The segment that the positions count from, or `nil` if they count from the start of the input.
  public let segment: Int?
  /// The first byte.
  public let start: TextPosition
  /// The byte behind the last.
  public let end: TextPosition

  /// Creates a place.
  public init(segment: Int? = nil, start: TextPosition, end: TextPosition) {
    self.segment = segment
    self.start = start
    self.end = end
  }
}

/// Where findings are counted from when they are written.
///
/// Most consumers count from the start of the input; a stream of segments counts from the start of each.
public protocol PlaceSource {
  /// The place of a range of the input.
  func place(of range: TextRange) -> Place
}

extension LineTable: PlaceSource {
  /// The place of a range of the text; there is no segment.
  public func place(of range: TextRange) -> Place {
    Place(start: position(of: range.start), end: position(of: range.end))
  }
}

/// The source of an article with the way its places are counted when they are written.
public struct SourcePlaces {
  /// The input the source was read from.
  public let input: InputText
  /// Where its places are counted from.
  public let places: any PlaceSource

  /// Creates the places of a source.
  public init(input: InputText, places: any PlaceSource) {
    self.input = input
    self.places = places
  }
}

/// A finding as the JSON formats and the stream write it.
public enum FindingRecord {
  /// Writes a finding as an object.
  ///
  /// - Parameters:
  ///   - finding: The finding, with offsets into the input.
  ///   - input: The input.
  ///   - fingerprint: What the finding is recognized by.
  ///   - places: Where its places are counted from.
  ///   - source: What the article was translated from; notes on it are left out without.
  ///   - path: A path that the object names, or `nil` if something around it does.
  ///   - writer: What to write to.
  public static func write(
    _ finding: Finding, input: InputText, fingerprint: String, places: some PlaceSource,
    source: SourcePlaces? = nil, path: String? = nil, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    if let path { writer.member("path", path) }
    writer.member("rule", finding.rule)
    writer.member("severity", finding.severity.rawValue)
    writer.member("type", finding.type.rawValue)
    writer.member("message", finding.message)
    writer.member("text", finding.text)
    write(finding.range, places, to: &writer)
    writer.name("related")
    writer.beginArray()
    for note in finding.notes {
      switch note.side {
      case .target: write(note, input, places, to: &writer)
      case .source: if let source { write(note, source.input, source.places, to: &writer) }
      }
    }
    writer.endArray()
    writer.name("fixes")
    writer.beginArray()
    for fix in finding.fixes {
      writer.beginObject()
      writer.member("applicability", fix.applicability.rawValue)
      writer.name("edits")
      writer.beginArray()
      for edit in fix.edits {
        let place = places.place(of: edit.range)
        writer.beginObject()
        if let segment = place.segment { writer.member("segment", segment) }
        writer.member("start", place.start.byte)
        writer.member("end", place.end.byte)
        writer.member("text", edit.replacement)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.member("fingerprint", fingerprint)
    writer.endObject()
  }

  private static func write(
    _ note: Note, _ input: InputText, _ places: some PlaceSource, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("message", note.message)
    writer.member("side", note.side.rawValue)
    write(note.range, places, to: &writer)
    writer.member("text", input.string(in: note.range))
    writer.endObject()
  }

  private static func write(_ range: TextRange, _ places: some PlaceSource, to writer: inout JSONWriter) {
    let place = places.place(of: range)
    if let segment = place.segment { writer.member("segment", segment) }
    writer.name("start")
    write(place.start, to: &writer)
    writer.name("end")
    write(place.end, to: &writer)
  }

  private static func write(_ position: TextPosition, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("byte", position.byte)
    writer.member("utf16", position.utf16)
    writer.member("line", position.line)
    writer.member("column", position.column)
    writer.endObject()
  }
}
