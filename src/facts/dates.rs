//! Dates in a line of text: the usual ways to write one, with the names of every vocabulary.
//!
//! The scanner goes from digit to digit, since every date but `yesterday` holds one, and reads what stands around it.
//! All reading is done by a [`Cursor`] that looks only a few words far, so that time is linear in the text.

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};

use crate::bytes;
use crate::characters::is_unspaced;
use crate::vocabulary;
use crate::words::WordMap;

/// How much of a date is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Precision {
    Month,
    Day,
    Minute,
    Second,
}

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// Bytes of the text, from the first to the last character of date and time, weekday and zone included.
    pub(crate) range: Range<usize>,
    /// ISO 8601 at the precision of the text: `2024-05`, `2024-05-03`, `2024-05-03T09:30`, `2024-05-03T09:30:00Z`.
    pub(crate) value: String,
    pub(crate) precision: Precision,
    pub(crate) zone_known: bool,
    /// Whether day and month could have been the other way round.
    pub(crate) ambiguous: bool,
    /// Whether the date is counted from the reference date, as in `2 hours ago`.
    pub(crate) relative: bool,
}

/// A time of day that stands alone, as the entries of a live blog start with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundTime {
    /// Bytes of the text, zone included.
    pub(crate) range: Range<usize>,
    clock: Clock,
}

/// What is known beforehand.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct DateHints<'a> {
    /// BCP 47 tag, or empty.
    pub(crate) language: &'a str,
    /// ISO 8601 date, with or without a time; without it no relative date is read.
    pub(crate) reference_date: Option<&'a str>,
}

/// Every date in `text` (a line or a short paragraph), in order, not overlapping.
pub(crate) fn scan(text: &str, hints: &DateHints) -> Vec<FoundDate> {
    let may_hold = may_hold_date(text);
    if hints.reference_date.is_none() && !may_hold {
        return Vec::new();
    }
    let locale = Locale::of(hints.language);
    let mut found = if may_hold { scan_absolute(text, locale) } else { Vec::new() };
    if let Some(reference) = hints.reference_date.and_then(|iso| Reference::read(iso, locale)) {
        let mut relative = scan_relative(text, reference, locale);
        relative.retain(|one| {
            let next = found.partition_point(|other| other.range.end <= one.range.start);
            found.get(next).is_none_or(|other| one.range.end <= other.range.start)
        });
        found.extend(relative);
        found.sort_by_key(|date| date.range.start);
    }
    found
}

/// The moment that a number counts to from 1970 on, in seconds or milliseconds, as programs keep it.
pub(crate) fn of_epoch(text: &str) -> Option<String> {
    let number: i64 = text.parse().ok().filter(|_| matches!(text.len(), 10 | 13))?;
    let seconds = if text.len() == 13 { number / 1000 } else { number };
    jiff::Timestamp::from_second(seconds).ok().map(|moment| moment.to_string())
}

/// Whether a day in ISO 8601 is one.
pub(crate) fn is_day(value: &str) -> bool {
    value.parse::<Date>().is_ok()
}

/// Whether two dates in ISO 8601 are a day apart at most, as one day is in two zones; or of one month, where one is no more.
pub(crate) fn is_near(one: &str, other: &str) -> bool {
    let day = |value: &str| value.get(..10).and_then(|day| day.parse::<Date>().ok());
    match (day(one), day(other)) {
        (Some(one), Some(other)) => one.duration_until(other).as_hours().abs() <= 24,
        _ => one.get(..7).is_some_and(|month| other.starts_with(month)),
    }
}

/// The first day that stands in a text without its year, as in `Feb 26` or `3. Mai`: its range, and EDTF (`XXXX-02-26`).
pub(crate) fn scan_day(text: &str, language: &str) -> Option<(Range<usize>, String)> {
    let locale = Locale::of(language);
    let (mut at, mut floor) = (0, 0);
    while let Some(start) = next_digit(text, at) {
        let cursor = Cursor { text, floor, at: start };
        at = cursor.past_digits().max(start + 1);
        if let Some((range, month, day)) = day_at(cursor, locale) {
            // Of the leap years, which have all days.
            return Date::new(2000, month, day).ok().map(|_| (range, format!("XXXX-{month:02}-{day:02}")));
        }
        floor = at;
    }
    None
}

/// A month and a day in words, whose number stands at the cursor.
fn day_at(start: Cursor, locale: Locale) -> Option<(Range<usize>, i8, i8)> {
    let mut cursor = start;
    let day = cursor.small(1..=2)?;
    cursor.ordinal();
    let mut before = start;
    before.back_gap(".");
    if let Some(month) = before.back_month(locale) {
        return Some((before.at..cursor.at, month, day));
    }
    cursor.link();
    let month = cursor.month(locale)?;
    let mut stop = cursor;
    // `3 mag.` is an abbreviation.
    if stop.eat(".").is_some() && stop.spaces() && stop.peek() == Some('(') {
        cursor.eat(".");
    }
    Some((start.at..cursor.at, month, day))
}

/// Puts a day without its year into the year in which it lies nearest to a date (both ISO 8601 or EDTF).
pub(crate) fn nearest(day: &str, date: &str) -> Option<String> {
    let near: Date = date.get(..10)?.parse().ok()?;
    let (month, day) = day.strip_prefix("XXXX-")?.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    let years = [-1, 0, 1].map(|years| near.year().saturating_add(years));
    let dates = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    let days = |date: &Date| date.duration_since(near).abs();
    dates.min_by_key(days).map(|date| date.to_string())
}

/// The time of day that `text` starts with, as in `10:12 GMT`; white space and opening brackets may stand before it.
pub(crate) fn scan_time(text: &str) -> Option<FoundTime> {
    let mut cursor = Cursor { text, floor: 0, at: 0 };
    cursor.spaces();
    cursor.eat("[(");
    cursor.floor = cursor.at;
    let (clock, end) = cursor.clock(false, Locale::UNKNOWN)?;
    let alone = !end.peek().is_some_and(|c| is_letter(c) || digit(c).is_some());
    alone.then_some(FoundTime { range: cursor.at..end.at, clock })
}

impl FoundTime {
    /// Minutes since midnight.
    pub(crate) fn minutes(&self) -> u32 {
        let minutes = i32::from(self.clock.hour) * 60 + i32::from(self.clock.minute);
        minutes.unsigned_abs()
    }

    /// ISO 8601 date and time on a day (`2024-05-03`; what follows the day in `day` does not matter).
    pub(crate) fn on(&self, day: &str) -> Option<String> {
        let reference = Reference::read(day, Locale::UNKNOWN)?;
        Some(written(reference.date, Some(self.clock)))
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The scan
// ---------------------------------------------------------------------------------------------------------------------

/// Whether a text has the digits of a date: a row of four or more, one behind an apostrophe, or three rows with one sign
/// between each two. Most numbers are those of something else.
fn may_hold_date(text: &str) -> bool {
    // Most texts hold no digit at all.
    if !may_hold_digit(text) {
        return false;
    }
    let (mut rows, mut length, mut signs, mut before) = (0, 0, 0, 0);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                if length == 0 {
                    rows = if signs == 1 { rows + 1 } else { 1 };
                }
                (length, signs) = (length + 1, 0);
                // The last byte of each apostrophe.
                if length >= 4 || rows >= 3 || matches!(before, b'\'' | 0x98 | 0x99) {
                    return true;
                }
            }
            b'-' | b'/' | b'.' => (length, signs) = (0, signs + 1),
            // The first bytes of the other digits.
            0xd9 | 0xdb | 0xe0 | 0xef => return true,
            _ => (length, rows) = (0, 0),
        }
        before = byte;
    }
    false
}

/// Whether a text holds an ASCII digit, or characters among which digits of other scripts are.
pub(super) fn may_hold_digit(text: &str) -> bool {
    bytes::any(text.as_bytes(), |byte| (byte.wrapping_sub(b'0') < 10) | (byte >= 0xd9))
}

fn scan_absolute(text: &str, locale: Locale) -> Vec<FoundDate> {
    let mut found = Vec::new();
    // A time that stands before its date: `10:00 GMT, Mar 23, 2020`.
    let mut early: Option<(Clock, Range<usize>)> = None;
    let (mut floor, mut at) = (0, 0);
    while let Some(start) = next_digit(text, at) {
        let cursor = Cursor { text, floor, at: start };
        // Neither a date nor a time begins with a number of three digits, or of five.
        let behind = cursor.past_digits();
        if !matches!(behind - start, 1 | 2 | 4) && text[start..behind].is_ascii() {
            at = behind;
            continue;
        }
        if let Some(calendar) = calendar_at(cursor, locale) {
            let end = Cursor { at: calendar.range.end, ..cursor };
            at = end.at;
            if let Some(date) = complete(calendar, cursor, early.take(), locale) {
                at = date.range.end;
                found.push(date);
            }
            floor = at;
        } else if let Some((clock, end)) = cursor.clock(false, locale) {
            at = end.second_zone(locale).at;
            early = Some((clock, start..at));
        } else {
            at = behind;
        }
    }
    found
}

/// Adds what belongs to a date: the weekday, and the time behind it or before it.
fn complete(
    calendar: Calendar,
    cursor: Cursor,
    early: Option<(Clock, Range<usize>)>,
    locale: Locale,
) -> Option<FoundDate> {
    let date = calendar.date?;
    let mut range = calendar.range;
    let mut clock = None;
    if !calendar.month_only {
        range.start =
            weekday_before(Cursor { at: range.start, ..cursor }, date, locale).map_or(range.start, |(start, _)| start);
        let end = Cursor { at: range.end, ..cursor };
        range.end = weekday_after(end, date, locale).unwrap_or(range.end);
        if let Some((late, end)) = (Cursor { at: range.end, ..cursor }).clock_after(locale) {
            (clock, range.end) = (Some(late), end.at);
        } else if let Some((early, place)) = early
            && cursor.text.get(place.end..range.start).is_some_and(joins)
        {
            (clock, range.start) = (Some(early), place.start);
        }
    }
    Some(FoundDate {
        range,
        value: if calendar.month_only { date.strftime("%Y-%m").to_string() } else { written(date, clock) },
        precision: match clock {
            _ if calendar.month_only => Precision::Month,
            None => Precision::Day,
            Some(Clock { second: None, .. }) => Precision::Minute,
            Some(_) => Precision::Second,
        },
        zone_known: clock.is_some_and(|clock| clock.zone.is_some()),
        ambiguous: calendar.ambiguous,
        relative: false,
    })
}

/// The weekday in front of a date (`Freitag, den`): where it starts, and whether it is the day's own.
fn weekday_before(start: Cursor, date: Date, locale: Locale) -> Option<(usize, bool)> {
    let mut cursor = start;
    cursor.back_gap(",،.(");
    let mut article = cursor;
    if is_one_of(article.back_run(), "den der dem le the el il o ngay") {
        cursor = article;
        cursor.back_gap(",،.(");
    }
    if !cursor.may_end(&WEEKDAYS) {
        return None;
    }
    cursor.back_name(|name| is_weekday_of(name, date, locale)).map(|own| (cursor.at, own))
}

