//! Which of several facts on one field is right: what a page says for programs weighed against what it shows.
//!
//! Each place that names a value is a witness, and witnesses that agree make a value surer than the best of them (they are
//! taken for independent, which those that one template fills are not: copies count less). Rivals stay, below the first.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::structured::letters;
use super::{Found, dates, roles, titles};
use crate::article::Record;
use crate::label::measure::Measure;
use crate::model::{Field, Origin, Role, Span};

/// The most that is believed of a value, however many agree.
const MOST: f32 = 0.98;

/// The confidence of what is taken for right is not below this; that of rivals for a title, a date, the publisher or the authors is.
pub(crate) const RIGHT: f32 = 0.5;

/// Facts in order of rank within each field. `sites` are names of the site and `publishers` those of
/// them that are said to publish the page, as [`letters`].
pub(super) fn rank(facts: Vec<Found>, record: &Record, sites: &[String], publishers: &[String]) -> Vec<Found> {
    let document = &*record.document;
    let has_body = record.segments.iter().any(|segment| segment.role == Role::Body);
    let mut by_field: HashMap<Field, Vec<Found>> = HashMap::new();
    let mut fields: Vec<Field> = Vec::new();
    for fact in facts {
        let group = by_field.entry(fact.field).or_default();
        if group.is_empty() {
            fields.push(fact.field);
        }
        group.push(fact);
    }
    let mut subjects = HashMap::new();
    if let Some(named) = by_field.get_mut(&Field::AuthorName) {
        subjects = authors(named, document, publishers);
    }
    let people = subjects.values().map(|&(subject, _)| subject).max().unwrap_or(0);
    let mut ranked = Vec::new();
    for field in fields {
        let mut group = by_field.remove(&field).unwrap_or_default();
        match field {
            Field::AuthorName | Field::AuthorRole | Field::AuthorAffiliation | Field::AuthorUrl | Field::AuthorType => {
                for fact in &mut group {
                    if let Some(&(subject, confidence)) = subjects.get(&fact.subject) {
                        (fact.subject, fact.confidence) = (subject, fact.confidence.min(confidence));
                    }
                }
                // Of one thing said of one person once.
                group.sort_by_key(|fact| fact.subject);
                group.dedup_by(|b, a| (a.subject, a.origin) == (b.subject, b.origin) && a.value == b.value);
            }
            Field::DatePublished | Field::DateModified | Field::DateCreated => {
                vote(
                    &mut group,
                    |fact| fact.value.get(..10).unwrap_or(&fact.value).to_owned(),
                    |fact| (fact.origin, fact.confidence),
                );
                // Of one day the fullest value: with a time, and with a zone to it.
                let day = group.first().and_then(|first| first.value.get(..10)).map(str::to_owned);
                let of_day = |fact: &Found| day.as_deref().is_some_and(|day| fact.value.starts_with(day));
                let count = group.iter().take_while(|fact| of_day(fact)).count();
                let declared = group[..count].iter().filter(|fact| fact.span.is_none());
                let values: Vec<String> = declared.map(|fact| fact.value.clone()).collect();
                group[..count].sort_by_cached_key(|fact| fullness(fact, &values));
            }
            Field::Title => {
                // A page that bears the name of its site alone says no title.
                let is_site = |fact: &Found| {
                    let is_short = fact.origin == Origin::TitleElement && Measure::of(&fact.value).words < 3;
                    is_short || sites.contains(&letters(&fact.value))
                };
                let declared = group.iter().filter(|fact| fact.span.is_none() && !is_site(fact));
                let declared: Vec<String> = declared.map(|fact| fact.value.clone()).collect();
                let weigh = |fact: &Found| match title_witness(fact, &declared, has_body) {
                    (origin, weight) if fact.span.is_none() && is_site(fact) => (origin, weight / 4.0),
                    witness => witness,
                };
                vote(&mut group, |fact| letters(&fact.value), weigh);
            }
            Field::Keywords | Field::DatelinePlace | Field::Agency => once(&mut group),
            // Pictures are counted on behind the people.
            Field::ImageUrl | Field::ImageCaption | Field::ImageCredit => {
                let pictures = group.iter_mut().filter(|fact| fact.subject > 0);
                pictures.for_each(|fact| fact.subject += people);
            }
            Field::Publisher => vote(&mut group, |fact| letters(&fact.value), |fact| (fact.origin, fact.confidence)),
            _ => {
                group.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
                once(&mut group);
            }
        }
        ranked.append(&mut group);
    }
    ranked
}

