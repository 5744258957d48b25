//! ninjs, the news in JSON of the IPTC: <https://www.iptc.org/std/ninjs/ninjs-schema_3.3.json>.

use super::blocks;
use super::facts::{Facts, Image, absolute};
use super::html;
use super::object::{Json, Object};
use crate::address::is_absolute;
use crate::article::{Article, FactRef};
use crate::date::Date;
use crate::model::{AccessStatus, Field};

const VERSION: &str = "3.3";
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json#";

/// Fields that a property of ninjs is for. What has none stands in `descriptions`, and so does a date that has no time or
/// no zone, which the properties have to have.
const PLACED: &[Field] = &[
    Field::Title,
    Field::AlternativeTitle,
    Field::Kicker,
    Field::ArticleSection,
    Field::Keywords,
    Field::Genre,
    Field::Language,
    Field::WordCount,
    Field::Byline,
    Field::Agency,
    Field::DatelinePlace,
    Field::Publisher,
    Field::CopyrightHolder,
    Field::CopyrightNotice,
    Field::License,
    Field::Identifier,
];

/// The dates of ninjs.
const DATES: &[(Field, &str)] = &[
    (Field::DatePublished, "firstCreated"),
    (Field::DateModified, "versionCreated"),
    (Field::DateCreated, "contentCreated"),
    (Field::DateEmbargoed, "embargoedUntil"),
];

pub(crate) fn render(article: &Article) -> String {
    let facts = Facts::new(article);
    let body = blocks::body(article);
    let uri = facts.address().unwrap_or_else(|| urn(article.document()));
    let standard = Object::default().with("name", "ninjs").with("version", VERSION).with("schema", SCHEMA);
    let mut object = Object::default().with("uri", uri.clone()).with("standard", standard).with("type", "text");
    object.set(
        "representationType",
        match article.access().status() {
            AccessStatus::Complete => "full",
            AccessStatus::Partial | AccessStatus::NoticeOnly => "partial",
            AccessStatus::Unknown => "",
        },
    );
    let dates: Vec<(FactRef<'_>, Option<&str>)> = DATES
        .iter()
        .flat_map(|&(field, name)| facts.of(field).into_iter().map(move |fact| (fact, name)))
        .map(|(fact, name)| (fact, is_instant(fact.value()).then_some(name)))
        .collect();
    for (fact, name) in &dates {
        name.iter().for_each(|name| object.set(name, fact.value()));
    }
    object.set("language", article.language());
    object.set("headlines", headlines(&facts));
    let authors = facts.authors();
    let names: Vec<&str> = authors.iter().map(|author| author.name.value()).collect();
    object.set("by", facts.value(Field::Byline).map_or_else(|| names.join(", "), str::to_owned));
    object.set("located", facts.values(Field::DatelinePlace).join(", "));
    let undated = dates.iter().filter(|(_, name)| name.is_none()).map(|(fact, _)| *fact);
    let others = facts.others(|field| PLACED.contains(&field) || DATES.iter().any(|date| date.0 == field));
    let descriptions = undated.chain(others).map(|fact| roled(fact.field().name(), fact.value()));
    let properties =
        facts.properties().into_iter().map(|(name, fact)| roled(name.unwrap_or(fact.field().name()), fact.value()));
    object.set("descriptions", descriptions.chain(properties).collect::<Vec<_>>());
    object.set("bodies", bodies(article, &body));
    let people = authors.iter().filter(|author| !author.is_organisation).map(|author| {
        let page = author.url.clone().map(|url| vec![Object::default().with("type", "web").with("value", url)]);
        Object::default().with("name", author.name.value()).with("rel", "author").with("contactInfo", page)
    });
    object.set("people", people.collect::<Vec<_>>());
    let affiliations = authors.iter().filter_map(|author| author.affiliation);
    let affiliations = affiliations.map(|fact| Object::default().with("name", fact.value()).with("rel", "affiliation"));
    object.set("organisations", affiliations.collect::<Vec<_>>());
    let party = |name, role| Object::default().with("name", name).with("role", role);
    let authors =
        authors.iter().map(|author| party(author.name.value(), author.role.map_or("author", |role| role.value())));
    let agencies = facts.values(Field::Agency).into_iter().map(|name| party(name, "agency"));
    let publisher = facts.value(Field::Publisher).into_iter().map(|name| party(name, "publisher"));
    object.set("infoSources", authors.chain(agencies).chain(publisher).collect::<Vec<_>>());
    object.set("subjects", subjects(&facts));
    let genres = facts.values(Field::Genre).into_iter().map(|name| Object::default().with("name", name));
    object.set("genres", genres.collect::<Vec<_>>());
    object.set("copyrightHolder", facts.value(Field::CopyrightHolder));
    object.set("copyrightNotice", facts.value(Field::CopyrightNotice));
    if let Some(license) = facts.value(Field::License) {
        match absolute(license) {
            Some(address) => object.set("rightsInfo", Object::default().with("linkedRights", address)),
            None => object.set("usageTerms", license),
        }
    }
    let identifiers = facts.values(Field::Identifier).into_iter().map(|value| roled("identifier", value));
    object.set("altIds", identifiers.collect::<Vec<_>>());
    let images = facts.images(&body).into_iter().enumerate();
    object.set("associations", images.map(|(at, image)| picture(image, at, &uri)).collect::<Vec<_>>());
    format!("{object}\n")
}

fn roled<'a>(role: &'a str, value: &'a str) -> Object<'a> {
    Object::default().with("role", role).with("value", value)
}

fn headlines<'a>(facts: &Facts<'a>) -> Vec<Object<'a>> {
    let roles = [(Field::Title, "main"), (Field::AlternativeTitle, "alternative"), (Field::Kicker, "kicker")];
    let headlines =
        roles.into_iter().flat_map(|(field, role)| facts.values(field).into_iter().map(move |value| (role, value)));
    headlines.map(|(role, value)| roled(role, value)).collect()
}

