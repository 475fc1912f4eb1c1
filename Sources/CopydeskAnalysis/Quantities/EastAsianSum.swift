// SPDX-License-Identifier: Apache-2.0

/// Adds up a number written by the places of Chinese: `一百二十万`, `1億2千3百万`, `3조 5000억`.
///
/// Digits stand before a place (ten, hundred, thousand), places add up to a section below ten thousand, and a factor
/// (`万`, `億`, `조`) multiplies the section. Factors behind one another multiply: `万亿` is 10¹².
struct EastAsianSum {
  /// What factors have closed.
  private var total: ExactDecimal = .zero
  /// The places behind the last factor.
  private var section: ExactDecimal = .zero
  /// Digits that no place or factor has claimed.
  private var pending: ExactDecimal?
  /// How many letters ``pending`` is written with; 0 for digits.
  private var pendingLetters = 0
  private var lastPlace: Int64?
  private(set) var lastFactor: Int64?
  /// Whether digits and places make up a section that is open.
  private var isSectionOpen = false
  /// The place or factor right before the last digit.
  private var unitBeforeDigit: Int64?
  /// A zero holds the places that are empty: `一百零五`.
  private var hasZero = false
  /// Two digits stand where one belongs: `三四十` is thirty or forty.
  private(set) var isVague = false
  /// A place or factor stands without a digit before it: `万`, `百`; `十` is ten.
  private(set) var isBare = false

  /// The value of everything read.
  var value: ExactDecimal? { sectionValue.flatMap { total.adding($0) } }

  private var sectionValue: ExactDecimal? { pending.map { section.adding($0) } ?? section }

  /// What the last letter stands for where Chinese drops the place behind it: `两万五` is 25,000.
  var valueWithDroppedPlace: ExactDecimal? {
    guard let unitBeforeDigit, unitBeforeDigit >= 100, pendingLetters == 1, let pending,
      let share = pending.multiplied(by: unitBeforeDigit / 10), let closed = total.adding(section)
    else { return nil }
    return closed.adding(share)
  }

  /// How many letters the digits at the end are written with, if no place or factor stands anywhere.
  var positionalLetters: Int { lastFactor == nil && lastPlace == nil ? pendingLetters : 0 }

  /// Adds a number in digits.
  mutating func add(digits: ExactDecimal) -> Bool {
    guard pending == nil, fits(digits) else { return false }
    pending = digits
    isSectionOpen = true
    unitBeforeDigit = nil
    return true
  }

  /// Adds a digit written as a letter; several in a row are read by position.
  mutating func add(letter digit: Int64) -> Bool {
    guard let open = pending else {
      if digit == 0, lastPlace != nil || lastFactor != nil {
        hasZero = true
        return true
      }
      pending = ExactDecimal(significand: digit)
      pendingLetters = 1
      unitBeforeDigit = hasZero ? nil : lastPlace ?? (isSectionOpen ? nil : lastFactor)
      isSectionOpen = true
      return true
    }
    guard pendingLetters > 0, pendingLetters < 12, let shifted = open.multiplied(by: 10),
      let sum = shifted.adding(ExactDecimal(significand: digit))
    else { return false }
    pending = sum
    pendingLetters += 1
    return true
  }

  /// Adds decimals behind a point between letters: `三点五`.
  mutating func add(decimals: ExactDecimal) -> Bool {
    guard let sum = (pending ?? .zero).adding(decimals) else { return false }
    pending = sum
    isSectionOpen = true
    unitBeforeDigit = nil
    return true
  }

  /// Multiplies the digits by ten, a hundred or a thousand.
  mutating func apply(place: Int64) -> Bool {
    if let lastPlace, place >= lastPlace { return false }
    if pendingLetters > 1 {
      isVague = true
    } else if pending == nil, place > 10, lastPlace == nil, lastFactor == nil {
      isBare = true
    }
    guard let product = (pending ?? ExactDecimal(significand: 1)).multiplied(by: place),
      let sum = section.adding(product)
    else { return false }
    section = sum
    closeDigits()
    lastPlace = place
    isSectionOpen = true
    return true
  }

  /// Multiplies the section by ten thousand or more.
  mutating func apply(factor: Int64) -> Bool {
    if hasNeighboringDigits { isVague = true }
    if !isSectionOpen {
      guard let lastFactor else {
        isBare = true
        total = ExactDecimal(significand: factor)
        close(factor)
        return true
      }
      guard factor > lastFactor, let product = total.multiplied(by: factor) else { return false }
      total = product
      close(factor)
      return true
    }
    guard let section = sectionValue else { return false }
    if let lastFactor, factor >= lastFactor {
      guard factor > lastFactor, let product = total.adding(section)?.multiplied(by: factor) else { return false }
      total = product
    } else {
      guard let product = section.multiplied(by: factor), let sum = total.adding(product) else { return false }
      total = sum
    }
    close(factor)
    return true
  }

  /// Whether the digits at the end are two that follow one another: `三四` is three or four.
  var hasNeighboringDigits: Bool {
    guard pendingLetters == 2, let digits = pending?.wholeValue else { return false }
    return digits % 10 == digits / 10 + 1
  }

  /// Whether digits can follow: below the place or factor before them.
  private func fits(_ digits: ExactDecimal) -> Bool {
    if let lastPlace { return digits < ExactDecimal(significand: lastPlace) }
    if let lastFactor { return digits < ExactDecimal(significand: lastFactor) }
    return true
  }

  private mutating func closeDigits() {
    pending = nil
    pendingLetters = 0
    unitBeforeDigit = nil
    hasZero = false
  }

  private mutating func close(_ factor: Int64) {
    section = .zero
    closeDigits()
    lastPlace = nil
    lastFactor = factor
    isSectionOpen = false
  }
}