/// Fields of which two values cannot both be true.
const ONE_VALUED: [Field; 2] = [Field::DatePublished, Field::IsAccessibleForFree];

/// Where sources that are as good as each other say different things: a sentence each, with the place that readers see.
pub(super) fn contradictions(ranked: &[Found]) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    let mut report = |one: &Found, other: &Found| {
        let span = if one.span.is_none() { other.span } else { one.span };
        let named = |fact: &Found| format!("{} ({})", fact.value, fact.origin.name());
        found.push((span, format!("{}: {} and {} contradict each other", one.field, named(one), named(other))));
    };
    for field in ONE_VALUED {
        let mut rivals = ranked.iter().filter(|fact| fact.field == field);
        let Some(first) = rivals.next() else { continue };
        let differs = |fact: &&Found| match field {
            Field::DatePublished => !dates::is_near(&first.value, &fact.value) && !fact.value.starts_with(&first.value),
            _ => fact.value != first.value,
        };
        // Dates elsewhere in a text are other pieces', and the same place does not contradict itself.
        let least = if field == Field::DatePublished { 0.75 } else { 0.6 };
        let is_sound = |fact: &&Found| fact.origin != first.origin && fact.stated >= least;
        rivals.filter(is_sound).find(differs).iter().for_each(|other| report(first, other));
    }
    let named = |is_right: bool| {
        ranked.iter().filter(move |fact| fact.field == Field::AuthorName && (fact.confidence >= RIGHT) == is_right)
    };
    if let Some(first) = named(true).next() {
        let other = |fact: &&Found| {
            let is_apart = named(true)
                .take(MOST_LOOKED_FOR)
                .all(|one| one.origin != fact.origin && titles::likeness(&one.value, &fact.value) < 0.5);
            fact.stated >= 0.75 && is_apart
        };
        named(false).take(MOST_LOOKED_FOR).find(other).iter().for_each(|other| report(first, other));
    }
    found
}

/// Leaves out what has been said before.
fn once(group: &mut Vec<Found>) {
    let mut seen: HashSet<String> = HashSet::new();
    group.retain(|fact| seen.insert(fact.value.to_lowercase()));
}

/// Puts those values first that most and best witnesses name, and within each what is seen before what is declared.
/// `witness` says what is worth how much; of one witness that says a thing twice once is enough.
fn vote(group: &mut Vec<Found>, key: impl Fn(&Found) -> String, witness: impl Fn(&Found) -> (Origin, f32)) {
    // The witnesses of each value, in the order in which the values are first named.
    let mut values: Vec<Vec<(Origin, f32)>> = Vec::new();
    let mut value_of: HashMap<String, usize> = HashMap::new();
    let mut facts: Vec<(usize, Found)> = Vec::with_capacity(group.len());
    for fact in group.drain(..) {
        let value = *value_of.entry(key(&fact)).or_insert(values.len());
        if value == values.len() {
            values.push(Vec::new());
        }
        let (origin, weight) = witness(&fact);
        match values[value].iter_mut().find(|(held, _)| *held == origin) {
            Some((_, best)) => *best = best.max(weight),
            None => values[value].push((origin, weight)),
        }
        facts.push((value, fact));
    }
    let doubt = |witnesses: &mut Vec<(Origin, f32)>| {
        // In one order, as products of floats depend on it.
        witnesses.sort_by_key(|&(origin, _)| origin);
        witnesses.iter().fold(1.0, |doubt, (_, weight)| doubt * (1.0 - weight))
    };
    let doubts: Vec<f32> = values.iter_mut().map(doubt).collect();
    facts.sort_by(|(a, one), (b, other)| {
        let is_declared = |fact: &Found| fact.span.is_none();
        doubts[*a]
            .total_cmp(&doubts[*b])
            .then(a.cmp(b))
            .then(is_declared(one).cmp(&is_declared(other)))
            .then(other.confidence.total_cmp(&one.confidence))
    });
    let best = facts.first().map(|&(value, _)| value);
    for (value, mut fact) in facts {
        let sure = (1.0 - doubts[value]).min(MOST);
        fact.confidence = if best == Some(value) { sure } else { sure.min(RIGHT - 0.05) };
        group.push(fact);
    }
    group.dedup_by(|b, a| a.origin == b.origin && a.value == b.value && a.span.is_none() == b.span.is_none());
}

