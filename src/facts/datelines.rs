//! Datelines: where a piece was written, when, and which agency sent it, at the start of its first paragraph.

use std::iter;
use std::ops::Range;

use super::agencies::{self, Spelling};
use super::dates::{self, DateHints};
use crate::clean::folded;
use crate::vocabulary;

/// Bytes within which a dateline ends.
const LONGEST: usize = 160;
/// Words of a place, at most.
const MOST_WORDS: usize = 6;

/// Rivers that tell a town from others of its name, as in `Frankfurt/Main`: what the slash parts is one place.
const RIVERS: &[&str] =
    &["Main", "Oder", "Saale", "Rhein", "Donau", "Elbe", "Neckar", "Weser", "Spree", "Mosel", "Inn", "Aller"];

/// Words inside the name of a place that are written small.
const PARTICLES: &[&str] = &[
    "de", "del", "da", "do", "das", "dos", "di", "du", "des", "la", "le", "les", "el", "am", "an", "der", "den", "dem",
    "im", "in", "ob", "bei", "auf", "sur", "sous", "en", "lès", "aan", "op", "upon", "on", "of", "the", "and", "und",
    "et", "y", "e",
];

/// Words that lead to a date: `Paris, le 3 mai`.
const BEFORE_DATES: &[&str] = &["le", "den", "dem", "am", "el", "il", "a", "à", "em", "on"];

/// What a dateline says, as ranges of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dateline {
    pub(crate) places: Vec<Range<usize>>,
    pub(crate) agencies: Vec<Range<usize>>,
    /// With the day in ISO 8601, or in EDTF where the year is not given.
    pub(crate) date: Option<(Range<usize>, String)>,
    /// Where the text begins.
    pub(crate) end: usize,
}

/// Reads the dateline that a text opens with: `PLACE (Agency) —`, `PLACE, May 3 (Agency) -`, `PLACE – 3 May 2024 –`,
/// `(Agency) - PLACE, 3 MAG -`, `PLACE agency |`, `PLACE, 3 мая. /ТАСС/.`, `【PLACE共同】`, `新华社PLACE5月3日电`.
pub(crate) fn read(text: &str, language: &str) -> Option<Dateline> {
    let head = &text[..(0..=text.len().min(LONGEST)).rev().find(|&i| text.is_char_boundary(i))?];
    east_asian(head, language).or_else(|| {
        let start = head.len() - head.trim_start_matches(|c: char| !c.is_alphanumeric() && !"([".contains(c)).len();
        let mut reader = Reader { head, language, line: Dateline::default(), at: start, end: Mark::None };
        if !reader.bracket(start, true) {
            return reader.read();
        }
        // The agency stands first, and may be all there is.
        (reader.at, reader.end) = reader.marks(reader.at);
        let alone = Dateline { end: reader.at, ..reader.line.clone() };
        let leads = reader.end == Mark::Dash && !alone.agencies.is_empty();
        let behind = Reader { line: Dateline::default(), ..reader.clone() }.read();
        match behind.filter(|_| leads) {
            Some(line) => Some(Dateline { agencies: [alone.agencies, line.agencies].concat(), ..line }),
            None => leads.then_some(alone),
        }
    })
}

/// Reads a line that is a dateline and nothing else: `BERLIN, 3 May 2024`, `WASHINGTON (AP) —`.
pub(crate) fn alone(line: &str, language: &str) -> Option<Dateline> {
    if line.len() > LONGEST / 2 {
        return None;
    }
    // Most lines name neither a day nor an agency.
    if !dates::may_hold_digit(line) && agencies::all(line, Spelling::Any).is_empty() {
        return None;
    }
    // As if a text began behind it.
    let text = format!("{} — X", line.trim_end_matches(|c: char| c.is_whitespace() || "—–-|:".contains(c)));
    let surely = |line: &Dateline| !line.places.is_empty() && (line.date.is_some() || !line.agencies.is_empty());
    read(&text, language).filter(|dateline| dateline.end + 1 == text.len() && surely(dateline))
}

/// What ends a part of a dateline, the strongest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    None,
    Stop,
    Colon,
    Slash,
    Bar,
    Dash,
}

#[derive(Clone)]
struct Reader<'t> {
    head: &'t str,
    language: &'t str,
    line: Dateline,
    at: usize,
    /// What the last part ended with.
    end: Mark,
}