/// The body as text and, with all that text does not show, as HTML.
fn bodies<'a>(article: &'a Article, body: &[blocks::Block<'_>]) -> Vec<Object<'a>> {
    let form = |role: &'static str, kind: &'static str| Object::default().with("role", role).with("contentType", kind);
    let mut bodies = Vec::new();
    if !article.text().is_empty() {
        let text = form("text", "text/plain").with("charCount", article.text().chars().count() as u64);
        bodies.push(text.with("wordCount", article.word_count() as u64).with("value", article.text()));
    }
    if !body.is_empty() {
        bodies.push(form("html", "text/html").with("value", html::fragment(article, body)));
    }
    bodies
}

/// Topics and sections, with how sure they are.
fn subjects<'a>(facts: &Facts<'a>) -> Vec<Object<'a>> {
    let fields = [(Field::Keywords, "keyword"), (Field::ArticleSection, "section")];
    let subjects = fields.into_iter().flat_map(|(field, rel)| facts.of(field).into_iter().map(move |fact| (fact, rel)));
    let percent = |confidence: f32| (confidence.clamp(0.0, 1.0) * 100.0).round() as u64;
    subjects
        .map(|(fact, rel)| {
            let named = Object::default().with("name", fact.value()).with("rel", rel).with("creator", "nutgraf");
            named.with("confidence", percent(fact.confidence()))
        })
        .collect()
}

fn picture<'a>(image: Image<'a>, at: usize, article: &str) -> Object<'a> {
    let name = format!("image-{}", at + 1);
    let address = image.url.filter(|url| is_absolute(url));
    // What has no address of its own is a part of the article.
    let own = || format!("{}#{name}", article.split('#').next().unwrap_or_default());
    let rendition = |href: String| vec![Object::default().with("name", "original").with("href", href)];
    let described = [("caption", image.caption), ("alt", image.alt)].into_iter();
    let described = described.filter_map(|(role, value)| Some((role, value?))).filter(|(_, value)| !value.is_empty());
    Object::default()
        .with("uri", address.clone().unwrap_or_else(own))
        .with("name", name)
        .with("rel", "image")
        .with("type", "picture")
        .with("by", image.credit)
        .with(
            "descriptions",
            described
                .map(|(role, value)| Object::default().with("role", role).with("value", Json::from(value)))
                .collect::<Vec<_>>(),
        )
        .with("renditions", address.map(rendition))
}

/// Whether a date has a time with its seconds and its zone (RFC 3339, `date-time`).
fn is_instant(value: &str) -> bool {
    let time = Date::parse(value).and_then(|date| date.time);
    let seconds = value.matches(':').count() == if value.ends_with('Z') { 2 } else { 3 };
    time.is_some_and(|time| time.offset_minutes.is_some()) && seconds && value.parse::<jiff::Timestamp>().is_ok()
}

/// A UUID of version 8 (RFC 9562, 5.8) whose bits are a hash (FNV-1a) of a text.
fn urn(text: &str) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let hash = text.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let uuid = hash & !(0xF << 76 | 0x3 << 62) | 8 << 76 | 2 << 62;
    let digits = format!("{uuid:032x}");
    format!("urn:uuid:{}-{}-{}-{}-{}", &digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..])
}

#[cfg(test)]
mod tests {
    use super::{is_instant, urn};

    #[test]
    fn instants() {
        for value in ["2024-05-03T09:30:00Z", "2024-05-03T09:30:00+02:00"] {
            assert!(is_instant(value), "{value}");
        }
        for value in [
            "2024-05-03",
            "2024-05-03T09:30",
            "2024-05-03T09:30:00",
            "2024-05-03T09:30Z",
            "XXXX-05-03",
            "2024-02-31T09:30:00Z",
            "",
        ] {
            assert!(!is_instant(value), "{value}");
        }
    }

    #[test]
    fn a_text_has_one_name() {
        // The offset basis itself, with version and variant.
        assert_eq!(urn(""), "urn:uuid:6c62272e-07bb-8142-a2b8-21756295c58d");
        assert_ne!(urn("a"), urn("b"));
    }
}