/// A witness of a title, with what it is worth: what cards and other elements of the head say is a copy of what Open Graph
/// says, and a heading that shares no words with any of the page's own titles is likely no title. The figures are from pages
/// of the development sets, among those that were tried.
fn title_witness(fact: &Found, declared: &[String], has_body: bool) -> (Origin, f32) {
    let is_like = || declared.is_empty() || declared.iter().any(|title| titles::likeness(title, &fact.value) >= 0.34);
    match fact.origin {
        Origin::VisibleText => (fact.origin, if is_like() { 0.85 } else { 0.4 }),
        Origin::Microformats => (fact.origin, 0.85),
        Origin::Highwire => (fact.origin, 0.8),
        Origin::JsonLd | Origin::Microdata => (fact.origin, 0.6 * fact.confidence / 0.85),
        // Alone it may be that of an error or of a form.
        Origin::TitleElement => (fact.origin, if has_body { 0.55 } else { 0.4 }),
        _ => (Origin::OpenGraph, 0.6),
    }
}

/// What of the dates of one day comes first: one with a time and a zone, before one with a time, before one without; of those
/// what is written for programs to read the time from.
fn fullness(fact: &Found, of_day: &[String]) -> (u8, bool, u8) {
    let value = &*fact.value;
    let has_zone = value.ends_with('Z') || value.get(16..).is_some_and(|rest| rest.contains(['+', '-']));
    let precision = match value.len() {
        0..=10 => 2,
        _ if has_zone => 0,
        _ => 1,
    };
    // Many write a local time and call it UTC: where the same time is given with another zone, that one is meant.
    let other_zone = |other: &String| other.get(..16) == value.get(..16) && !other.ends_with('Z') && other.len() > 19;
    let is_local = value.ends_with('Z') && of_day.iter().any(other_zone);
    let place = match fact.origin {
        Origin::JsonLd => 0,
        Origin::OpenGraph => 1,
        Origin::Meta | Origin::Highwire | Origin::DublinCore => 2,
        Origin::Microdata | Origin::Rdfa | Origin::Microformats => 3,
        Origin::TimeElement => 4,
        _ => 5,
    };
    (precision, is_local, place)
}

/// How much the people that a place names are worth, where a reader sees them.
fn author_weight(origin: Origin) -> f32 {
    match origin {
        Origin::Highwire => 0.95,
        Origin::JsonLd => 0.9,
        Origin::Meta => 0.85,
        Origin::Microdata | Origin::Microformats | Origin::Rdfa => 0.8,
        Origin::TwitterCard => 0.75,
        Origin::DublinCore | Origin::ClassName => 0.5,
        _ => 0.7,
    }
}