impl Reader<'_> {
    fn read(mut self) -> Option<Dateline> {
        let start = self.at;
        let date = self.date(start);
        let stop = self.place_end(start, date.as_ref().map(|(range, _)| range.start))?;
        let mut sender = None;
        let mut place = start..stop;
        // `BERLIN taz |`: who sends it stands in small letters before the bar.
        if self.head[stop..].starts_with('|') {
            let text = self.head[place.clone()].trim_end();
            let words = text.trim_end_matches(|c: char| c.is_lowercase() || c == '/' || c == '-');
            if !words.trim().is_empty() && words.ends_with(' ') && words.len() < text.len() {
                sender = Some(start + words.len()..start + text.len());
                place.end = start + words.len();
            }
        }
        let place = self.trimmed(place);
        let named = !place.is_empty();
        if named && !self.is_place(place.clone()) {
            return None;
        }
        self.at = stop;
        if let Some(sender) = sender.clone() {
            self.add_agencies(sender, Spelling::Any);
        }
        let mut bracketed = false;
        loop {
            let (behind, mark) = self.marks(self.at);
            self.end = self.end.max(mark);
            if self.line.date.is_none()
                && let Some((range, value)) = date.clone().filter(|(range, _)| range.start == behind)
                // Behind a dash it must end with a mark of its own.
                && (mark != Mark::Dash || self.marks(range.end).1 > Mark::Stop)
            {
                (self.at, self.end) = (range.end, Mark::None);
                self.line.date = Some((range, value));
            } else if self
                .bracket(behind, mark <= Mark::Slash || mark == Mark::Dash && self.head[behind..].starts_with("(B"))
            {
                bracketed = true;
                self.end = Mark::None;
            } else if self.bare_agency(behind) {
                self.end = Mark::None;
            } else {
                self.at = behind;
                break;
            }
        }
        self.line.end = self.at;
        let place_text = &self.head[place.clone()];
        let rest = &self.head[self.at..];
        let begins = rest.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| !c.is_lowercase());
        let sure = match (self.line.agencies.is_empty(), self.line.date.is_some()) {
            (false, _) => self.end > Mark::None || bracketed && begins,
            (true, true) => {
                let ends = self.end > Mark::Colon || self.end == Mark::Stop && begins;
                named && (ends || self.end == Mark::Colon && begins && is_in_capitals(place_text))
            }
            (true, false) => {
                let ends = self.end == Mark::Dash || sender.is_some() || bracketed && self.end == Mark::Colon;
                ends && begins && is_in_capitals(place_text) && !self.is_label(place_text)
            }
        };
        if named {
            self.line.places = self.places(place);
        }
        (sure && !rest.trim().is_empty()).then_some(self.line)
    }

    /// The first date from an offset on, with its year or without.
    fn date(&self, from: usize) -> Option<(Range<usize>, String)> {
        let text = &self.head[from..];
        let full = dates::scan(text, &DateHints { language: self.language, reference_date: None }).into_iter().next();
        let full = full.map(|date| (date.range, date.value));
        let day = dates::scan_day(text, self.language);
        let first = match (full, day) {
            (Some(full), Some(day)) if day.0.end <= full.0.start => Some(day),
            (Some(full), _) => Some(full),
            (None, day) => day,
        };
        first.map(|(range, value)| (from + range.start..from + range.end, value))
    }

    /// Where the place ends that begins at an offset: before a date, a bracket, an agency or a mark.
    fn place_end(&self, from: usize, date: Option<usize>) -> Option<usize> {
        let head = self.head;
        for (i, c) in head[from..].char_indices() {
            let at = from + i;
            let ends = match c {
                _ if Some(at) == date => true,
                '(' | '[' | '—' | '|' | ':' => true,
                '–' | '-' => is_dash(head, at, c),
                '/' => self.slashed(at).is_some(),
                '?' | '!' | '"' | '“' | '«' | ';' => return None,
                _ => c.is_numeric(),
            };
            if ends {
                return Some(at);
            }
        }
        None
    }

    /// The marks and blanks at an offset: where they end, and the strongest of them.
    fn marks(&self, from: usize) -> (usize, Mark) {
        let (mut at, mut strongest) = (from, Mark::None);
        while let Some(c) = self.head[at..].chars().next() {
            let mark = match c {
                _ if c.is_whitespace() || c == ',' => Mark::None,
                '—' | '–' | '-' if is_dash(self.head, at, c) => Mark::Dash,
                '|' => Mark::Bar,
                '/' => Mark::Slash,
                ':' => Mark::Colon,
                '.' => Mark::Stop,
                _ => break,
            };
            strongest = strongest.max(mark);
            at += c.len_utf8();
        }
        (at, strongest)
    }

    /// Reads a bracket at an offset; with `any`, also one that names no agency.
    fn bracket(&mut self, at: usize, any: bool) -> bool {
        let close = match self.head.as_bytes().get(at) {
            Some(b'(') => ')',
            Some(b'[') => ']',
            _ => return false,
        };
        let Some(end) = self.head[at..].find(close).map(|end| at + end).filter(|end| end - at <= 48) else {
            return false;
        };
        let inner = &self.head[at + 1..end];
        // `WASHINGTON (January 24, 2017) —`
        let date = self.date(at + 1).filter(|(range, _)| range.end <= end && self.line.date.is_none());
        if let Some(date) = date {
            self.line.date = Some(date);
            self.at = end + 1;
            return true;
        }
        let known = !inner.contains('(') && self.add_agencies(at + 1..end, Spelling::Any);
        let short = inner.len() <= 20 && inner.chars().all(|c| c.is_alphanumeric() || " -/.&".contains(c));
        let may_be = any && short && inner.chars().any(char::is_alphabetic);
        if !known && !may_be {
            return false;
        }
        self.at = end + 1;
        true
    }

    /// Reads an agency that stands at an offset without brackets, and ends with a mark.
    fn bare_agency(&mut self, at: usize) -> bool {
        if let Some(end) = at.checked_sub(1).and_then(|slash| self.slashed(slash)) {
            self.at = end;
            return self.add_agencies(at..end, Spelling::Any);
        }
        let found = agencies::first(&self.head[at..]).filter(|agency| agency.range.start == 0);
        let Some(agency) = found else { return false };
        let end = at + agency.range.end;
        if self.marks(end).1 < Mark::Stop {
            return false;
        }
        self.line.agencies.push(at..end);
        self.at = end;
        true
    }

    /// Where what stands between two slashes ends, if an agency does: `/ТАСС/`.
    fn slashed(&self, at: usize) -> Option<usize> {
        let inner = self.head.get(at..)?.strip_prefix('/')?;
        let end = inner.find('/')?;
        let name = inner[..end].trim();
        let is_agency = agencies::all(name, Spelling::Any).iter().any(|agency| agency.range.len() == name.len());
        is_agency.then_some(at + 1 + end)
    }

    /// Adds the agencies that a range names, and says whether there are any.
    fn add_agencies(&mut self, range: Range<usize>, spelling: Spelling) -> bool {
        let found = agencies::all(&self.head[range.clone()], spelling);
        let before = self.line.agencies.len();
        self.line.agencies.extend(found.iter().map(|a| range.start + a.range.start..range.start + a.range.end));
        self.line.agencies.len() > before
    }

    /// A range without the blanks and marks at its ends, and without the word that leads to a date.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-' | '–');
        let mut text = self.head[range.clone()].trim_end_matches(is_mark);
        if let Some((before, word)) = text.rsplit_once(char::is_whitespace)
            && BEFORE_DATES.contains(&word)
        {
            text = before.trim_end_matches(is_mark);
        }
        // `N.Y.` and `Ill.` keep their stop.
        let last = text.rsplit(char::is_whitespace).next().unwrap_or_default();
        let short = format!("{}.", last.to_lowercase());
        let stop = last.contains('.')
            || vocabulary::of(self.language).is_some_and(|vocabulary| {
                let sections = ["abbreviations", "abbreviations_inside", "abbreviations_before_number"];
                sections.iter().any(|section| vocabulary.section(section).contains(&&*short))
            });
        let end = range.start + text.len();
        range.start..if stop && self.head[end..].starts_with('.') { end + 1 } else { end }
    }

    /// Whether a range can be the name of a place, or of several.
    fn is_place(&self, range: Range<usize>) -> bool {
        let text = &self.head[range];
        let mut words = text.split([' ', '\u{A0}', '/', ',']).filter(|word| !word.is_empty());
        let named = |word: &str| {
            word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) || PARTICLES.contains(&word)
        };
        let first = text.split(char::is_whitespace).next().unwrap_or_default();
        // `Am`, `In` and `The` begin sentences, where they are not in capitals: `LA PAZ`.
        let begins_sentence = !is_in_capitals(first)
            && vocabulary::of(self.language)
                .is_some_and(|vocabulary| vocabulary.section("stop_words").contains(&&*first.to_lowercase()));
        text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
            && (1..=MOST_WORDS).contains(&words.clone().count())
            && words.all(named)
            && !begins_sentence
            && !self.is_label(text)
    }

    /// Whether a text says what stands behind it, or of what form a piece is: `Updated`, `EXCLUSIVE`, `Monday`.
    fn is_label(&self, text: &str) -> bool {
        let lower = folded(text).to_lowercase().replace('’', "'");
        let is_entry = |entry: &str| {
            entry.len().abs_diff(lower.len()) <= 2
                && entry.trim_start_matches(['=', '^']).trim_end_matches(':') == lower
        };
        vocabulary::with_english(self.language).any(|vocabulary| {
            let labels = ["published", "modified", "byline", "kicker", "correction", "editors_note", "navigation"];
            let weekdays = vocabulary.section("weekdays").iter().flat_map(|forms| forms.split('|'));
            let months = vocabulary.section("months").iter().flat_map(|forms| forms.split('|'));
            labels.iter().flat_map(|section| vocabulary.section(section)).any(|entry| is_entry(entry))
                || weekdays.chain(months).any(is_entry)
        })
    }

    /// The places that a range names: slashes part them.
    fn places(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = Vec::new();
        let text = &self.head[range.clone()];
        for part in text.split('/') {
            let name = part.trim();
            let start = range.start + (name.as_ptr() as usize - text.as_ptr() as usize);
            match places.last_mut() {
                Some(last) if RIVERS.iter().any(|river| river.eq_ignore_ascii_case(name)) => {
                    last.end = start + name.len()
                }
                _ if !name.is_empty() => places.push(start..start + name.len()),
                _ => {}
            }
        }
        places
    }
}

