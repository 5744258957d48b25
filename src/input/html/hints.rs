//! What the words of `class` and `id` say of an element: the vocabulary that templates share.

use std::sync::LazyLock;

use crate::bytes;
use crate::model::Span;
use crate::words::{self, HashFilter, WordMap};

macro_rules! families {
    ($($(#[$doc:meta])* $family:ident = $words:literal,)*) => {
        /// What a word of a class says of its element.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u32)]
        pub(crate) enum Hint {
            $($(#[$doc])* $family,)*
        }

        impl Hint {
            pub(crate) const ALL: &[Self] = &[$(Self::$family,)*];

            /// The words that say so, in small letters, parted by blanks.
            fn words(self) -> &'static str {
                match self {
                    $(Self::$family => $words,)*
                }
            }
        }
    };
}

families! {
    /// Menus and paths.
    Navigation = "nav navbar navigation menu menus mainmenu megamenu mega submenu subnav topbar hamburger burger dropdown \
        offcanvas drawer flyout skip pagination pager paging prev previous next breadcrumb breadcrumbs toc tabs catlinks navbox",
    Footer = "footer foot colophon copyright legal disclaimer privacy policy terms utility",
    Header = "masthead header subheader branding logo slogan tagline banner",
    /// What stands beside the content.
    Sidebar = "sidebar aside widget widgets secondary tertiary rail complementary textwidget",
    /// What else the site has.
    Related = "related recommended recommendations recirc popular trending latest recent teaser teasers promo promos suggested \
        mostread readmore similar also upsell outbrain taboola readnext",
    /// Words for that which pages use for other things, too.
    Featured = "featured more stories cross spotlight highlights",
    Comments = "comment comments commentform respond reply replies disqus commentlist",
    Reviews = "review reviews rating ratings testimonial testimonials",
    Share = "share sharing social socials facebook twitter linkedin pinterest instagram youtube whatsapp follow print addtoany \
        email",
    Advertisement = "ad ads advert advertisement advertising sponsor sponsored sponsors adsense dfp gpt",
    /// What asks for an address or money.
    Signup = "newsletter subscribe subscription subscribing signup mailchimp optin donate donation",
    /// What keeps readers out who have not paid or registered.
    Wall = "paywall regwall piano metered barrier registration register",
    /// When it was written, and what it is filed under.
    Metadata = "vcard avatar date dateline published time timestamp meta metadata taxonomy tagcloud duration posted \
        categories",
    Byline = "byline author authors writer contributor autor auteur",
    Biography = "bio biography authorbox",
    Tags = "tags tag keywords topics",
    Caption = "caption credit figcaption",
    Dek = "dek deck standfirst subtitle subheadline subhead sapo chapo strapline entradilla bajada summary lede lead intro \
        excerpt teaser description",
    Kicker = "kicker eyebrow overline rubric rubrik surtitle pretitle category",
    Consent = "cookie cookies consent gdpr",
    /// What stands over the page until it is closed, or is seen by nobody.
    Overlay = "modal popup popover overlay dialog lightbox tooltip alert notice notification toast spinner loading screen \
        visually hidden invisible sr",
    /// Forms and buttons.
    Form = "form search searchform login signin account submit input field fields button buttons btn btns cta ctas gform \
        gfield checkbox radio selector select picker filter filters sort toolbar settings switcher",
    Shop = "cart price currency quantity shipping totals checkout wishlist shop compare swatch sku",
    Contact = "contact address phone location map hours",
    Carousel = "carousel slider slide swiper gallery slideshow",
    /// Lists of like things.
    Card = "card cards item items tile tiles grid list listing results feed loop archive",
    Content = "content article entry body post story text richtext rich rte prose single hentry main copy paragraph publish \
        format words markdown wysiwyg typography editor",
    /// Of those for content the words that say most.
    Article = "article entry post story hentry prose richtext rte wysiwyg publish single markdown",
    Forum = "thread message messages topic topics post posts reply answer question postbody forum",
    Product = "description product detail details features specs specifications overview accordion faq faqs answer \
        benefits information info",
    /// What templates call their parts whatever is in them.
    Section = "section module block row column col container wrapper inner",
    Title = "title headline heading subheading",
}

/// A set of [`Hint`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hints(u64);

impl Hints {
    pub(crate) fn has(self, hint: Hint) -> bool {
        self.0 & 1 << hint as u64 != 0
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Hint> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let hint = Hint::ALL.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(*hint)
        })
    }

    /// What the words of a value of `class` or `id` say: those between hyphens and the like, and those that capitals begin
    /// (`articleBody`).
    pub(crate) fn of(value: &str) -> Self {
        let value = &value.as_bytes()[..value.len().min(LONGEST_VALUE)];
        let (mut hints, mut at) = (0, 0);
        while at < value.len() {
            let (end, key) = words::letters(value, at);
            // Most words have no capital but the first letter.
            if end > at + 1 {
                let word = &value[at..end];
                let has_parts = bytes::any(&word[1..], |byte| byte.is_ascii_uppercase());
                hints |= if has_parts { parts(word) } else { families(key) };
            }
            at = end.max(at + 1);
        }
        Self(hints)
    }
}

/// What values of a page have said: most say what one before has said.
#[derive(Debug)]
pub(crate) struct Said {
    /// By the hash of the value.
    values: [(Span, Hints); 256],
}

impl Default for Said {
    fn default() -> Self {
        Self { values: [(Span { start: 0, end: 0 }, Hints::default()); 256] }
    }
}

impl Said {
    /// [`Hints::of`] a value.
    pub(super) fn hints(&mut self, page: &str, value: Span) -> Hints {
        let text = &page[value.range()];
        let at = words::hash(text.as_bytes()) as usize % self.values.len();
        let (held, hints) = &mut self.values[at];
        if page[held.range()] != *text {
            (*held, *hints) = (value, Hints::of(text));
        }
        *hints
    }
}

/// What the parts of a word say that capitals begin.
fn parts(word: &[u8]) -> u64 {
    let (mut hints, mut at) = (0, 0);
    while at < word.len() {
        let start = at;
        while word.get(at).is_some_and(u8::is_ascii_uppercase) {
            at += 1;
        }
        // Of `HTMLBody` the last capital begins a word.
        if at - start > 1 && word.get(at).is_some_and(u8::is_ascii_lowercase) {
            at -= 1;
        } else {
            while word.get(at).is_some_and(u8::is_ascii_lowercase) {
                at += 1;
            }
        }
        if at - start >= 2 {
            hints |= families(words::letters(&word[..at], start).1);
        }
    }
    hints
}

/// The families of a word by its hash.
fn families(key: u64) -> u64 {
    let Families { filter, by_word } = &*FAMILIES;
    // Most words are of none.
    if filter.may_hold(key) { by_word.get(&key).copied().unwrap_or(0) } else { 0 }
}

/// Bytes of a value that are looked at: some templates write out their whole style there.
const LONGEST_VALUE: usize = 400;

/// The families of all words, by their hashes.
struct Families {
    filter: HashFilter<128>,
    by_word: WordMap<u64, u64>,
}

static FAMILIES: LazyLock<Families> = LazyLock::new(|| {
    let mut families = Families { filter: HashFilter::default(), by_word: WordMap::default() };
    for &hint in Hint::ALL {
        for word in hint.words().split_ascii_whitespace() {
            let key = words::hash(word.as_bytes());
            families.filter.insert(key);
            *families.by_word.entry(key).or_insert(0) |= 1 << hint as u64;
        }
    }
    families
});

#[cfg(test)]
mod tests {
    use super::{Hint, Hints};

    #[test]
    fn words_of_any_style() {
        for value in ["main-menu", "MainMenu", "mainMenu", "site__menu", "HTMLMenu", "x menu2 y"] {
            assert!(Hints::of(value).has(Hint::Navigation), "{value}");
        }
        for value in ["", "menuet", "amenu", "m e n u"] {
            assert_eq!(Hints::of(value), Hints::default(), "{value}");
        }
    }
}