/// The weekday behind a date, which must be its own: `2024年5月3日(金)`, `3 Mayıs 2024 Cuma`.
fn weekday_after(end: Cursor, date: Date, locale: Locale) -> Option<usize> {
    let mut cursor = end;
    cursor.spaces();
    let bracket = cursor.eat("(（[").is_some();
    if !bracket {
        cursor.eat(",");
        cursor.spaces();
    }
    // What is glued to a date starts the next thing, save in scripts that set no spaces.
    let glued = cursor.at == end.at && !cursor.peek().is_some_and(is_unspaced);
    if glued
        || !cursor.may_begin(&WEEKDAYS)
        || !cursor.name(|name| is_weekday_of(name, date, locale))?
        || bracket && cursor.eat(")）]").is_none()
    {
        return None;
    }
    // The weekday of a second date: `August 25, 2025 Mon, 25 Aug 2025`.
    let mut next = cursor;
    next.link();
    let number = next.peek().and_then(digit).is_some() && next.clock(true, locale).is_none();
    (!number && next.month(locale).is_none()).then_some(cursor.at)
}

/// Whether a weekday is that of a date; none where it is no weekday. Short names are also other words (`So`, `Sun`, `mar`),
/// so that they count only for the right day and in the language of the text or English.
fn is_weekday_of(name: &str, date: Date, locale: Locale) -> Option<bool> {
    let days = WEEKDAYS.get(name);
    let long = name.chars().count() > 4;
    let own = days.iter().any(|&(language, day)| {
        let understood = long || [locale.language, "en"].contains(&language) || name.starts_with(is_unspaced);
        understood && day == date.weekday().to_monday_one_offset()
    });
    (own || long && !days.is_empty()).then_some(own)
}

/// Whether what stands between a time and a date makes them one.
fn joins(gap: &str) -> bool {
    let mut words = gap.split(|c: char| c.is_whitespace() || MARKS.contains(c) || c == ')');
    gap.len() <= 16 && words.all(|word| word.is_empty() || is_one_of(word, "on of am den der le el il em op de do the"))
}

/// ISO 8601; seconds are always written with a zone.
fn written(date: Date, clock: Option<Clock>) -> String {
    let mut iso = date.to_string();
    let Some(Clock { hour, minute, second, zone }) = clock else { return iso };
    iso += &format!("T{hour:02}:{minute:02}");
    if zone.is_some() || second.is_some() {
        iso += &format!(":{:02}", second.unwrap_or(0));
    }
    match zone.map(|zone| zone.offset(date.at(hour, minute, 0, 0))) {
        None => {}
        Some(0) => iso.push('Z'),
        Some(offset) => {
            let sign = if offset < 0 { '-' } else { '+' };
            iso += &format!("{sign}{:02}:{:02}", offset.abs() / 60, offset.abs() % 60);
        }
    }
    iso
}

// ---------------------------------------------------------------------------------------------------------------------
// Languages
// ---------------------------------------------------------------------------------------------------------------------

/// What the language of a text says about its dates.
#[derive(Clone, Copy)]
struct Locale<'a> {
    /// Primary language.
    language: &'a str,
    order: Order,
    /// Whether `order` is the only one in use there.
    sure: bool,
}

/// What comes first in `5/3/24`.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    Day,
    Month,
    Year,
}

impl<'a> Locale<'a> {
    const UNKNOWN: Self = Self { language: "", order: Order::Day, sure: false };

    fn of(tag: &'a str) -> Self {
        let mut parts = tag.split(['-', '_']);
        let primary = parts.next().unwrap_or("");
        let language = match vocabulary::place_of(tag) {
            Some(place) => vocabulary::tag_at(place),
            None => primary,
        };
        let region = parts.next_back().filter(|region| region.len() == 2).unwrap_or("");
        let (order, sure) = match (language, region.to_ascii_uppercase().as_str()) {
            ("en", "US" | "PH") => (Order::Month, true),
            ("en", "" | "CA") => (Order::Month, false),
            ("zh" | "ja" | "ko" | "hu" | "lt", _) => (Order::Year, true),
            ("" | "und", _) => (Order::Day, false),
            _ => (Order::Day, true),
        };
        Self { language, order, sure }
    }
}

/// Months or weekdays.
struct Names {
    /// Folded name to language and number, from 1.
    by_name: WordMap<String, Vec<(&'static str, i8)>>,
    /// The first two letters of each, and the last two, the last one first.
    starts: Pairs,
    ends: Pairs,
}

/// Pairs of ASCII letters, by which most words show that they are no name: a bit for each second one.
#[derive(Default)]
struct Pairs([u32; 26]);

impl Pairs {
    fn insert(&mut self, mut letters: impl Iterator<Item = u8>) {
        let mut place = || letters.next().map(|byte| byte.wrapping_sub(b'a'));
        if let Some(row) = place().and_then(|first| self.0.get_mut(usize::from(first))) {
            // A name of one letter stands for all pairs.
            *row |= place().map_or(!0, |second| 1_u32.checked_shl(second.into()).unwrap_or(0));
        }
    }

    /// Whether letters are those of a name, or none of ASCII.
    fn may_hold(&self, letters: [Option<&u8>; 2]) -> bool {
        let place =
            |byte: Option<&u8>| byte.map_or(usize::MAX, |byte| byte.to_ascii_lowercase().wrapping_sub(b'a').into());
        let [first, second] = letters.map(place);
        second >= self.0.len() || self.0.get(first).is_none_or(|row| row >> second & 1 == 1)
    }
}

static MONTHS: LazyLock<Names> = LazyLock::new(|| Names::read("months"));
static WEEKDAYS: LazyLock<Names> = LazyLock::new(|| Names::read("weekdays"));

impl Names {
    fn read(section: &str) -> Self {
        let mut names: WordMap<String, Vec<(&str, i8)>> = WordMap::default();
        for (_, language, entries) in vocabulary::every(section) {
            for (number, forms) in (1..=12).zip(entries) {
                for form in forms.split('|').map(|form| fold(form.trim().trim_end_matches('.')).into_owned()) {
                    names.entry(form).or_default().push((language, number));
                }
            }
        }
        let (mut starts, mut ends) = (Pairs::default(), Pairs::default());
        names.keys().for_each(|name| starts.insert(name.bytes()));
        names.keys().for_each(|name| ends.insert(name.bytes().rev()));
        Self { by_name: names, starts, ends }
    }

    fn get(&self, folded: &str) -> &[(&'static str, i8)] {
        self.by_name.get(folded).map_or(&[], Vec::as_slice)
    }
}

/// A month by its name, as the language of the text has it, or else the first that has it.
fn month_of(folded: &str, locale: Locale) -> Option<i8> {
    let months = MONTHS.get(folded);
    let own = months.iter().find(|(language, _)| *language == locale.language);
    own.or(months.first()).map(|&(_, month)| month)
}

/// Whether a word, folded, is one of those that are separated by spaces.
fn is_one_of(word: &str, words: &str) -> bool {
    if word.is_empty() {
        return false;
    }
    if word.is_ascii() {
        return words.as_bytes().split(|&byte| byte == b' ').any(|known| known.eq_ignore_ascii_case(word.as_bytes()));
    }
    let folded = fold(word);
    words.split(' ').any(|known| known == folded)
}

/// Lower case without accents, so that `FÉVRIER`, `FEVRIER` and `février` are one.
fn fold(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    let plain = |c| match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ě' | 'ę' | 'ē' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ő' | 'ø' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ț' | 'ţ' | 'ť' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ű' | 'ů' => 'u',
        'ý' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'й' => 'и',
        'ё' => 'е',
        '’' => '\'',
        '\u{a0}' | '\u{202f}' => ' ',
        '‑' => '-',
        c => c,
    };
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '\0'..='\x7f' => folded.push(c.to_ascii_lowercase()),
            '\u{300}'..='\u{36f}' => {}
            // The scripts from Hebrew to Tibetan and those of East Asia have no case.
            '\u{590}'..='\u{fff}' | '\u{2e80}'.. => folded.push(c),
            _ => folded.extend(c.to_lowercase().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).map(plain)),
        }
    }
    Cow::Owned(folded)
}

// ---------------------------------------------------------------------------------------------------------------------
// Characters
// ---------------------------------------------------------------------------------------------------------------------

/// Letters, and the marks that are part of words in the scripts of India, Thailand and Persia.
fn is_letter(c: char) -> bool {
    c.is_alphabetic()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}' | '\u{9bc}' | '\u{9cd}' | '\u{e47}'..='\u{e4e}' | '\u{200c}')
}

/// White space, and the invisible marks that editors leave.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        '০'..='৯' => '০',
        '๐'..='๙' => '๐',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

/// The next digit from `from` on. Prose holds few: most text is only ever read here.
fn next_digit(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(from..)?;
    let at = |(at, &byte): (usize, &u8)| match byte {
        b'0'..=b'9' => Some(from + at),
        // The first bytes of the other digits.
        0xd9 | 0xdb | 0xe0 | 0xef => text.get(from + at..)?.chars().next().and_then(digit).map(|_| from + at),
        _ => None,
    };
    bytes.iter().enumerate().find_map(at)
}

/// Whether a word that starts with `this` was glued to the one before it: `READ|Mar`, `Smith|May`.
fn is_seam(before: char, this: char, next: Option<char>) -> bool {
    this.is_uppercase() && (before.is_lowercase() || before.is_uppercase() && next.is_some_and(char::is_lowercase))
}

// ---------------------------------------------------------------------------------------------------------------------
// The cursor
// ---------------------------------------------------------------------------------------------------------------------

/// A place in a text. Reading moves it; what cannot be read leaves it where it is.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    /// What stands before belongs to an earlier date.
    floor: usize,
    at: usize,
}

/// No name of a month and no other word of interest is longer.
const LONGEST_WORD: usize = 24;

/// What joins the words of a name.
const JOINTS: &str = " -'’‑\u{a0}";

impl<'t> Cursor<'t> {
    fn rest(self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn head(self) -> &'t str {
        self.text.get(self.floor..self.at).unwrap_or("")
    }

    fn peek(self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let next = self.peek().filter(|&c| wanted(c))?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn eat(&mut self, any_of: &str) -> Option<char> {
        self.eat_if(|c| any_of.contains(c))
    }

    /// Up to three white-space characters.
    fn spaces(&mut self) -> bool {
        (0..3).map_while(|_| self.eat_if(is_space)).count() > 0
    }

    /// White space, at most one of the given characters, white space.
    fn gap(&mut self, any_of: &str) {
        self.spaces();
        if self.eat(any_of).is_some() {
            self.spaces();
        }
    }

    /// A number, if it has as many digits as wanted.
    fn number(&mut self, digits: RangeInclusive<usize>) -> Option<i16> {
        let (mut value, mut count, mut end) = (0_i16, 0, self.at);
        for c in self.rest().chars() {
            let Some(digit) = digit(c) else { break };
            if count == *digits.end() {
                return None;
            }
            value = value.checked_mul(10)?.checked_add(i16::try_from(digit).ok()?)?;
            (count, end) = (count + 1, end + c.len_utf8());
        }
        (digits.contains(&count)).then(|| self.at = end).map(|()| value)
    }

    fn small(&mut self, digits: RangeInclusive<usize>) -> Option<i8> {
        let mut cursor = *self;
        let number = i8::try_from(cursor.number(digits)?).ok()?;
        *self = cursor;
        Some(number)
    }

    fn past_digits(self) -> usize {
        self.at + self.rest().chars().take_while(|&c| digit(c).is_some()).map(char::len_utf8).sum::<usize>()
    }

    /// The letters from here on; none if there are too many.
    fn run(&mut self) -> &'t str {
        let letters = self.rest().chars().take(LONGEST_WORD + 1).take_while(|&c| is_letter(c));
        let (count, length) = letters.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
        if count > LONGEST_WORD {
            return "";
        }
        let run = self.rest().get(..length).unwrap_or("");
        self.at += length;
        run
    }