/// Ranks authors: the people that the likeliest places name, in their order, then all others. Gives for each subject the one
/// that stands for the same person in the end, and how sure that is.
fn authors(facts: &mut [Found], document: &str, publishers: &[String]) -> HashMap<u32, (u32, f32)> {
    let people: Vec<String> = facts.iter().map(|fact| letters(roles::without_credentials(&fact.value))).collect();
    // Not by its host: people have sites of their names.
    let is_site =
        |name: &str| publishers.iter().any(|publisher| publisher == name || publisher.replace(' ', "") == name);
    // Whom each place names, in order and once.
    let mut places: Vec<(Origin, Vec<&str>, f32)> = Vec::new();
    let mut place_of: HashMap<(Origin, u32), usize> = HashMap::new();
    let mut named: HashSet<(usize, &str)> = HashSet::new();
    for (fact, name) in facts.iter().zip(&people) {
        let place = *place_of.entry((fact.origin, fact.set)).or_insert_with(|| {
            places.push((fact.origin, Vec::new(), 0.0));
            places.len() - 1
        });
        if named.insert((place, name)) {
            places[place].1.push(name);
        }
        places[place].2 = places[place].2.max(fact.stated);
    }
    // A site that signs for its writers says less than whoever names them.
    if people.iter().any(|name| !is_site(name)) {
        places.iter_mut().for_each(|(_, named, _)| named.retain(|name| !is_site(name)));
        places.retain(|(_, named, _)| !named.is_empty());
    }
    let written: HashMap<&str, &str> =
        people.iter().zip(facts.iter()).map(|(name, fact)| (&**name, &*fact.value)).collect();
    let is_in = |name: &str| memchr::memmem::find(document.as_bytes(), name.as_bytes()).is_some();
    // Whom readers see, of the first few.
    let mut looked_for: HashSet<&str> = HashSet::new();
    let seen: HashSet<&str> = people
        .iter()
        .map(|name| &**name)
        .filter(|name| looked_for.insert(name))
        .take(MOST_LOOKED_FOR)
        .filter(|name| {
            let written = roles::without_credentials(written.get(name).copied().unwrap_or(name));
            is_in(written) || is_in(&written.to_uppercase())
        })
        .collect();
    // Places that name the same people bear each other out.
    let mut groups: Vec<(Vec<&str>, f32)> = Vec::new();
    let mut group_of: HashMap<Vec<&str>, usize> = HashMap::new();
    for (origin, named, stated) in places {
        let weight = if origin == Origin::VisibleText {
            if named.len() <= 2 { 0.72 } else { 0.5 }
        } else {
            // Templates name whoever has put a piece into the system: the writer is named to readers, too.
            let share = named.iter().filter(|name| seen.contains(**name)).count() as f32 / named.len() as f32;
            let doubtful = if stated < 0.65 { 0.8 } else { 1.0 };
            author_weight(origin) * doubtful * (0.45 + 0.55 * share)
        };
        let mut key = named.clone();
        key.sort_unstable();
        let group = *group_of.entry(key).or_insert_with(|| {
            groups.push((named, 1.0));
            groups.len() - 1
        });
        groups[group].1 *= 1.0 - weight;
    }
    groups.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let mut order: HashMap<&str, (u32, f32)> = HashMap::new();
    for (at, (named, doubt)) in groups.into_iter().enumerate() {
        let sure = (1.0 - doubt).min(MOST);
        let sure = if at == 0 { sure.max(RIGHT) } else { sure.min(RIGHT - 0.05) };
        for name in named {
            let subject = order.len() as u32 + 1;
            order.entry(name).or_insert((subject, sure));
        }
    }
    let mut subjects = HashMap::new();
    for (fact, name) in facts.iter_mut().zip(&people) {
        let next = (order.len() as u32 + 1, RIGHT - 0.1);
        let (subject, sure) = *order.entry(name).or_insert(next);
        subjects.insert(fact.subject, (subject, sure));
        fact.confidence = sure;
    }
    facts.sort_by_key(|fact| {
        let subject = subjects.get(&fact.subject).map_or(0, |&(subject, _)| subject);
        (subject, fact.span.is_none(), Reverse((fact.stated * 100.0) as u32))
    });
    subjects
}

/// Names that are looked for in the text.
const MOST_LOOKED_FOR: usize = 64;