/// Whether a dash ends what is before it: it stands between blanks, or behind a bracket, a stop or another dash.
fn is_dash(text: &str, at: usize, dash: char) -> bool {
    let (before, behind) = (text[..at].chars().next_back(), text[at + dash.len_utf8()..].chars().next());
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match dash {
        '—' => true,
        '–' if blank(before) || blank(behind) => true,
        _ => {
            let closes = matches!(before, Some(')' | ']' | '.' | '-'));
            blank(before) && (blank(behind) || behind == Some('-')) || closes || behind == Some('-')
        }
    }
}

/// Whether the part of a place before its country is in capitals throughout.
fn is_in_capitals(place: &str) -> bool {
    let town = place.split([',', '(']).next().unwrap_or_default();
    let letters = || town.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 3 && letters().all(|c| c.is_uppercase())
}

/// `新华社武汉5月3日电`, `【ロンドン共同】`.
fn east_asian(head: &str, language: &str) -> Option<Dateline> {
    if !matches!(language, "zh" | "ja") {
        return None;
    }
    if let Some(inner) = head.strip_prefix('【') {
        let inner = &inner[..inner.find('】')?];
        let start = '【'.len_utf8();
        let agency = agencies::first(inner)?.range;
        let place = inner[..agency.start].trim_end_matches(['=', '＝', ' ', '・']);
        let end = start + inner.len() + '】'.len_utf8();
        return (!place.is_empty() && place.len() <= 48).then(|| Dateline {
            places: iter::once(start..start + place.len()).collect(),
            agencies: iter::once(start + agency.start..start + agency.end).collect(),
            date: None,
            end,
        });
    }
    let agency =
        agencies::first(head).map(|agency| agency.range).filter(|range| head[..range.start].trim().is_empty())?;
    let rest = &head[agency.end..];
    let is_wired = |c: char| matches!(c, '电' | '電' | '讯' | '訊');
    let end = rest.find(|c: char| c.is_numeric() || is_wired(c))?;
    let wired = rest[end..].find(is_wired).filter(|&i| i <= 40)?;
    (end > 0 && end <= 48).then(|| Dateline {
        places: iter::once(agency.end..agency.end + end).collect(),
        date: month_and_day(rest).map(|(range, value)| (agency.end + range.start..agency.end + range.end, value)),
        end: agency.end + end + wired + '电'.len_utf8(),
        agencies: vec![agency],
    })
}