    /// The letters from here on, up to where the next word was glued to them: `GMT` of `GMTRead`.
    fn word(&mut self) -> &'t str {
        let rest = self.rest();
        let mut before = None;
        let mut chars = rest.char_indices().take(LONGEST_WORD).peekable();
        let mut length = 0;
        while let Some((at, this)) = chars.next() {
            let next = chars.peek().map(|&(_, next)| next);
            if !is_letter(this) || before.is_some_and(|before| is_seam(before, this, next)) {
                break;
            }
            (before, length) = (Some(this), at + this.len_utf8());
        }
        self.at += length;
        rest.get(..length).unwrap_or("")
    }

    /// One of the words, which are separated by spaces.
    fn any_word(&mut self, words: &str) -> bool {
        let mut cursor = *self;
        let known = is_one_of(cursor.word(), words);
        if known {
            *self = cursor;
        }
        known
    }

    /// The longest name from here on that `find` knows. A name is up to three words: `sexta-feira`, `تشرين الأول`.
    fn name<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let mut cursor = *self;
        if !self.peek().is_some_and(is_letter) {
            return None;
        }
        let ends: Vec<usize> = if self.peek().is_some_and(is_unspaced) {
            // Scripts without spaces: `金曜日午前` starts with a weekday.
            (0..4).map_while(|_| cursor.eat_if(is_letter).map(|_| cursor.at)).collect()
        } else {
            let mut end = |_| {
                let run = cursor.run();
                let end = cursor.at;
                cursor.eat(JOINTS);
                (!run.is_empty()).then_some(end)
            };
            (0..3).map_while(&mut end).collect()
        };
        ends.into_iter().rev().find_map(|end| {
            let found = find(&fold(self.text.get(self.at..end)?))?;
            self.at = end;
            Some(found)
        })
    }

    fn back_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let last = self.head().chars().next_back().filter(|&c| wanted(c))?;
        self.at -= last.len_utf8();
        Some(last)
    }

    /// Back over white space, at most one of the given characters, white space.
    fn back_gap(&mut self, any_of: &str) {
        for _ in 0..2 {
            (0..3).map_while(|_| self.back_if(is_space)).count();
            if self.back_if(|c| any_of.contains(c)).is_none() {
                break;
            }
        }
    }

    /// The letters up to here, or the last ones of them.
    fn back_run(&mut self) -> &'t str {
        let letters = self.head().chars().rev().take(LONGEST_WORD).take_while(|&c| is_letter(c));
        let start = self.at - letters.map(char::len_utf8).sum::<usize>();
        let run = self.text.get(start..self.at).unwrap_or("");
        self.at = start;
        run
    }

    /// The longest name up to here that `find` knows, which may be glued to the word before it.
    fn back_name<T>(&mut self, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let end = self.at;
        let mut cursor = *self;
        if !self.head().chars().next_back().is_some_and(is_letter) {
            return None;
        }
        let mut start = |_| {
            let run = cursor.back_run();
            let start = cursor.at;
            cursor.back_if(|c| JOINTS.contains(c));
            (!run.is_empty()).then_some(start)
        };
        let starts: Vec<usize> = (0..3).map_while(&mut start).collect();
        let seam = self.last_seam(*starts.first()?);
        starts.into_iter().rev().chain(seam).find_map(|start| {
            let found = find(&fold(self.text.get(start..end)?))?;
            self.at = start;
            Some(found)
        })
    }

    /// Where the last word before this place is glued to another: `READ|Mar`.
    fn last_seam(self, start: usize) -> Option<usize> {
        let mut before = None;
        let mut seam = None;
        let mut chars = self.text.get(start..self.at)?.char_indices().peekable();
        while let Some((at, this)) = chars.next() {
            let next = chars.peek().map(|&(_, next)| next);
            if before.is_some_and(|before| is_seam(before, this, next)) {
                seam = Some(start + at);
            }
            before = Some(this);
        }
        seam
    }

    fn month(&mut self, locale: Locale) -> Option<i8> {
        // In Vietnamese the months have numbers: `3 tháng 5 năm 2024`.
        let mut numbered = *self;
        if numbered.any_word("thang thg")
            && numbered.spaces()
            && let Some(month) = numbered.small(1..=2)
        {
            *self = numbered;
            return Some(month);
        }
        self.may_begin(&MONTHS).then(|| self.name(|name| month_of(name, locale))).flatten()
    }

    /// The month whose name ends here.
    fn back_month(&mut self, locale: Locale) -> Option<i8> {
        self.may_end(&MONTHS).then(|| self.back_name(|name| month_of(name, locale))).flatten()
    }

    fn may_begin(self, names: &Names) -> bool {
        let rest = self.rest().as_bytes();
        names.starts.may_hold([rest.first(), rest.get(1)])
    }

    fn may_end(self, names: &Names) -> bool {
        let mut head = self.head().as_bytes().iter().rev();
        names.ends.may_hold([head.next(), head.next()])
    }

    /// `rd` of `3rd`, `er` of `1er`.
    fn ordinal(&mut self) {
        let mut cursor = *self;
        let colon = cursor.eat(":").is_some();
        let ending = cursor.run();
        let known = is_one_of(ending, "st nd rd th er e eme º ª ste de a го ро") && (!colon || ending.len() == 1);
        if known || cursor.eat("°").is_some() {
            *self = cursor;
        }
    }

    /// What stands between the parts of a date in words: `.`, ` de `, `-`, ` d'`.
    fn link(&mut self) {
        self.eat(".");
        self.gap(",،-/–");
        let mut cursor = *self;
        if is_one_of(cursor.run(), "de del of di da d do den nam") && (cursor.spaces() || cursor.eat("'’").is_some())
        {
            *self = cursor;
        }
    }

    /// Four digits, or two behind an apostrophe. With `glued`, what follows may be glued to them, as `5` in `May 3, 20205 min
    /// read`.
    fn year(&mut self, glued: bool) -> Option<i16> {
        let mut cursor = *self;
        if let Some(year) = cursor.number(4..=4) {
            *self = cursor;
            return (year >= 1000).then_some(year);
        }
        if cursor.eat("'’‘").is_some()
            && let Some(year) = cursor.number(2..=2)
        {
            *self = cursor;
            return Some(full_year(year));
        }
        let year = cursor.glued_number(4, 5..=8, |next| glued || next == ':')?;
        *self = cursor;
        (1900..2100).contains(&year).then_some(year)
    }

    /// A day of two digits with a time or a word glued to it: `2020-03-2310:30`, `2020-03-235 min read`.
    fn glued_day(&mut self) -> Option<i8> {
        self.glued_number(2, 3..=4, |next| next == ':' || next == ' ').and_then(|day| i8::try_from(day).ok())
    }

    /// The first digits of a longer run of them, since what follows may be glued to a date: `2020-03-2310:30`.
    fn glued_number(&mut self, count: usize, run: RangeInclusive<usize>, ends: impl Fn(char) -> bool) -> Option<i16> {
        let mut rest = self.rest().char_indices().skip_while(|&(_, c)| digit(c).is_some());
        let (after, _) = rest.next().filter(|&(_, next)| ends(next))?;
        let digits = self.rest().get(..after)?;
        let length = digits.char_indices().nth(count).map(|(at, _)| at)?;
        if !run.contains(&digits.chars().count()) {
            return None;
        }
        let number = Cursor { text: self.text.get(..self.at + length)?, ..*self }.number(count..=count);
        self.at += length;
        number
    }
}

fn full_year(short: i16) -> i16 {
    if short < 50 { 2000 + short } else { 1900 + short }
}

// ---------------------------------------------------------------------------------------------------------------------
// Days
// ---------------------------------------------------------------------------------------------------------------------

/// A day or month.
struct Calendar {
    range: Range<usize>,
    /// None for what is written like a date and is none, as 31 February.
    date: Option<Date>,
    month_only: bool,
    ambiguous: bool,
}

impl Calendar {
    fn day(range: Range<usize>, year: i16, month: i8, day: i8) -> Self {
        Self { range, date: Date::new(year, month, day).ok(), month_only: false, ambiguous: false }
    }

    fn month(range: Range<usize>, year: i16, month: i8) -> Self {
        Self { month_only: true, ..Self::day(range, year, month, 1) }
    }
}

/// The day or month whose first number stands at the cursor.
fn calendar_at(cursor: Cursor, locale: Locale) -> Option<Calendar> {
    month_day_year(cursor, locale)
        .or_else(|| ideographic(cursor))
        .or_else(|| year_month_day(cursor, locale))
        .or_else(|| numeric(cursor, locale))
        .or_else(|| day_month_year(cursor, locale))
        .or_else(|| month_year(cursor, locale))
}

/// `March 23rd, 2020`, `Mar-23-2020`, `mayo 3 de 2024`.
fn month_day_year(start: Cursor, locale: Locale) -> Option<Calendar> {
    let mut cursor = start;
    let day = cursor.small(1..=2)?;
    cursor.ordinal();
    cursor.link();
    // `On May 1, 5000 people` is no date.
    let year = cursor.year(true).filter(|&year| year < 2200)?;
    let mut before = start;
    before.back_gap(".,-/");
    let month = before.back_month(locale)?;
    Some(Calendar::day(before.at..cursor.at, year, month, day))
}

/// `3 May 2024`, `3. Mai 2024`, `1er mai 2024`, `3 de mayo de 2024`, `4-Sep-2023`, `3 мая 2024 г.`.
fn day_month_year(start: Cursor, locale: Locale) -> Option<Calendar> {
    let mut cursor = start;
    let day = cursor.small(1..=2)?;
    cursor.ordinal();
    cursor.link();
    let month = cursor.month(locale)?;
    // Arabic gives both names: `أيار/مايو`.
    let mut again = cursor;
    if again.eat("/").is_some() && again.month(locale) == Some(month) {
        cursor = again;
    }
    cursor.link();
    let year = cursor.year(true)?;
    let mut word = cursor;
    word.spaces();
    if word.any_word("г года год р року r roku") {
        word.eat(".");
        cursor = word;
    }
    Some(Calendar::day(start.at..cursor.at, year, month, day))
}

