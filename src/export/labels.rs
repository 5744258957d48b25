//! What archives call the fields of a record, in the languages of their interfaces.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a field says of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Meaning {
    Title,
    Kicker,
    /// The line that names the authors.
    Byline,
    Section,
    Publisher,
    Published,
    /// A time, of the date above it.
    Time,
    Modified,
    /// Number of words.
    Words,
    Pages,
    Edition,
    Language,
    /// Topics, parted by semicolons or commas.
    Keywords,
    Identifier,
    Copyright,
    Url,
    Dateline,
    Description,
    Genre,
    Caption,
    Credit,
    Note,
    Correction,
    Agency,
    License,
    /// The body begins behind it.
    Body,
    /// What marks the record, and says nothing of the article.
    Mark,
    /// Something that no field of ours is for.
    Property,
}

/// One line a meaning: its labels in small letters, in English, French, German, Spanish, Italian, Dutch and Portuguese.
const LABELS: &[(Meaning, &str)] = &[
    (
        Meaning::Title,
        "headline|title|titre|titel|überschrift|schlagzeile|titular|título|titulo|encabezado|titolo|kop|manchete|subject line",
    ),
    (Meaning::Kicker, "kicker|surtitre|dachzeile|antetítulo|occhiello"),
    (
        Meaning::Byline,
        "byline|author|authors|auteur|auteurs|autor|autoren|autorin|autores|autore|autori|verfasser|por|by",
    ),
    (Meaning::Section, "section|rubrique|rubrik|ressort|sección|seccion|sezione|rubriek|sectie|seção|secção|secao"),
    (
        Meaning::Words,
        "length|longueur|länge|laenge|longitud|extensión|extension|lunghezza|lengte|extensão|comprimento|word count|\
         nombre de mots|wortanzahl",
    ),
    (Meaning::Dateline, "dateline|lieu|ort|ortsmarke|lugar|luogo|plaats|dagtekening"),
    (
        Meaning::Description,
        "highlight|highlights|abstract|résumé|resume|zusammenfassung|resumen|sommario|riassunto|samenvatting|resumo|\
         abstrakt|summary|deck|chapeau|vorspann|entradilla",
    ),
    (
        Meaning::Body,
        "body|texte|corps|text|volltext|texto|cuerpo|testo|tekst|corpo|full text|texte intégral|texto completo|\
         testo completo|volledige tekst|plein texte",
    ),
    (
        Meaning::Language,
        "language|langue|sprache|idioma|lengua|lenguaje|lingua|taal|língua|language of publication|\
         langue de publication|idioma de la publicación|idioma de publicación|publikationssprache|\
         sprache der publikation",
    ),
    (
        Meaning::Keywords,
        "subject|subjects|sujet|sujets|schlagwörter|schlagwort|thema|themen|tema|temas|asunto|materia|argomento|soggetto|\
         onderwerp|assunto|keywords|mots-clés|stichwörter|identifier / keyword|keyword|palabras clave|tags|indexing terms",
    ),
    (
        Meaning::Genre,
        "publication-type|type-publication|type-de-publication|type de publication|publikationstyp|zeitungstyp|\
         tipo-publicación|tipo-publicacion|tipo de publicación|tipo di pubblicazione|document-type|document type|\
         type-document|type de document|dokumenttyp|tipo de documento|tipo di documento|source type|type de source|\
         quellentyp|quellenart|tipo de fuente|publication type|type|genre",
    ),
    (
        Meaning::Caption,
        "graphic|graphique|grafik|gráfico|grafico|illustration|illustrations|afbeelding|grafiek|caption|légende|\
         bildunterschrift",
    ),
    (Meaning::Note, "notes|note|remarque|anmerkung|nota|notas|editor-note|editors-note|editor's note"),
    (Meaning::Correction, "correction|corrections|rectificatif|korrektur|corrección|correzione|correctie"),
    (Meaning::Credit, "credit|crédit|photo credit|photographer"),
    (
        Meaning::Identifier,
        "acc-no|issn|isbn|doi|coden|accession number|numéro de document|document number|dokumentnummer|\
         proquest document id|id du document proquest|proquest-dokument-id|id del documento de proquest|\
         id de documento de proquest|message-id|warc-record-id|document id|id",
    ),
    (
        Meaning::Url,
        "url|document url|url du document|dokument-url|url del documento|proquest document link|link|source url|\
         warc-target-uri|permalink|web address",
    ),
    (Meaning::Copyright, "copyright|copyright-notice|urheberrecht|derechos de autor|droits d'auteur"),
    (
        Meaning::Publisher,
        "publication title|titre de la publication|titel der publikation|publikationstitel|título de publicación|\
         título de la publicación|nom de la source|publication|journal|zeitung|newspaper|source|source name|site|\
         website|publisher name",
    ),
    (
        Meaning::Published,
        "publication date|date de publication|publikationsdatum|erscheinungsdatum|fecha de publicación|\
         data di pubblicazione|date|datum|fecha|data|published|pubdate|pub date|datepublished|date published",
    ),
    (
        Meaning::Modified,
        "last updated|dernière mise à jour|letzte aktualisierung|última actualización|updated|modified|\
         last modified",
    ),
    (Meaning::Pages, "pages|page|seiten|seite|páginas|página|pagine|pagina|first page|start page"),
    (Meaning::Edition, "edition|édition|ausgabe|edición|edizione|editie"),
    (Meaning::Agency, "agency|news agency|agence|agentur|agencia|wire service"),
    (Meaning::License, "license|licence|lizenz|licencia"),
    (
        Meaning::Property,
        "load-date|date-chargement|date de chargement|update|fecha-carga|fecha de carga|laaddatum|ladedatum|\
         data-caricamento|company|entreprise|société|societe|unternehmen|firma|compañía|compania|empresa|azienda|bedrijf|\
         organization|organisation|organización|organizzazione|organisatie|ticker|industry|secteur|branche|industria|\
         sector|settore|person|personne|persona|people|personnes|personen|personas|city|ville|stadt|ciudad|città|stad|\
         state|état|etat|bundesland|estado|stato|country|pays|land|país|pais|paese|geographic|géographique|region|région|\
         journal-code|journal code|code-journal|code-revue|zeitungs-code|código-periódico|series|série|serie|name|column|\
         distribution|contact|contacts|topic|product|web-page|show|transcript-type|volume|issue|publication-date|\
         publication info|informations de publication|publikationsinfo|información de publicación|links|liens|\
         location|lieux|orte|ubicación|company / organization|société / organisation|unternehmen/organisation|\
         unternehmen / organisation|compañía / organización|publication year|année de publication|\
         erscheinungsjahr|año de publicación|year|année|jahr|año|publisher|éditeur|editorial|verlag|\
         place of publication|lieu de publication|erscheinungsort|lugar de publicación|country of publication|\
         pays de publication|erscheinungsland|país de publicación|publication subject|sujet de la publication|\
         sujet de publication|publikationsthema|fachgebiet der publikation|materia de publicación|dateline|\
         document feature|document features|database|base de données|datenbank|base de datos|number of pages|classification|\
         supplement|rights|online publication date|publication history|format|\
         ethnic newswatch|accessible|section-code|highlights-of",
    ),
];

