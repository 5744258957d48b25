//! Names of elements that the parser or the rules tell apart; all others are [`Name::Other`] and compared as written.

macro_rules! names {
    ($($variant:ident = $name:literal,)*) => {
        /// The name of an element.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(crate) enum Name {
            /// A name that is not in this list.
            Other,
            $($variant,)*
        }

        /// All names that are known, in the order of the enum.
        pub(crate) const ALL: &[(Name, &str)] = &[$((Name::$variant, $name),)*];

        impl Name {
            /// The name in small letters; empty for [`Name::Other`].
            pub(crate) const fn as_str(self) -> &'static str {
                match self {
                    Self::Other => "",
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

impl Name {
    /// The name of a tag as written, ASCII letters of either case.
    pub(crate) fn of(name: &[u8]) -> Self {
        let candidate = if name.len() <= LONGEST { SLOTS[slot(name, FACTOR)] } else { Self::Other };
        if candidate.as_str().as_bytes().eq_ignore_ascii_case(name) { candidate } else { Self::Other }
    }
}

/// Names by their hash, which no two of them share.
static SLOTS: [Name; 1 << SLOT_BITS] = {
    let mut slots = [Name::Other; 1 << SLOT_BITS];
    let mut i = 0;
    while i < ALL.len() {
        slots[slot(ALL[i].1.as_bytes(), FACTOR)] = ALL[i].0;
        i += 1;
    }
    slots
};

const SLOT_BITS: u32 = 11;

/// The hash of a name of either case.
const fn slot(name: &[u8], factor: u64) -> usize {
    let (mut hash, mut i) = (0u64, 0);
    while i < name.len() {
        hash = hash.rotate_left(5) ^ (name[i] | 0x20) as u64;
        i += 1;
    }
    (hash.wrapping_mul(factor) >> (u64::BITS - SLOT_BITS)) as usize
}

/// Bytes of the longest name.
const LONGEST: usize = 15;

/// What makes the hashes of all names differ; the test below finds another where a new name collides.
const FACTOR: u64 = 0xCACB_2BA7_ABFE_EC87;

names! {
    A = "a",
    Abbr = "abbr",
    Address = "address",
    AnnotationXml = "annotation-xml",
    Applet = "applet",
    Area = "area",
    Article = "article",
    Aside = "aside",
    Audio = "audio",
    B = "b",
    Base = "base",
    Basefont = "basefont",
    Bgsound = "bgsound",
    Big = "big",
    Blockquote = "blockquote",
    Body = "body",
    Br = "br",
    Button = "button",
    Canvas = "canvas",
    Caption = "caption",
    Center = "center",
    Cite = "cite",
    Code = "code",
    Col = "col",
    Colgroup = "colgroup",
    Dd = "dd",
    Del = "del",
    Desc = "desc",
    Details = "details",
    Dfn = "dfn",
    Dialog = "dialog",
    Dir = "dir",
    Div = "div",
    Dl = "dl",
    Dt = "dt",
    Em = "em",
    Embed = "embed",
    Fieldset = "fieldset",
    Figcaption = "figcaption",
    Figure = "figure",
    Font = "font",
    Footer = "footer",
    ForeignObject = "foreignobject",
    Form = "form",
    Frame = "frame",
    Frameset = "frameset",
    H1 = "h1",
    H2 = "h2",
    H3 = "h3",
    H4 = "h4",
    H5 = "h5",
    H6 = "h6",
    Head = "head",
    Header = "header",
    Hgroup = "hgroup",
    Hr = "hr",
    Html = "html",
    I = "i",
    Iframe = "iframe",
    Image = "image",
    Img = "img",
    Input = "input",
    Ins = "ins",
    Kbd = "kbd",
    Keygen = "keygen",
    Label = "label",
    Legend = "legend",
    Li = "li",
    Link = "link",
    Listing = "listing",
    Main = "main",
    Malignmark = "malignmark",
    Mark = "mark",
    Marquee = "marquee",
    Math = "math",
    Menu = "menu",
    Meta = "meta",
    Mglyph = "mglyph",
    Mi = "mi",
    Mn = "mn",
    Mo = "mo",
    Ms = "ms",
    Mtext = "mtext",
    Nav = "nav",
    Nobr = "nobr",
    Noembed = "noembed",
    Noframes = "noframes",
    Noscript = "noscript",
    Object = "object",
    Ol = "ol",
    Optgroup = "optgroup",
    Option = "option",
    Output = "output",
    P = "p",
    Param = "param",
    Picture = "picture",
    Plaintext = "plaintext",
    Pre = "pre",
    Q = "q",
    Rb = "rb",
    Rp = "rp",
    Rt = "rt",
    Rtc = "rtc",
    Ruby = "ruby",
    S = "s",
    Samp = "samp",
    Script = "script",
    Search = "search",
    Section = "section",
    Select = "select",
    Selectedcontent = "selectedcontent",
    Slot = "slot",
    Small = "small",
    Source = "source",
    Span = "span",
    Strike = "strike",
    Strong = "strong",
    Style = "style",
    Sub = "sub",
    Summary = "summary",
    Sup = "sup",
    Svg = "svg",
    Table = "table",
    Tbody = "tbody",
    Td = "td",
    Template = "template",
    Textarea = "textarea",
    Tfoot = "tfoot",
    Th = "th",
    Thead = "thead",
    Time = "time",
    Title = "title",
    Tr = "tr",
    Track = "track",
    Tt = "tt",
    U = "u",
    Ul = "ul",
    Var = "var",
    Video = "video",
    Wbr = "wbr",
    Xmp = "xmp",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found() {
        let unique = |factor: u64| {
            let slots: std::collections::HashSet<_> =
                ALL.iter().map(|(_, name)| slot(name.as_bytes(), factor)).collect();
            slots.len() == ALL.len()
        };
        let mut factors = (0u64..).map(|i| (2 * i + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        assert!(unique(FACTOR), "set FACTOR to {:#X}", factors.find(|&factor| unique(factor)).unwrap_or_default());
        for &(name, written) in ALL {
            assert_eq!(Name::of(written.as_bytes()), name);
            assert_eq!(Name::of(written.to_ascii_uppercase().as_bytes()), name);
            assert!(written.len() <= LONGEST);
            assert_eq!(name.as_str(), written);
        }
        for other in ["", "custom-element", "h7", "h\u{11}", "\u{11}", "a-name-that-is-longer-than-any"] {
            assert_eq!(Name::of(other.as_bytes()), Name::Other);
        }
    }
}