/// `2024年5月3日`, `2024년 5월 3일`, `2024年5月`.
fn ideographic(start: Cursor) -> Option<Calendar> {
    let mut cursor = start;
    let year = cursor.number(4..=4).filter(|&year| year >= 1000)?;
    cursor.spaces();
    cursor.eat("年년")?;
    cursor.spaces();
    let month = cursor.small(1..=2)?;
    cursor.spaces();
    cursor.eat("月월")?;
    let mut with_day = cursor;
    with_day.spaces();
    if let Some(day) = with_day.small(1..=2) {
        with_day.spaces();
        if with_day.eat("日号號일").is_some() {
            return Some(Calendar::day(start.at..with_day.at, year, month, day));
        }
    }
    Some(Calendar::month(start.at..cursor.at, year, month))
}

/// `2020-03-23`, `2020/3/23`, `2024. 5. 3.`, `2024. május 3.`, `2024-May-03`.
fn year_month_day(start: Cursor, locale: Locale) -> Option<Calendar> {
    let mut cursor = start;
    let year = cursor.number(4..=4).filter(|&year| year >= 1000)?;
    let mut named = cursor;
    let dotted = cursor.peek() == Some('.');
    if let Some(sign) = separator(&mut cursor)
        && let Some(month) = cursor.small(1..=2)
        && separator(&mut cursor) == Some(sign)
        && let Some(day) = cursor.small(1..=2).or_else(|| cursor.glued_day())
    {
        if dotted {
            cursor.eat(".");
        }
        return stands_alone(start, cursor).then(|| Calendar::day(start.at..cursor.at, year, month, day));
    }
    named.link();
    // `2024 m. gegužės 3 d.`, `2024. gada 3. maijā`
    let of_year = named.any_word("m gada");
    if of_year {
        named.link();
    }
    let (month, day) = match named.month(locale) {
        Some(month) => {
            named.link();
            (month, named.small(1..=2)?)
        }
        None if of_year => {
            let day = named.small(1..=2)?;
            named.link();
            (named.month(locale)?, day)
        }
        None => return None,
    };
    named.ordinal();
    let mut unit = named;
    if of_year && unit.spaces() && unit.any_word("d") {
        unit.eat(".");
        named = unit;
    }
    // `© 2019 March 23, 2020` holds another date, `2024 May 10:30` a time.
    let mut next = named;
    next.link();
    let other = next.number(4..=4).is_some() || named.peek() == Some(':');
    if dotted {
        named.eat(".");
    }
    (!other).then(|| Calendar::day(start.at..named.at, year, month, day))
}

/// `23.03.2020`, `3. 5. 2024`, `03/05/2024`, `5/3/24`.
fn numeric(start: Cursor, locale: Locale) -> Option<Calendar> {
    let mut cursor = start;
    let first = cursor.small(1..=2)?;
    let sign = separator(&mut cursor)?;
    let second = cursor.small(1..=2)?;
    separator(&mut cursor).filter(|&other| other == sign)?;
    let short = cursor.number(2..=2);
    let year = short.map(full_year).or_else(|| cursor.year(false))?;
    if !stands_alone(start, cursor) {
        return None;
    }
    let range = start.at..cursor.at;
    let written = start.text.get(range.clone())?;
    if let Some(short) = short {
        let glued = start.head().chars().next_back().is_some_and(is_letter) || cursor.peek().is_some_and(is_letter);
        // `5/3/24` is a date and `5.3.24` a version.
        if glued || written.contains(char::is_whitespace) || sign != '/' && written.chars().count() != 8 {
            return None;
        }
        if locale.order == Order::Year {
            return Some(Calendar::day(range, full_year(i16::from(first)), second, i8::try_from(short).ok()?));
        }
    }
    // Dots are for the day first, wherever there is a choice.
    let month_first = locale.order == Order::Month && sign != '.';
    let day_first = Date::new(year, second, first).ok();
    let other = Date::new(year, first, second).ok();
    let readings = if month_first { [other, day_first] } else { [day_first, other] };
    let mut possible = readings.into_iter().flatten();
    let date = possible.next();
    let ambiguous = possible.next().is_some_and(|other| Some(other) != date) && !locale.sure && sign != '.';
    // The weekday tells.
    let own = |date: &Date| weekday_before(start, *date, locale).is_some_and(|(_, own)| own);
    let told = readings.into_iter().flatten().filter(|_| ambiguous).find(own);
    Some(Calendar { range, date: told.or(date), month_only: false, ambiguous: ambiguous && told.is_none() })
}

/// `May 2024`, `mayo de 2024`.
fn month_year(start: Cursor, locale: Locale) -> Option<Calendar> {
    let mut cursor = start;
    let year = cursor.number(4..=4).filter(|year| (1500..2200).contains(year))?;
    let mut before = start;
    before.back_gap(".,-");
    let mut link = before;
    let linked = is_one_of(link.back_run(), "de del of");
    if linked {
        before = link;
        before.back_gap("");
    }
    let name = before;
    let month = before.back_month(locale)?;
    // Names of months are words of other languages, too: `gave out 2000 copies` is not of October.
    let name = start.text.get(before.at..name.at)?;
    let languages = MONTHS.get(&fold(name)).iter().map(|&(language, _)| language);
    let known = languages.clone().any(|language| language == locale.language);
    let english = languages.clone().any(|language| language == "en");
    let sure = match name.chars().next().is_some_and(char::is_lowercase) {
        true => linked && !english || known && !["en", "de"].contains(&locale.language),
        false => known || english || locale.language.is_empty() || name.chars().count() > 3,
    };
    let more = cursor.peek() == Some(':') || !stands_alone_behind(cursor);
    (sure && !more).then(|| Calendar::month(before.at..cursor.at, year, month))
}

/// The sign between the numbers of a date, with a space behind a full stop and on both sides of a slash.
fn separator(cursor: &mut Cursor) -> Option<char> {
    let mut ahead = *cursor;
    let spaced = ahead.eat(" \u{a0}").is_some();
    let sign = ahead.eat(if spaced { "/" } else { "-/." })?;
    let spaced_behind = (spaced || sign == '.') && ahead.eat(" \u{a0}").is_some();
    if spaced && !spaced_behind {
        return None;
    }
    *cursor = ahead;
    Some(sign)
}

/// Whether numbers are not part of an address, a version or a longer list of numbers.
fn stands_alone(start: Cursor, end: Cursor) -> bool {
    let mut before = start.head().chars().rev();
    let free = match before.next() {
        Some('/' | '_' | '=' | '%' | '#' | '$' | '€' | '£') => false,
        Some('-') => !before.next().is_some_and(|c| is_letter(c) || digit(c).is_some()),
        Some('.' | ',') => before.next().is_none_or(|c| digit(c).is_none()),
        _ => true,
    };
    free && stands_alone_behind(end)
}