/// `5月3日`.
fn month_and_day(text: &str) -> Option<(Range<usize>, String)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (month, rest) = text[start..].split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let (month, day): (u8, u8) = (month.parse().ok()?, day.parse().ok()?);
    let end = text.find('日')? + '日'.len_utf8();
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| (start..end, format!("XXXX-{month:02}-{day:02}")))
}

#[cfg(test)]
mod tests {
    use super::read;

    /// Places, agencies, and the date.
    type Row = (&'static str, &'static str, &'static [&'static str], &'static [&'static str], &'static str);

    /// Language, text, and what its dateline says.
    const DATELINES: &[Row] = &[
        ("en", "BAGHDAD (Reuters) — The river rose", &["BAGHDAD"], &["Reuters"], ""),
        ("en", "MEXICO CITY, March 3 (AP) - Ash fell", &["MEXICO CITY"], &["AP"], "XXXX-03-03"),
        ("en", "COMMACK, N.Y., Feb 26 - The town", &["COMMACK, N.Y."], &[], "XXXX-02-26"),
        ("en", "LONDON – 3 May 2024 – The mill", &["LONDON"], &[], "2024-05-03"),
        ("en", "WASHINGTON/PARIS, May 3 (Reuters) - The bank", &["WASHINGTON", "PARIS"], &["Reuters"], "XXXX-05-03"),
        ("en", "KYIV, Ukraine (AP) — The bridge", &["KYIV, Ukraine"], &["AP"], ""),
        ("en", "ST. LOUIS (AP) — The arch", &["ST. LOUIS"], &["AP"], ""),
        ("en", "BEIRUT, Lebanon — The harbour", &["BEIRUT, Lebanon"], &[], ""),
        ("en", "OKLAHOMA CITY (KFOR) — The storm", &["OKLAHOMA CITY"], &[], ""),
        ("en", "WASHINGTON (January 24, 2017) — A study", &["WASHINGTON"], &[], "2017-01-24"),
        ("en", "KATHMANDU, May 3, 2024: The court", &["KATHMANDU"], &[], "2024-05-03"),
        ("en", "BEIJING, May 3 (Xinhua) -- The dam", &["BEIJING"], &["Xinhua"], "XXXX-05-03"),
        ("en", "NEW DELHI, May 3 (PTI) The court", &["NEW DELHI"], &["PTI"], "XXXX-05-03"),
        ("en", "SYDNEY, May 3 AAP - The reef", &["SYDNEY"], &["AAP"], "XXXX-05-03"),
        ("en", "MOSCOW, May 3. /TASS/. The train", &["MOSCOW"], &["TASS"], "XXXX-05-03"),
        ("en", "May 3 (Reuters) - Acme said", &[], &["Reuters"], "XXXX-05-03"),
        ("en", "(Reuters) - Acme said", &[], &["Reuters"], ""),
        ("en", "AUSTIN, Texas, May 3, 2024 /PRNewswire/ -- Acme", &["AUSTIN, Texas"], &["PRNewswire"], "2024-05-03"),
        ("en", "NEW YORK--(BUSINESS WIRE)--Acme said", &["NEW YORK"], &["BUSINESS WIRE"], ""),
        ("en", "OSLO, May 03, 2024 (GLOBE NEWSWIRE) -- Acme", &["OSLO"], &["GLOBE NEWSWIRE"], "2024-05-03"),
        ("en", "LONDON, UK / ACCESSWIRE / May 3, 2024 / Acme", &["LONDON, UK"], &["ACCESSWIRE"], "2024-05-03"),
        ("en", "Munich, Germany, May 3, 2024 — Acme", &["Munich, Germany"], &[], "2024-05-03"),
        ("de", "Berlin (dpa) – Das Wasser", &["Berlin"], &["dpa"], ""),
        ("de", "BERLIN (dpa/lno) - Das Wasser", &["BERLIN"], &["dpa"], ""),
        ("de", "Frankfurt/Main (dpa/AFP) - Das Haus", &["Frankfurt/Main"], &["dpa", "AFP"], ""),
        ("de", "Genf/Berlin (epd). Das Haus", &["Genf", "Berlin"], &["epd"], ""),
        ("de", "Bonn (KNA) Das Haus", &["Bonn"], &["KNA"], ""),
        ("de", "BERLIN taz | Das Haus", &["BERLIN"], &[], ""),
        ("de", "KIEW dpa/afp | Das Haus", &["KIEW"], &["dpa", "afp"], ""),
        ("de", "Wien (OTS) - Das Haus", &["Wien"], &["OTS"], ""),
        ("de", "München, 3. Mai 2024 – Das Haus", &["München"], &[], "2024-05-03"),
        ("de", "Zürich, den 3. Mai 2024 – Das Haus", &["Zürich"], &[], "2024-05-03"),
        ("fr", "PARIS, 3 mai (AFP) - La Seine", &["PARIS"], &["AFP"], "XXXX-05-03"),
        ("fr", "Paris, 3 mai 2024 (AFP) – La Seine", &["Paris"], &["AFP"], "2024-05-03"),
        ("fr", "Rennes, le 16 janvier 2025 – La mer", &["Rennes"], &[], "2025-01-16"),
        ("fr", "RIO DE JANEIRO (Reuters) - La plage", &["RIO DE JANEIRO"], &["Reuters"], ""),
        ("es", "Madrid, 3 may (EFE).- El río", &["Madrid"], &["EFE"], "XXXX-05-03"),
        ("es", "MADRID 3 May. (EUROPA PRESS) - El río", &["MADRID"], &["EUROPA PRESS"], "XXXX-05-03"),
        ("es", "LUGO (EFE).- El puente", &["LUGO"], &["EFE"], ""),
        ("es", "SAN SALVADOR.- El volcán", &["SAN SALVADOR"], &[], ""),
        ("es", "Valencia, 12 de septiembre de 2024.- La casa", &["Valencia"], &[], "2024-09-12"),
        ("it", "(ANSA) - ROMA, 03 MAG - Il fiume", &["ROMA"], &["ANSA"], "XXXX-05-03"),
        ("it", "Roma, 3 mag. (Adnkronos) - Il fiume", &["Roma"], &["Adnkronos"], "XXXX-05-03"),
        ("it", "(Adnkronos) - Il fiume", &[], &["Adnkronos"], ""),
        ("it", "Milano, 3 mag. (askanews) - Il fiume", &["Milano"], &["askanews"], "XXXX-05-03"),
        ("pt", "Lisboa, 03 mai 2024 (Lusa) – O rio", &["Lisboa"], &["Lusa"], "2024-05-03"),
        ("pt", "SÃO PAULO (Reuters) - O rio", &["SÃO PAULO"], &["Reuters"], ""),
        ("nl", "DEN HELDER (ANP) - De boot", &["DEN HELDER"], &["ANP"], ""),
        ("nl", "Amsterdam, 3 mei 2024 – De boot", &["Amsterdam"], &[], "2024-05-03"),
        ("ru", "НОВОСИБИРСК, 3 мая. /ТАСС/. Поезд", &["НОВОСИБИРСК"], &["ТАСС"], "XXXX-05-03"),
        ("ru", "МОСКВА, 3 мая - РИА Новости. Поезд", &["МОСКВА"], &["РИА Новости"], "XXXX-05-03"),
        ("zh", "新华社武汉5月3日电记者", &["武汉"], &["新华社"], "XXXX-05-03"),
        ("ja", "【ロンドン共同】川が", &["ロンドン"], &["共同"], ""),
    ];

    #[test]
    fn datelines() {
        for &(language, text, places, agencies, date) in DATELINES {
            let Some(line) = read(text, language) else { panic!("no dateline: {text}") };
            let texts = |ranges: &[std::ops::Range<usize>]| -> Vec<&str> {
                ranges.iter().map(|range| &text[range.clone()]).collect()
            };
            assert_eq!(texts(&line.places), places, "{text}");
            assert_eq!(texts(&line.agencies), agencies, "{text}");
            assert_eq!(line.date.map(|(_, value)| value).unwrap_or_default(), date, "{text}");
            let first = text[line.end..].chars().next();
            assert!(first.is_some_and(|c| c.is_alphabetic()), "{text}");
        }
    }

    #[test]
    fn what_is_none() {
        for text in [
            "(Reporting by Jane Roe — and more",
            "(a (b) — c",
            "( — c",
            "((Reuters) — c",
            "In May — the wettest in years — the river rose.",
            "The plan — which nobody had read — was dropped.",
            "NATO — the alliance — met.",
            "Apple (AAPL) - Shares fell.",
            "EXCLUSIVE - The mayor has resigned.",
            "Updated May 3, 2024 - The mayor has resigned.",
            "Editor’s Note, December 19, 2025: We have added shoes.",
            "Friday, May 3, 2024 - The mayor has resigned.",
            "On May 3, 2024 - a Friday - the river rose.",
            "Jane Roe: The river rose, and nobody came.",
            "He said — and meant it — that the river rose.",
            "MOTHER — you were right.",
            "",
        ] {
            assert!(read(text, "en").is_none(), "{text}: {:?}", read(text, "en"));
        }
    }
}
