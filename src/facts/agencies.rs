//! News agencies and distributors of press releases, as they sign.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// Each with all its names.
const AGENCIES: &[&[&str]] = &[
    &["Reuters", "REUTERS", "Thomson Reuters", "rtr", "رويترز"],
    &["AP", "The Associated Press", "Associated Press"],
    &["AFP", "Agence France-Presse", "Agence France Presse", "أ ف ب"],
    &["UPI", "United Press International"],
    &["dpa", "DPA", "Deutsche Presse-Agentur", "dpa-AFX", "dpa-infocom", "د ب أ"],
    &["epd", "Evangelischer Pressedienst"],
    &["KNA", "Katholische Nachrichten-Agentur"],
    &["SID", "Sport-Informations-Dienst"],
    &["APA", "Austria Presse Agentur"],
    &["Keystone-SDA", "sda", "SDA", "ATS", "Keystone-ATS"],
    &["EFE", "Agencia EFE"],
    &["Europa Press", "EUROPA PRESS", "Europapress"],
    &["Télam", "TELAM"],
    &["Notimex"],
    &["Prensa Latina"],
    &["ANSA"],
    &["Adnkronos", "ADNKRONOS"],
    &["AGI"],
    &["LaPresse"],
    &["askanews", "Askanews"],
    &["Italpress", "ITALPRESS"],
    &["Lusa", "LUSA", "Agência Lusa"],
    &["Agência Brasil"],
    &["Estadão Conteúdo"],
    &["Folhapress", "FOLHAPRESS"],
    &["ANP"],
    &["Belga", "BELGA"],
    &["TT"],
    &["NTB"],
    &["Ritzau", "RITZAU"],
    &["STT"],
    &["PAP"],
    &["ČTK"],
    &["MTI"],
    &["DHA"],
    &["İHA"],
    &["ANKA"],
    &["ΑΠΕ-ΜΠΕ", "ΑΠΕ"],
    &["ΚΥΠΕ"],
    &["AGERPRES", "Agerpres"],
    &["Mediafax"],
    &["TTXVN"],
    &["БТА"],
    &["Tanjug", "Танјуг"],
    &["Hina"],
    &["TASR"],
    &["TASS", "ТАСС"],
    &["РИА Новости", "RIA Novosti"],
    &["Интерфакс", "Interfax", "ИНТЕРФАКС", "INTERFAX", "Інтерфакс-Україна"],
    &["УНИАН", "УНІАН", "UNIAN"],
    &["Укринформ", "Укрінформ", "Ukrinform"],
    &["新华社", "Xinhua", "XINHUA"],
    &["中新社"],
    &["中央社"],
    &["共同", "共同通信", "Kyodo", "Kyodo News"],
    &["時事", "時事通信", "Jiji", "Jiji Press"],
    &["연합뉴스", "Yonhap"],
    &["ANI"],
    &["PTI", "Press Trust of India"],
    &["IANS"],
    &["Bernama", "BERNAMA"],
    &["ANTARA", "Antara"],
    &["واس"],
    &["وام", "WAM"],
    &["الأناضول", "Anadolu", "Anadolu Agency", "Anadolu Ajansı", "AA"],
    &["Bloomberg", "Bloomberg News"],
    &["Dow Jones", "Dow Jones Newswires"],
    &["PA", "PA Media", "Press Association"],
    &["AAP", "Australian Associated Press"],
    &["The Canadian Press", "Canadian Press", "La Presse Canadienne", "CP"],
    &["PR Newswire", "PRNewswire"],
    &["Business Wire", "BUSINESS WIRE"],
    &["GLOBE NEWSWIRE", "GlobeNewswire"],
    &["ACCESSWIRE"],
    &["CNW"],
    &["EQS-News", "EQS"],
    &["ots", "OTS", "news aktuell"],
];

/// The names, as one automaton, with the agency that bears each.
struct Names {
    automaton: AhoCorasick,
    agencies: Vec<usize>,
}

impl Names {
    fn new(any_case: bool) -> Option<Self> {
        let names =
            || AGENCIES.iter().enumerate().flat_map(|(agency, names)| names.iter().map(move |name| (agency, name)));
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(any_case);
        let automaton = builder.build(names().map(|(_, name)| name)).ok()?;
        Some(Self { automaton, agencies: names().map(|(agency, _)| agency).collect() })
    }
}

static AS_WRITTEN: LazyLock<Option<Names>> = LazyLock::new(|| Names::new(false));
static IN_ANY_CASE: LazyLock<Option<Names>> = LazyLock::new(|| Names::new(true));

/// How the name of an agency must be written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// As the agency writes it: `AA` and `Pa` are also other words.
    Own,
    /// In any letters, where nothing else is to be expected.
    Any,
}

/// An agency that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agency {
    /// Bytes of the text.
    pub(crate) range: Range<usize>,
    /// Which one it is, under whatever name.
    pub(crate) id: usize,
}

/// The agencies that a text names, each as a word of its own.
pub(crate) fn all(text: &str, spelling: Spelling) -> Vec<Agency> {
    let names = match spelling {
        Spelling::Own => &AS_WRITTEN,
        Spelling::Any => &IN_ANY_CASE,
    };
    let Some(names) = names.as_ref() else { return Vec::new() };
    let (plain, places) = with_blanks(text);
    let at_boundary = |at: usize| {
        let (before, after) = (plain[..at].chars().next_back(), plain[at..].chars().next());
        !before
            .zip(after)
            .is_some_and(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric() && !crate::clean::joins_lines(b))
    };
    let place = |at: usize| places.get(at).copied().unwrap_or(at);
    let found =
        names.automaton.find_iter(&*plain).filter(|found| at_boundary(found.start()) && at_boundary(found.end()));
    let agency = |found: aho_corasick::Match| Agency {
        range: place(found.start())..place(found.end()),
        id: names.agencies[found.pattern().as_usize()],
    };
    found.map(agency).collect()
}

/// A text whose white space is blanks, and where each of its bytes stands; no places where they are the same.
fn with_blanks(text: &str) -> (Cow<'_, str>, Vec<usize>) {
    let is_other = |c: char| c.is_whitespace() && c != ' ';
    if !text.contains(is_other) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let (mut plain, mut places) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
    for (at, c) in text.char_indices() {
        plain.push(if is_other(c) { ' ' } else { c });
        places.resize(plain.len(), at);
    }
    places.push(text.len());
    (Cow::Owned(plain), places)
}

/// The first agency that a text names as it writes itself.
pub(crate) fn first(text: &str) -> Option<Agency> {
    all(text, Spelling::Own).into_iter().next()
}

/// The agency that a text is the name of, and nothing else.
pub(crate) fn is(text: &str) -> bool {
    first(text).is_some_and(|agency| agency.range == (0..text.len()))
}