fn stands_alone_behind(end: Cursor) -> bool {
    let mut after = end.rest().chars();
    match after.next() {
        Some('_' | '%') => false,
        // `28.04.2023-19:20`
        Some('-') if end.rest().chars().skip(1).take(3).any(|c| c == ':') => true,
        Some('/' | '-') => !after.next().is_some_and(|c| is_letter(c) || digit(c).is_some()),
        Some('.' | ',') => after.next().is_none_or(|c| digit(c).is_none()),
        _ => true,
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Times of day
// ---------------------------------------------------------------------------------------------------------------------

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Clock {
    hour: i8,
    minute: i8,
    second: Option<i8>,
    zone: Option<Zone>,
}

/// Words between a date and its time, folded.
const LEADS: &str = "at from um ab om kl klo kello a la las as alle ore de o ob godz v ve в о об στισ ora pukul jam saat \
                     luc les kell plkst u у الساعة على בשעה";

/// Marks between a date and its time.
const MARKS: &str = ",|-–—·•⋅∙・@:;/(，（،";

/// How much of a time has been read.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    /// `10`: with a unit it is a time.
    Bare,
    /// `10.30`: with a unit or behind a word such as `at`.
    Dotted,
    /// `10:30`, `10h30`
    Full,
}

impl Cursor<'_> {
    /// The time behind a date, and where it ends.
    fn clock_after(self, locale: Locale) -> Option<(Clock, Self)> {
        let mut cursor = self;
        let (mut led, mut bracket) = (cursor.eat("T").is_some(), false);
        // A year is an ordinal and has a full stop: `3. svibnja 2024. u 14:05`.
        if matches!(locale.language, "hr" | "sr" | "bs") {
            cursor.eat(".");
        }
        for _ in 0..10 {
            if let Some((clock, end)) = cursor.noon(locale).or_else(|| cursor.clock(led, locale)) {
                let mut end = end.second_zone(locale);
                if bracket {
                    end.eat(")）");
                }
                return Some((clock, end));
            }
            if let Some(mark) = cursor.eat(MARKS) {
                bracket |= "(（".contains(mark);
            } else if cursor.any_word(LEADS) {
                led = true;
                cursor.eat(".:");
            } else if !cursor.spaces() {
                return None;
            }
        }
        None
    }

    /// A time of day from here on, and where it ends. `led` says that a word such as `at` stands before it.
    fn clock(self, led: bool, locale: Locale) -> Option<(Clock, Self)> {
        let exact = self.head().ends_with('T');
        let mut cursor = self;
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        // Most numbers are of something else, and what stands behind them shows it.
        let behind = self.rest()[digits..].trim_start_matches(' ').as_bytes().first();
        // `10 am`, `10h`, `10 Uhr`, `12 noon`; behind four digits a zone.
        let letters = |byte: u8| if digits <= 2 { b"aAhHmMnNpPuU".contains(&byte) } else { byte.is_ascii_alphabetic() };
        let may_go_on = |&byte: &u8| byte >= 0x80 || letters(byte) || b":.+-([\t".contains(&byte);
        if digits > 0 && !led && !behind.is_none_or(may_go_on) {
            return None;
        }
        let mut half = if digits == 0 { cursor.half_before() } else { None };
        if half.is_none()
            && !(1..=2).contains(&digits)
            && let Some(clock) = cursor.military(locale)
        {
            return Some((clock, cursor));
        }
        let mut hour = cursor.small(1..=2)?;
        let (minute, second, shape) = cursor.minutes(led)?;
        let mut unit = cursor;
        unit.spaces();
        // `10 Uhr` is a time and `10 hours` none.
        let named = unit.any_word("uhr uur") || shape != Shape::Bare && unit.any_word("h hs hrs hours horas hod ч");
        if named {
            cursor = unit;
        }
        half = half.or_else(|| cursor.half_after(locale));
        let mut noon = cursor;
        noon.spaces();
        if half.is_none()
            && hour == 12
            && minute == 0
            && let Some((clock, end)) = noon.noon(locale)
        {
            return Some((clock, end));
        }
        // No zone makes a time of a bare number.
        if shape == Shape::Bare && !named && half.is_none() {
            return None;
        }
        let zone = cursor.zone(exact || second.is_some(), locale);
        // On a line of its own, `03.05.2024 10.30` is date and time.
        let last = cursor.at - self.at == 5 && !self.head().is_empty() && cursor.rest().is_empty();
        let sure = match shape {
            Shape::Dotted => named || half.is_some() || zone.is_some() || led || last,
            Shape::Bare | Shape::Full => true,
        };
        if let Some(afternoon) = half
            && hour <= 12
        {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
        }
        let real = hour < 24 && minute < 60 && second.is_none_or(|second| second < 60);
        (sure && real).then_some((Clock { hour, minute, second, zone }, cursor))
    }

    /// Minutes and seconds behind the hour, with what stands between.
    fn minutes(&mut self, led: bool) -> Option<(i8, Option<i8>, Shape)> {
        let hour = *self;
        if self.eat(":：").is_some() {
            let minute = self.small(2..=2)?;
            let mut more = *self;
            if more.eat(":：").is_none() {
                return Some((minute, None, Shape::Full));
            }
            let second = more.small(2..=2)?;
            *self = more;
            // Fractions of a second.
            if more.eat(".,").is_some() && more.number(1..=3).is_some() {
                *self = more;
            }
            return Some((minute, Some(second), Shape::Full));
        }
        let mut unit = hour;
        unit.spaces();
        if unit.eat("時时点點시").is_some() {
            *self = unit;
            unit.spaces();
            if unit.eat("半").is_some() {
                *self = unit;
                return Some((30, None, Shape::Full));
            }
            let minute = unit.small(1..=2).filter(|_| unit.eat("分분").is_some());
            if minute.is_some() {
                *self = unit;
            }
            return Some((minute.unwrap_or(0), None, Shape::Full));
        }
        if unit.any_word("h") {
            let glued = unit.at == hour.at + 1;
            let end = unit;
            unit.spaces();
            if let Some(minute) = unit.small(2..=2) {
                unit.any_word("min m");
                *self = unit;
                return Some((minute, None, Shape::Full));
            }
            // `10h` is a time and `2 h` may be a duration.
            let two_digits = hour.head().chars().rev().nth(1).is_some_and(|c| digit(c).is_some());
            if led || glued && two_digits {
                *self = end;
                return Some((0, None, Shape::Full));
            }
            return None;
        }
        let mut dotted = hour;
        if dotted.eat(".").is_some()
            && let Some(minute) = dotted.small(2..=2)
            && stands_alone_behind(dotted)
        {
            *self = dotted;
            return Some((minute, None, Shape::Dotted));
        }
        Some((0, None, Shape::Bare))
    }

    /// `1000 GMT`
    fn military(&mut self, locale: Locale) -> Option<Clock> {
        let mut cursor = *self;
        let number = cursor.number(4..=4)?;
        let zone = Some(cursor.zone(false, locale)?);
        let (hour, minute) = (i8::try_from(number / 100).ok()?, i8::try_from(number % 100).ok()?);
        let real = hour < 24 && minute < 60;
        real.then(|| *self = cursor).map(|()| Clock { hour, minute, second: None, zone })
    }

    fn noon(self, locale: Locale) -> Option<(Clock, Self)> {
        let mut cursor = self;
        let hour = match &*fold(cursor.word()) {
            "noon" | "midi" | "mediodia" => 12,
            "midnight" | "minuit" | "medianoche" | "mitternacht" => 0,
            _ => return None,
        };
        let zone = cursor.zone(false, locale);
        Some((Clock { hour, minute: 0, second: None, zone }, cursor))
    }

    /// Morning (false) or afternoon (true) before a time.
    fn half_before(&mut self) -> Option<bool> {
        let words = ["오전", "上午", "午前", "凌晨", "早上", "AM ", "오후", "下午", "午後", "晚上", "中午", "PM "];
        let at = words.iter().position(|word| self.rest().starts_with(word))?;
        self.at += words[at].len();
        self.spaces();
        Some(at > 5)
    }

    /// `am`, `p.m.`, `μ.μ.` and the like behind a time.
    fn half_after(&mut self, locale: Locale) -> Option<bool> {
        let mut cursor = *self;
        cursor.spaces();
        if cursor.any_word("ص صباحا صباحًا") {
            *self = cursor;
            return Some(false);
        }
        if cursor.any_word("م مساء مساءً") {
            *self = cursor;
            return Some(true);
        }
        let start = cursor;
        let first = cursor.eat("aApPπΠμΜ")?;
        let dotted = cursor.eat(".").is_some();
        if dotted {
            cursor.spaces();
        }
        let last = cursor.eat("mMμΜ")?;
        if dotted {
            cursor.eat(".");
        } else {
            let mut whole = start;
            whole.word();
            // `10.30 am Freitag`
            if whole.at != cursor.at || locale.language == "de" && last == 'm' {
                return None;
            }
        }
        *self = cursor;
        Some("pPμΜ".contains(first))
    }

    /// The same time in a second zone, which many give in brackets: `1000 GMT (1800 HKT)`.
    fn second_zone(self, locale: Locale) -> Self {
        let mut cursor = self;
        cursor.spaces();
        if cursor.eat("(").is_some()
            && let Some((Clock { zone: Some(_), .. }, mut end)) = cursor.clock(true, locale)
            && end.eat(")").is_some()
        {
            return end;
        }
        self
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Time zones
// ---------------------------------------------------------------------------------------------------------------------

/// A time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    /// Minutes east of UTC.
    Fixed(i16),
    /// A zone of the USA by the minutes of its standard time: `ET` is -300 in winter and -240 in summer.
    American(i16),
}

/// Zones by abbreviation, in upper case, since many are words in lower case (`est`, `et`, `ist`).
const ZONES: &[(&str, Zone)] = &[
    ("Z", Zone::Fixed(0)),
    ("GMT", Zone::Fixed(0)),
    ("UTC", Zone::Fixed(0)),
    ("BST", Zone::Fixed(60)),
    ("WEST", Zone::Fixed(60)),
    ("WAT", Zone::Fixed(60)),
    ("CET", Zone::Fixed(60)),
    ("MEZ", Zone::Fixed(60)),
    ("CEST", Zone::Fixed(120)),
    ("MESZ", Zone::Fixed(120)),
    ("EET", Zone::Fixed(120)),
    ("SAST", Zone::Fixed(120)),
    ("EEST", Zone::Fixed(180)),
    ("EAT", Zone::Fixed(180)),
    ("MSK", Zone::Fixed(180)),
    ("МСК", Zone::Fixed(180)),
    ("GST", Zone::Fixed(240)),
    ("PKT", Zone::Fixed(300)),
    ("IST", Zone::Fixed(330)),
    ("WIB", Zone::Fixed(420)),
    ("ICT", Zone::Fixed(420)),
    ("WITA", Zone::Fixed(480)),
    ("HKT", Zone::Fixed(480)),
    ("SGT", Zone::Fixed(480)),
    ("MYT", Zone::Fixed(480)),
    ("PHT", Zone::Fixed(480)),
    ("AWST", Zone::Fixed(480)),
    ("JST", Zone::Fixed(540)),
    ("KST", Zone::Fixed(540)),
    ("WIT", Zone::Fixed(540)),
    ("ACST", Zone::Fixed(570)),
    ("AEST", Zone::Fixed(600)),
    ("ACDT", Zone::Fixed(630)),
    ("AEDT", Zone::Fixed(660)),
    ("NZST", Zone::Fixed(720)),
    ("NZDT", Zone::Fixed(780)),
    ("BRT", Zone::Fixed(-180)),
    ("ADT", Zone::Fixed(-180)),
    ("AST", Zone::Fixed(-240)),
    ("EDT", Zone::Fixed(-240)),
    ("EST", Zone::Fixed(-300)),
    ("CDT", Zone::Fixed(-300)),
    ("CST", Zone::Fixed(-360)),
    ("MDT", Zone::Fixed(-360)),
    ("MST", Zone::Fixed(-420)),
    ("PDT", Zone::Fixed(-420)),
    ("PST", Zone::Fixed(-480)),
    ("AKDT", Zone::Fixed(-480)),
    ("AKST", Zone::Fixed(-540)),
    ("HST", Zone::Fixed(-600)),
    ("ET", Zone::American(-300)),
    ("CT", Zone::American(-360)),
    ("MT", Zone::American(-420)),
    ("PT", Zone::American(-480)),
];

/// Zones of the USA in words, before `Time`.
const AMERICAN: &[(&str, i16)] = &[("Eastern", -300), ("Central", -360), ("Mountain", -420), ("Pacific", -480)];

impl Zone {
    /// Minutes east of UTC at a local time.
    fn offset(self, at: DateTime) -> i16 {
        match self {
            Self::Fixed(offset) => offset,
            Self::American(offset) => offset + if american_summer(at) { 60 } else { 0 },
        }
    }
}

/// Whether daylight saving time is in force in the USA, by the acts of 1966, 1986 and 2005.
fn american_summer(at: DateTime) -> bool {
    let sunday = |month, nth| {
        let first = Date::new(at.year(), month, 1).ok()?;
        Some(first.nth_weekday_of_month(nth, Weekday::Sunday).ok()?.at(2, 0, 0, 0))
    };
    let (start, end) = match at.year() {
        2007.. => (sunday(3, 2), sunday(11, 1)),
        1987.. => (sunday(4, 1), sunday(10, -1)),
        1967.. => (sunday(4, -1), sunday(10, -1)),
        _ => return false,
    };
    start.is_some_and(|start| start <= at) && end.is_some_and(|end| at < end)
}

impl Cursor<'_> {
    /// A zone behind a time. `exact` says that the time is ISO 8601, where `-05:00` is an offset; elsewhere it is rather the
    /// end of an event.
    fn zone(&mut self, exact: bool, locale: Locale) -> Option<Zone> {
        let mut cursor = *self;
        let spaced = cursor.spaces();
        let bracket = cursor.eat("(（[").is_some();
        let zone = cursor.offset(exact, spaced).or_else(|| cursor.named_zone(locale))?;
        if bracket {
            cursor.eat(")）]")?;
        }
        *self = cursor;
        Some(zone)
    }

    fn offset(&mut self, exact: bool, spaced: bool) -> Option<Zone> {
        let mut cursor = *self;
        let sign = if cursor.eat("+").is_some() {
            1
        } else {
            cursor.eat("-−")?;
            -1
        };
        let minutes = if let Some(number) = cursor.number(4..=4) {
            (exact || spaced || sign > 0).then_some(number / 100 * 60 + number % 100)?
        } else {
            let hours = cursor.number(1..=2).filter(|_| exact || sign > 0)?;
            let mut more = cursor;
            match more.eat(":").and_then(|_| more.number(2..=2)) {
                Some(minutes) => {
                    cursor = more;
                    hours * 60 + minutes
                }
                None if exact => hours * 60,
                None => return None,
            }
        };
        if minutes > 14 * 60 || minutes % 15 != 0 {
            return None;
        }
        *self = cursor;
        Some(Zone::Fixed(sign * minutes))
    }

    fn named_zone(&mut self, locale: Locale) -> Option<Zone> {
        let mut cursor = *self;
        // Greenwich time in Arabic is two words.
        if let Some(rest) = cursor.text[cursor.at..].strip_prefix("بتوقيت ")
            && let Some(name) = ["غرينتش", "جرينتش"].into_iter().find(|name| rest.starts_with(name))
        {
            self.at = cursor.text.len() - rest.len() + name.len();
            return Some(Zone::Fixed(0));
        }
        let word = cursor.word();
        let universal = ["GMT", "UTC"].iter().any(|name| name.eq_ignore_ascii_case(word));
        let zone = if universal {
            let mut offset = cursor;
            offset.spaces();
            let known = offset.offset(true, true);
            if known.is_some() {
                cursor = offset;
            }
            known.unwrap_or(Zone::Fixed(0))
        } else if word == "CST" && locale.language == "zh" {
            Zone::Fixed(480)
        } else if let Some(&(_, zone)) = ZONES.iter().find(|(name, _)| *name == word) {
            zone
        } else {
            let &(_, standard) = AMERICAN.iter().find(|(name, _)| *name == word)?;
            cursor.spaces();
            if cursor.any_word("standard daylight") {
                cursor.spaces();
            }
            cursor.any_word("time").then_some(Zone::American(standard))?
        };
        *self = cursor;
        Some(zone)
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Relative dates
// ---------------------------------------------------------------------------------------------------------------------

/// What relative dates are counted from.
#[derive(Clone, Copy)]
struct Reference {
    date: Date,
    clock: Option<Clock>,
}

impl Reference {
    fn read(iso: &str, locale: Locale) -> Option<Self> {
        let start = Cursor { text: iso, floor: 0, at: 0 };
        let calendar = year_month_day(start, locale)?;
        let clock = Cursor { at: calendar.range.end, ..start }.clock_after(locale).map(|(clock, _)| clock);
        Some(Self { date: calendar.date?, clock })
    }
}

/// How a language counts back. Words are folded; those of a list are separated by spaces.
struct Counting {
    language: &'static str,
    /// Words for days, and how many days ago they are.
    days: &'static [(&'static str, i64)],
    /// The phrase before or the word behind the number.
    before: &'static str,
    after: &'static str,
    one: &'static str,
    units: [(&'static str, Unit); 5],
}

#[derive(Clone, Copy)]
enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
}

const COUNTING: &[Counting] = &[
    Counting {
        language: "en",
        days: &[("today", 0), ("yesterday", 1)],
        before: "",
        after: "ago",
        one: "a an one",
        units: [
            ("minute minutes min mins m", Unit::Minute),
            ("hour hours hr hrs h", Unit::Hour),
            ("day days d", Unit::Day),
            ("week weeks w", Unit::Week),
            ("month months", Unit::Month),
        ],
    },
    Counting {
        language: "de",
        days: &[("heute", 0), ("gestern", 1), ("vorgestern", 2)],
        before: "vor",
        after: "",
        one: "einer einem",
        units: [
            ("minute minuten min", Unit::Minute),
            ("stunde stunden std", Unit::Hour),
            ("tag tagen", Unit::Day),
            ("woche wochen", Unit::Week),
            ("monat monaten", Unit::Month),
        ],
    },
    Counting {
        language: "fr",
        days: &[("aujourd'hui", 0), ("hier", 1), ("avant-hier", 2)],
        before: "il y a",
        after: "",
        one: "un une",
        units: [
            ("minute minutes min", Unit::Minute),
            ("heure heures h", Unit::Hour),
            ("jour jours j", Unit::Day),
            ("semaine semaines", Unit::Week),
            ("mois", Unit::Month),
        ],
    },
    Counting {
        language: "es",
        days: &[("hoy", 0), ("ayer", 1), ("anteayer", 2)],
        before: "hace",
        after: "",
        one: "un una",
        units: [
            ("minuto minutos min", Unit::Minute),
            ("hora horas h", Unit::Hour),
            ("dia dias", Unit::Day),
            ("semana semanas", Unit::Week),
            ("mes meses", Unit::Month),
        ],
    },
];

impl Counting {
    /// Whether a relative date may start with this word.
    fn may_start(&self, word: &str) -> bool {
        let days = self.days.iter().map(|&(day, _)| day);
        let begins = |name: &str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
        days.chain([self.before]).chain(self.one.split(' ')).any(begins)
    }
}

/// Relative dates, in the language of the text only: `hier` is yesterday in French and here in German.
fn scan_relative(text: &str, reference: Reference, locale: Locale) -> Vec<FoundDate> {
    let language = if locale.language.is_empty() { "en" } else { locale.language };
    let Some(counting) = COUNTING.iter().find(|counting| counting.language.eq_ignore_ascii_case(language)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut cursor = Cursor { text, floor: 0, at: 0 };
    while let Some(next) = cursor.peek() {
        if !is_letter(next) && digit(next).is_none() {
            cursor.at += next.len_utf8();
            continue;
        }
        // Most words are none of these.
        let mut ahead = cursor;
        if is_letter(next) && !counting.may_start(ahead.word()) {
            cursor.skip_letters();
            continue;
        }
        let read = relative_day(cursor, reference, counting, locale).or_else(|| ago(cursor, reference, counting));
        if let Some(date) = read {
            cursor.at = date.range.end;
            found.push(date);
        } else if is_letter(next) {
            cursor.skip_letters();
        } else {
            cursor.at = cursor.past_digits();
        }
    }
    found
}

/// `yesterday at 10:30`
fn relative_day(start: Cursor, reference: Reference, counting: &Counting, locale: Locale) -> Option<FoundDate> {
    let mut cursor = start;
    let day = |name: &str| counting.days.iter().find(|(day, _)| *day == name).map(|&(_, days)| days);
    let date = reference.date.checked_sub(cursor.name(day)?.days()).ok()?;
    let calendar = Calendar { range: start.at..cursor.at, date: Some(date), month_only: false, ambiguous: false };
    // Nothing before the word belongs to it.
    let cursor = Cursor { floor: start.at, ..start };
    Some(FoundDate { relative: true, ..complete(calendar, cursor, None, locale)? })
}

/// `2 hours ago`, `vor einer Stunde`
fn ago(start: Cursor, reference: Reference, counting: &Counting) -> Option<FoundDate> {
    let mut cursor = start;
    if !counting.before.is_empty() && !cursor.phrase(counting.before) {
        return None;
    }
    let count = match cursor.number(1..=3) {
        Some(number) => i64::from(number),
        None => cursor.any_word(counting.one).then_some(1)?,
    };
    cursor.spaces();
    let (_, unit) = counting.units.into_iter().find(|(names, _)| cursor.any_word(names))?;
    cursor.eat(".");
    if !counting.after.is_empty() {
        cursor.spaces();
        cursor.any_word(counting.after).then_some(())?;
    }
    let Reference { date, clock } = reference;
    let (date, clock, precision) = match (unit, clock) {
        (Unit::Minute | Unit::Hour, Some(clock)) => {
            let now = date.at(clock.hour, clock.minute, 0, 0);
            let then = now.checked_sub(if let Unit::Hour = unit { count.hours() } else { count.minutes() }).ok()?;
            let clock = Clock { hour: then.hour(), minute: then.minute(), second: None, ..clock };
            (then.date(), Some(clock), Precision::Minute)
        }
        (Unit::Minute | Unit::Hour, None) => (date, None, Precision::Day),
        (Unit::Day, _) => (date.checked_sub(count.days()).ok()?, None, Precision::Day),
        (Unit::Week, _) => (date.checked_sub(count.weeks()).ok()?, None, Precision::Day),
        (Unit::Month, _) => (date.checked_sub(count.months()).ok()?, None, Precision::Month),
    };
    let month = precision == Precision::Month;
    Some(FoundDate {
        range: start.at..cursor.at,
        value: if month { date.strftime("%Y-%m").to_string() } else { written(date, clock) },
        precision,
        zone_known: clock.is_some_and(|clock| clock.zone.is_some()),
        ambiguous: false,
        relative: true,
    })
}

impl Cursor<'_> {
    fn skip_letters(&mut self) {
        self.at += self.rest().chars().take_while(|&c| is_letter(c)).map(char::len_utf8).sum::<usize>();
    }

    /// Words with a space behind each.
    fn phrase(&mut self, words: &str) -> bool {
        let mut cursor = *self;
        let all = words.split(' ').all(|word| cursor.any_word(word) && cursor.spaces());
        if all {
            *self = cursor;
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, as `text -> value`, with marks for what is ambiguous or relative.
    fn found(text: &str, language: &str, reference_date: Option<&str>) -> Vec<String> {
        let dates = scan(text, &DateHints { language, reference_date });
        assert!(dates.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "{text}");
        let marks = |date: &FoundDate| match (date.ambiguous, date.relative) {
            (true, _) => " ?",
            (_, true) => " ~",
            _ => "",
        };
        dates.iter().map(|date| format!("{} -> {}{}", &text[date.range.clone()], date.value, marks(date))).collect()
    }

    /// Checks language, text and value, where the whole text is the date.
    #[track_caller]
    fn whole(cases: &[(&str, &str, &str)]) {
        for (language, text, value) in cases {
            assert_eq!(found(text, language, None), [format!("{text} -> {value}")], "{language}: {text}");
        }
    }

    #[track_caller]
    fn within(cases: &[(&str, &str, &[&str])]) {
        for (language, text, expected) in cases {
            assert_eq!(found(text, language, None), *expected, "{language}: {text}");
        }
    }

    #[test]
    fn english() {
        whole(&[
            ("en", "Mar 23, 2020 | 10:00 GMT", "2020-03-23T10:00:00Z"),
            ("en", "March 23, 2020", "2020-03-23"),
            ("en", "23 March 2020", "2020-03-23"),
            ("en", "23rd of March, 2020", "2020-03-23"),
            ("en", "Monday, March 23rd, 2020 at 4:05 p.m. ET", "2020-03-23T16:05:00-04:00"),
            ("en", "Dec 19, 2025", "2025-12-19"),
            ("en", "Sept. 4, 2023", "2023-09-04"),
            ("en", "4-Sep-2023", "2023-09-04"),
            ("en", "Mar-23-2020", "2020-03-23"),
            ("en", "23 March '24", "2024-03-23"),
            ("en", "May 2024", "2024-05"),
            ("en", "10:30, 3 May 2024", "2024-05-03T10:30"),
            ("en", "10:00 GMT, Mar 23, 2020", "2020-03-23T10:00:00Z"),
            ("en", "10:00 AM · Mar 23, 2020", "2020-03-23T10:00"),
            ("en", "4pm on Friday 3 May 2024", "2024-05-03T16:00"),
            ("en", "0232 GMT (1032 HKT) March 23, 2020", "2020-03-23T02:32:00Z"),
            ("en", "March 23, 2020 10 a.m. ET (1400 GMT)", "2020-03-23T10:00:00-04:00"),
            ("en", "March 23, 2020 at noon", "2020-03-23T12:00"),
            ("en", "March 23, 2020 at midnight ET", "2020-03-23T00:00:00-04:00"),
            ("en", "March 23, 2020, noon PT", "2020-03-23T12:00:00-07:00"),
            ("en", "January 11, 2010 Monday 6:48 PM GMT", "2010-01-11T18:48:00Z"),
            ("en", "March 23, 2020, 12 noon", "2020-03-23T12:00"),
            ("en", "March 23, 2020 12:15 am", "2020-03-23T00:15"),
            ("en", "March 23, 2020 / 12:15 PM EDT", "2020-03-23T12:15:00-04:00"),
            ("en", "Fri., May 3, 2024, 10.30pm BST", "2024-05-03T22:30:00+01:00"),
            ("en", "Mon, 23 Mar 2020 10:00:05 +0000", "2020-03-23T10:00:05Z"),
            ("en", "2020-03-23T10:00:00+01:00", "2020-03-23T10:00:00+01:00"),
            ("en", "2020-03-23T10:00:00.123Z", "2020-03-23T10:00:00Z"),
            ("en", "2020-03-23T10:00-05", "2020-03-23T10:00:00-05:00"),
            ("en", "2020-03-23 10:00", "2020-03-23T10:00"),
            ("en", "2020-03-23 10:00:07", "2020-03-23T10:00:07"),
            ("en", "2020/03/23", "2020-03-23"),
            ("en", "2024-May-03", "2024-05-03"),
            ("en", "November 3, 2025 (8:42 AM ET)", "2025-11-03T08:42:00-05:00"),
            ("en", "May 3, 2024 8 p.m. Eastern Daylight Time", "2024-05-03T20:00:00-04:00"),
        ]);
    }

    #[test]
    fn zones() {
        let zones = [
            ("GMT", "Z"),
            ("UTC", "Z"),
            ("Z", "Z"),
            ("BST", "+01:00"),
            ("CET", "+01:00"),
            ("CEST", "+02:00"),
            ("MEZ", "+01:00"),
            ("(MESZ)", "+02:00"),
            ("ET", "-04:00"),
            ("EST", "-05:00"),
            ("EDT", "-04:00"),
            ("CT", "-05:00"),
            ("CST", "-06:00"),
            ("CDT", "-05:00"),
            ("MT", "-06:00"),
            ("MST", "-07:00"),
            ("MDT", "-06:00"),
            ("PT", "-07:00"),
            ("PST", "-08:00"),
            ("PDT", "-07:00"),
            ("IST", "+05:30"),
            ("JST", "+09:00"),
            ("KST", "+09:00"),
            ("AEST", "+10:00"),
            ("+0200", "+02:00"),
            ("-0330", "-03:30"),
            ("UTC+8", "+08:00"),
            ("UTC +5:30", "+05:30"),
            ("GMT+2", "+02:00"),
            ("GMT-03:00", "-03:00"),
        ];
        for (zone, offset) in zones {
            let text = format!("3 May 2024 10:30 {zone}");
            assert_eq!(found(&text, "en", None), [format!("{text} -> 2024-05-03T10:30:00{offset}")]);
        }
        whole(&[
            ("en", "Jan 3, 2024 10:30 ET", "2024-01-03T10:30:00-05:00"),
            ("en", "March 10, 2024 1:59 am PT", "2024-03-10T01:59:00-08:00"),
            ("en", "March 10, 2024 3:00 am PT", "2024-03-10T03:00:00-07:00"),
            ("en", "March 23, 2000 3:00 am PT", "2000-03-23T03:00:00-08:00"),
            ("zh", "2024-05-03 10:30 CST", "2024-05-03T10:30:00+08:00"),
        ]);
        // An event has an end; lower case is no zone.
        within(&[
            ("en", "3 May 2024 10:30-11:30", &["3 May 2024 10:30 -> 2024-05-03T10:30"]),
            ("fr", "3 mai 2024 à 10h30 et ensuite", &["3 mai 2024 à 10h30 -> 2024-05-03T10:30"]),
            ("fr", "Le 3 mai 2024 à 10h30 est", &["3 mai 2024 à 10h30 -> 2024-05-03T10:30"]),
        ]);
    }

    #[test]
    fn other_languages() {
        let cases = [
            ("de", "23.03.2020, 10:30 Uhr", "2020-03-23T10:30"),
            ("de", "3. Mai 2024, 10:30 Uhr MESZ", "2024-05-03T10:30:00+02:00"),
            ("de", "Freitag, den 3. Mai 2024 um 10.30 Uhr", "2024-05-03T10:30"),
            ("de", "Freitag, 03. Mai 2024, 9 Uhr", "2024-05-03T09:00"),
            ("de", "03.05.24", "2024-05-03"),
            ("de", "22.11.2024 07.57", "2024-11-22T07:57"),
            ("de", "28.04.2023-19:20", "2023-04-28T19:20"),
            ("fr", "3 mai 2024 | 10 h 30", "2024-05-03T10:30"),
            ("pt", "3 de maio de 2024 às 10h30min", "2024-05-03T10:30"),
            ("hu", "2024.05.03. 10:30", "2024-05-03T10:30"),
            ("vi", "3 tháng 5, 2024 lúc 10:30", "2024-05-03T10:30"),
            ("vi", "3 tháng 5 năm 2024", "2024-05-03"),
            ("id", "3/5/2024 pukul 10.30 WIB", "2024-05-03T10:30:00+07:00"),
            ("pt", "03/05/2024 10h30", "2024-05-03T10:30"),
            ("pt", "sexta-feira, 3 de maio de 2024, às 10h", "2024-05-03T10:00"),
            ("fr", "3 mai 2024 à 10h30", "2024-05-03T10:30"),
            ("fr", "1er mai 2024", "2024-05-01"),
            ("fr", "VENDREDI 3 FEVRIER 2023", "2023-02-03"),
            ("es", "3 de mayo de 2024", "2024-05-03"),
            ("es", "3 de mayo del 2024 a las 10:30 p. m.", "2024-05-03T22:30"),
            ("es", "3 mayo 2024 10:30h", "2024-05-03T10:30"),
            ("es", "mayo de 2024", "2024-05"),
            ("", "mayo de 2024", "2024-05"),
            ("it", "venerdì 3 maggio 2024 alle ore 10.30", "2024-05-03T10:30"),
            ("nl", "vrijdag 3 mei 2024 om 10.30 uur", "2024-05-03T10:30"),
            ("sv", "3 maj 2024 kl. 10.30", "2024-05-03T10:30"),
            ("ru", "3 мая 2024, 10:30", "2024-05-03T10:30"),
            ("ru", "3 мая 2024 г. в 10:30 МСК", "2024-05-03T10:30:00+03:00"),
            ("tr", "3 MAYIS 2024 Cuma 10:30", "2024-05-03T10:30"),
            ("ar", "3 مايو 2024", "2024-05-03"),
            ("ar", "٣ مايو ٢٠٢٤", "2024-05-03"),
            ("ar", "الجمعة، 3 مايو، 2024 - 10:30 م", "2024-05-03T22:30"),
            ("ar", "الجمعة 3 أيار/مايو 2024", "2024-05-03"),
            ("hi", "3 मई 2024, 10:30", "2024-05-03T10:30"),
            ("hi", "३ अक्टूबर २०२४", "2024-10-03"),
            ("zh", "2024年5月3日 10时30分", "2024-05-03T10:30"),
            ("zh", "2024年5月3日 10時30分", "2024-05-03T10:30"),
            ("zh", "2024年5月3日 10:30", "2024-05-03T10:30"),
            ("zh", "2024年5月3日 下午3:05", "2024-05-03T15:05"),
            ("zh", "２０２４年５月３日", "2024-05-03"),
            ("zh", "2024年5月", "2024-05"),
            ("ja", "2024年5月3日(金) 午後3時半", "2024-05-03T15:30"),
            ("ja", "2024年5月3日金曜日午前10時", "2024-05-03T10:00"),
            ("ko", "2024년 5월 3일 오전 10:30", "2024-05-03T10:30"),
            ("ko", "2024. 5. 3. 오후 3:05", "2024-05-03T15:05"),
            ("ko", "24.05.03 10:30", "2024-05-03T10:30"),
        ];
        whole(&cases);
        within(&[
            ("es", "Publicado: 3 mayo 2024 10:30h", &["3 mayo 2024 10:30h -> 2024-05-03T10:30"]),
            ("fr", "Publié le 3 mai 2024", &["3 mai 2024 -> 2024-05-03"]),
        ]);
    }

    #[test]
    fn order_of_numbers() {
        whole(&[
            ("en", "5/3/24", "2024-05-03 ?"),
            ("en-US", "5/3/24", "2024-05-03"),
            ("en-GB", "5/3/24", "2024-03-05"),
            ("en-AU", "05/03/2024", "2024-03-05"),
            ("fr", "05/03/2024", "2024-03-05"),
            ("", "05/03/2024", "2024-03-05 ?"),
            ("en", "23/03/2024", "2024-03-23"),
            ("fr", "03/23/2024", "2024-03-23"),
            ("en", "05/05/2024", "2024-05-05"),
            ("en", "05.03.2024", "2024-03-05"),
            ("en", "5/3/68", "1968-05-03 ?"),
            ("en", "3 / 5 / 2024", "2024-03-05 ?"),
            ("cs", "3. 5. 2024", "2024-05-03"),
            // 3 May 2024 was a Friday, 5 March a Tuesday.
            ("en", "Friday 03/05/2024", "2024-05-03"),
            ("en", "Tuesday 03/05/2024", "2024-03-05"),
        ]);
    }

    #[test]
    fn glued() {
        within(&[
            ("en", "READMar 23, 2020 | 10:00 GMT", &["Mar 23, 2020 | 10:00 GMT -> 2020-03-23T10:00:00Z"]),
            ("en", "UPDATED: DEC 19, 2025", &["DEC 19, 2025 -> 2025-12-19"]),
            (
                "en",
                "June 29, 2020November 12, 2021",
                &["June 29, 2020 -> 2020-06-29", "November 12, 2021 -> 2021-11-12"],
            ),
            ("en", "Smith23 March 2020", &["23 March 2020 -> 2020-03-23"]),
            ("en", "SmithMarch 23, 2020", &["March 23, 2020 -> 2020-03-23"]),
            ("en", "12 CommentsMay 3, 20245 min read", &["May 3, 2024 -> 2024-05-03"]),
            (
                "en",
                "Published May 3, 202410:30 AM ESTUpdated",
                &["May 3, 202410:30 AM EST -> 2024-05-03T10:30:00-05:00"],
            ),
            ("en", "2025-11-0314 min readWritten by", &["2025-11-03 -> 2025-11-03"]),
            ("en", "2020-03-2310:30", &["2020-03-2310:30 -> 2020-03-23T10:30"]),
            ("de", "Stand: 23.03.202010:30 UhrVon Anna", &["23.03.202010:30 Uhr -> 2020-03-23T10:30"]),
            ("en", "10:15March 3, 2020", &["10:15March 3, 2020 -> 2020-03-03T10:15"]),
            ("en", "Marburg 23, 2020", &[]),
            ("en", "Maybe 3, 2020", &[]),
            ("en", "Grammar 23, 2020", &[]),
            ("en", "SUMMAR 23, 2020", &[]),
            ("en", "23 Marburg 2020", &[]),
        ]);
    }

    #[test]
    fn several() {
        within(&[
            (
                "en",
                "Posted 3 May 2024 10:00, updated 4 May 2024 11:00 GMT.",
                &["3 May 2024 10:00 -> 2024-05-03T10:00", "4 May 2024 11:00 GMT -> 2024-05-04T11:00:00Z"],
            ),
            ("en", "© 2019 March 23, 2020", &["March 23, 2020 -> 2020-03-23"]),
            ("en", "The Sun, March 24, 2020", &["March 24, 2020 -> 2020-03-24"]),
            ("en", "Rui Ma 3/29/2021", &["3/29/2021 -> 2021-03-29"]),
            ("en", "Published 2011 Dec 14. See", &["2011 Dec 14 -> 2011-12-14"]),
            (
                "en",
                "August 25, 2025 Mon, 25 Aug 2025 08:00 +0100",
                &["August 25, 2025 -> 2025-08-25", "Mon, 25 Aug 2025 08:00 +0100 -> 2025-08-25T08:00:00+01:00"],
            ),
            ("en", "We went to 3 May 2024.", &["3 May 2024 -> 2024-05-03"]),
        ]);
    }

    #[test]
    fn no_dates() {
        for text in [
            "",
            "20200323",
            "10:12 GMT",
            "31 February 2024",
            "February 31, 2024",
            "31.02.2024",
            "2024-13-01",
            "2024-02-30T10:00",
            "13/13/2024",
            "2023年2月29日",
            "1.2.3.2020",
            "192.168.10.24",
            "version 1.2.24",
            "https://example.org/2020/03/23/story",
            "01.02.03.04.05",
            "gave out 2000 copies",
            "may 2020",
            "On May 1, 5000 people marched",
            "3 May 24",
            "May 10, 20:30",
            "3 May 0999",
            "2023-24",
            "yesterday",
            "2 hours ago",
            "Matthew 5:12-14",
            "in 24 Stunden",
        ] {
            assert_eq!(found(text, "en", None), [""; 0], "{text}");
        }
    }

    #[test]
    fn not_a_time() {
        within(&[
            ("fr", "3 mai 2024 - 2 h de lecture", &["3 mai 2024 -> 2024-05-03"]),
            ("en", "May 3, 2024 10 hours", &["May 3, 2024 -> 2024-05-03"]),
            ("en", "3 May 2024, 10.30 percent", &["3 May 2024 -> 2024-05-03"]),
            ("en", "3 May 2024, 25:10", &["3 May 2024 -> 2024-05-03"]),
            ("en", "3 May 2024. 16 people", &["3 May 2024 -> 2024-05-03"]),
        ]);
    }

    #[test]
    fn as_newsrooms_print_them() {
        whole(&[
            ("uk", "3 травня 2024, 14:05", "2024-05-03T14:05"),
            ("uk", "П'ятниця, 3 травня 2024, 14:05", "2024-05-03T14:05"),
            ("uk", "3 травня 2024 року о 14:05", "2024-05-03T14:05"),
            ("uk", "3 ТРАВНЯ 2024", "2024-05-03"),
            ("tr", "3 Mayıs 2024 Cuma 14:05", "2024-05-03T14:05"),
            ("tr", "03 Mayıs 2024 - 14:05", "2024-05-03T14:05"),
            ("tr", "3 Mayıs 2024 Cuma, saat 14.05", "2024-05-03T14:05"),
            ("tr", "7 KASIM 2024 PERŞEMBE", "2024-11-07"),
            ("el", "3 Μαΐου 2024", "2024-05-03"),
            ("el", "ΠΑΡΑΣΚΕΥΗ 3 ΜΑΪΟΥ 2024, 14:05", "2024-05-03T14:05"),
            ("el", "Παρασκευή, 03 Μαΐου 2024 στις 14:05", "2024-05-03T14:05"),
            ("el", "3 Μαΐου 2024, 2:05 μ.μ.", "2024-05-03T14:05"),
            ("id", "Jumat, 3 Mei 2024 14:05 WIB", "2024-05-03T14:05:00+07:00"),
            ("id", "3 Agu 2024, 14.05 WIB", "2024-08-03T14:05:00+07:00"),
            ("ms", "Jumaat, 3 Mei 2024", "2024-05-03"),
            ("ro", "vineri, 3 mai 2024, ora 14:05", "2024-05-03T14:05"),
            ("hu", "2024. május 3. 14:05", "2024-05-03T14:05"),
            ("bg", "3 май 2024 г., 14:05 ч", "2024-05-03T14:05"),
            ("sr", "петак, 3. мај 2024. 14:05", "2024-05-03T14:05"),
            ("sr", "Petak, 3. maj 2024. u 14:05", "2024-05-03T14:05"),
            ("hr", "3. svibnja 2024. u 14:05", "2024-05-03T14:05"),
            ("sk", "3. mája 2024 o 14:05", "2024-05-03T14:05"),
            ("sl", "3. maj 2024 ob 14.05", "2024-05-03T14:05"),
            ("mk", "3 мај 2024, 14:05", "2024-05-03T14:05"),
            ("be", "3 мая 2024, 14:05", "2024-05-03T14:05"),
            ("ca", "3 de maig de 2024 a les 14:05", "2024-05-03T14:05"),
            ("ca", "3 d'abril de 2024", "2024-04-03"),
            ("gl", "3 de maio de 2024", "2024-05-03"),
            ("fa", "۳ مه ۲۰۲۴", "2024-05-03"),
            ("bn", "৩ মে ২০২৪, ১৪:০৫", "2024-05-03T14:05"),
            ("et", "3. mai 2024 kell 14.05", "2024-05-03T14:05"),
            ("lv", "2024. gada 3. maijs, 14:05", "2024-05-03T14:05"),
            ("lt", "2024 m. gegužės 3 d. 14:05", "2024-05-03T14:05"),
            ("is", "3. maí 2024 kl. 14:05", "2024-05-03T14:05"),
            ("sw", "3 Mei 2024", "2024-05-03"),
            ("az", "3 may 2024, 14:05", "2024-05-03T14:05"),
            ("af", "3 Mei 2024 om 14:05", "2024-05-03T14:05"),
        ]);
    }

    #[test]
    fn every_month_and_weekday_of_every_vocabulary() {
        for (_, language, months) in vocabulary::every("months") {
            for (month, forms) in months.enumerate() {
                for form in forms.split('|').map(str::trim).filter(|form| !form.contains(|c| digit(c).is_some())) {
                    let dates = scan(&format!("3 {form} 2024"), &DateHints { language, reference_date: None });
                    let values: Vec<_> = dates.iter().map(|date| date.value.as_str()).collect();
                    assert_eq!(values, [format!("2024-{:02}-03", month + 1)], "{language}: {form}");
                }
            }
        }
        for (_, language, weekdays) in vocabulary::every("weekdays") {
            for (day, forms) in weekdays.enumerate() {
                for form in forms.split('|').map(str::trim) {
                    // 1 January 2024 was a Monday.
                    whole(&[(language, &format!("{form}, {}.01.2024", day + 1), &format!("2024-01-{:02}", day + 1))]);
                }
            }
        }
    }

    #[test]
    fn relative_dates() {
        let cases = [
            ("en", "2 hours ago", "2 hours ago -> 2024-05-03 ~"),
            ("en", "Updated an hour ago by", "an hour ago -> 2024-05-03 ~"),
            ("en", "yesterday at 10:30 GMT", "yesterday at 10:30 GMT -> 2024-05-02T10:30:00Z ~"),
            ("en", "3 weeks ago", "3 weeks ago -> 2024-04-12 ~"),
            ("en", "2 months ago", "2 months ago -> 2024-03 ~"),
            ("de", "vor 3 Stunden", "vor 3 Stunden -> 2024-05-03 ~"),
            ("de", "Gestern, 10:30 Uhr", "Gestern, 10:30 Uhr -> 2024-05-02T10:30 ~"),
            ("fr", "il y a 3 jours", "il y a 3 jours -> 2024-04-30 ~"),
            ("fr", "Aujourd’hui à 10h30", "Aujourd’hui à 10h30 -> 2024-05-03T10:30 ~"),
            ("es", "hace una hora", "hace una hora -> 2024-05-03 ~"),
            ("es", "ayer", "ayer -> 2024-05-02 ~"),
        ];
        for (language, text, expected) in cases {
            assert_eq!(found(text, language, Some("2024-05-03")), [expected], "{language}: {text}");
        }
        let reference = Some("2024-05-03T01:30:00Z");
        assert_eq!(found("2 hours ago", "en", reference), ["2 hours ago -> 2024-05-02T23:30:00Z ~"]);
        assert_eq!(found("today, 3 May 2024", "en", reference).len(), 2);
        assert_eq!(found("hier steht", "de", reference), [""; 0]);
        assert_eq!(found("999 months ago", "en", Some("0001-05-03")), [""; 0]);
        assert_eq!(found("yesterday", "en", Some("soon")), [""; 0]);
    }

    #[test]
    fn times() {
        let time =
            |text: &str| scan_time(text).map(|time| (text[time.range.clone()].to_owned(), time.on("2024-05-03")));
        let cases = [
            ("10:12 GMT Parliament sits", "10:12 GMT", "2024-05-03T10:12:00Z"),
            ("[10:12] Parliament", "10:12", "2024-05-03T10:12"),
            (" 4.05pm BST", "4.05pm BST", "2024-05-03T16:05:00+01:00"),
            ("10h12 - ", "10h12", "2024-05-03T10:12"),
            ("10 Uhr: ", "10 Uhr", "2024-05-03T10:00"),
            ("1012 GMT", "1012 GMT", "2024-05-03T10:12:00Z"),
            ("8:30 a.m. ET: ", "8:30 a.m. ET", "2024-05-03T08:30:00-04:00"),
        ];
        for (text, range, value) in cases {
            assert_eq!(time(text), Some((range.to_owned(), Some(value.to_owned()))), "{text}");
        }
        for text in ["", "Parliament 10:12", "10 people", "10.12 percent", " 10.12", "2:1 win", "25:00", "10:123"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn odd_texts_are_read_to_the_end() {
        let odd = "READMar 23, 2020 | 10:00 GMT (1800 HKT)٣ مايو ٢٠٢٤ 2024年5月3日(金) 午後3時半 2024. 5. 3. 오후 3:05 \
                   sexta-feira, 3 de maio de 2024, às 10h… 23.03.202010:30 UhrVon 99999999999999999999:99 12 noon 1er \
                   d’avril '24 \u{301}3\u{301} मई 2024 10:30:59.999999-14:00 T10:00 2 hours ago vor einer \u{0}Stunde \
                   UTC+99 İIı 31/31/99 ५/५/२४ – 0000-00-00 9999-12-31T23:59:59-14:00 1000 GMT (10:00 UTC+14)";
        let bounds: Vec<usize> = odd.char_indices().map(|(at, _)| at).chain([odd.len()]).collect();
        for language in ["", "en", "fr-CA", "\u{130}"] {
            let hints = DateHints { language, reference_date: Some("2024-05-03T10:00:00Z") };
            for &at in &bounds {
                for text in [&odd[..at], &odd[at..]] {
                    for date in scan(text, &hints) {
                        let found = text.get(date.range.clone());
                        assert!(found.is_some_and(|found| !found.is_empty() && found.trim() == found), "{text}");
                    }
                    let _ = scan_time(text);
                }
            }
        }
    }

    #[test]
    fn long_runs_take_linear_time() {
        for piece in ["1", "1 ", "Mar", "Mar ", "Mar 1, ", "1.", "10:", "9999-", "٣", "2024年", "10:00 ", " ", "aB1"]
        {
            let text = piece.repeat(20_000);
            scan(&text, &DateHints { language: "en", reference_date: Some("2024-05-03") });
        }
    }
}