static MEANINGS: LazyLock<HashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let mut meanings = HashMap::new();
    for &(meaning, labels) in LABELS {
        for label in labels.split('|') {
            meanings.entry(label).or_insert(meaning);
        }
    }
    meanings
});

/// What a label means, in whatever case; none for one that is in no archive that we know.
pub(super) fn meaning(label: &str) -> Option<Meaning> {
    let label = label.trim().trim_end_matches(':').trim_end();
    if label.len() > 48 {
        return None;
    }
    MEANINGS.get(label.to_lowercase().as_str()).copied()
}

/// BCP 47 tag of a language that a record names in English or in the language itself.
pub(super) fn language_tag(name: &str) -> Option<&'static str> {
    const LANGUAGES: &str = "en english anglais englisch inglés inglese engels inglês eng|fr french français francais \
        französisch francés francese frans francês fra fre|de german deutsch allemand alemán tedesco duits alemão deu ger|\
        es spanish español espagnol spanisch castellano spagnolo spaans espanhol spa|it italian italiano italien \
        italienisch italiaans ita|pt portuguese português portugais portugiesisch portugués portoghese portugees por|\
        nl dutch nederlands néerlandais niederländisch holländisch neerlandés olandese holandês nld dut|\
        sv swedish svenska suédois schwedisch sueco svedese swe|no norwegian norsk norvégien norwegisch noruego nor|\
        da danish dansk danois dänisch danés danese dan|fi finnish suomi finnois finnisch finlandés fin|\
        pl polish polski polonais polnisch polaco pol|cs czech čeština tchèque tschechisch checo ces cze|\
        ru russian русский russe russisch ruso rus|uk ukrainian українська ukrainien ukrainisch ukr|\
        tr turkish türkçe turc türkisch turco tur|el greek ελληνικά grec griechisch griego ell gre|\
        ar arabic العربية arabe arabisch árabe ara|he hebrew עברית hébreu hebräisch heb|hi hindi हिन्दी hin|\
        ja japanese 日本語 japonais japanisch japonés jpn|zh chinese 中文 chinois chinesisch chino zho chi|\
        ko korean 한국어 coréen koreanisch coreano kor|ca catalan català catalán cat|hu hungarian magyar hun|\
        ro romanian română ron rum|id indonesian bahasa ind|bg bulgarian български bul|hr croatian hrvatski hrv|\
        sk slovak slovenčina slk|sl slovenian slovenščina slv|vi vietnamese vie|th thai tha|fa persian farsi fas|ms malay msa";
    let name = name.split([';', ',', '(', '-', '/']).next()?.trim().to_lowercase();
    let language = LANGUAGES.split('|').find(|line| line.split_whitespace().any(|word| word == name))?;
    language.split_whitespace().next()
}
