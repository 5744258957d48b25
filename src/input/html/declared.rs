//! What a page declares itself to be: the types of its JSON-LD (schema.org) and of Open Graph.

macro_rules! types {
    ($($variant:ident = $names:literal,)*) => {
        /// A type that a page can be of, or can hold something of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u32)]
        pub(crate) enum DeclaredType {
            $($variant,)*
        }

        impl DeclaredType {
            pub(crate) const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The names that stand for it.
            fn names(self) -> &'static str {
                match self {
                    $(Self::$variant => $names,)*
                }
            }
        }
    };
}

types! {
    Article = "Article AnalysisNewsArticle AskPublicNewsArticle OpinionNewsArticle ReportageNewsArticle SocialMediaPosting Report",
    NewsArticle = "NewsArticle",
    BlogPosting = "BlogPosting LiveBlogPosting",
    Product = "Product ProductGroup IndividualProduct",
    Offer = "Offer AggregateOffer",
    Rating = "AggregateRating Review",
    List = "ItemList",
    Collection = "CollectionPage SearchResultsPage",
    Questions = "FAQPage",
    Question = "QAPage",
    Discussion = "DiscussionForumPosting",
    Technical = "TechArticle APIReference HowTo",
    Service = "Service ProfessionalService",
    Business = "LocalBusiness",
    Organization = "Organization",
    Person = "Person",
    Page = "WebPage",
    Path = "BreadcrumbList",
    Event = "Event",
    Recipe = "Recipe",
    // Types of Open Graph, in small letters.
    GraphArticle = "article blog news",
    GraphPage = "website",
    GraphProduct = "product product.item product.group",
}

/// A set of types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Declared(u32);

impl Declared {
    pub(crate) fn has(self, declared: DeclaredType) -> bool {
        self.0 & 1 << declared as u32 != 0
    }

    /// Adds the type of a name.
    pub(super) fn add(&mut self, name: &str) {
        let name = name.trim();
        let name = name.rsplit('/').next().unwrap_or(name);
        let named = |declared: &&DeclaredType| declared.names().split_ascii_whitespace().any(|one| one == name);
        if let Some(&declared) = DeclaredType::ALL.iter().find(named) {
            self.0 |= 1 << declared as u32;
        }
    }

    /// Adds every type that a text of JSON-LD names, well formed or not.
    pub(super) fn add_all(&mut self, json: &str) {
        for at in memchr::memmem::find_iter(json.as_bytes(), "\"@type\"") {
            let behind = json[at + "\"@type\"".len()..].trim_start().trim_start_matches(':').trim_start();
            let value = match behind.strip_prefix('[') {
                Some(list) => &list[..memchr::memchr(b']', list.as_bytes()).unwrap_or(0)],
                None => behind,
            };
            let most = if behind.starts_with('[') { 8 } else { 1 };
            let window = (0..=LONGEST.min(value.len())).rev().find(|&end| value.is_char_boundary(end)).unwrap_or(0);
            // Every other piece between quotation marks is a string.
            value[..window].split('"').skip(1).step_by(2).take(most).for_each(|name| self.add(name));
        }
    }
}

/// Bytes of a value of `@type` that are looked at.
const LONGEST: usize = 200;

#[cfg(test)]
mod tests {
    use super::{Declared, DeclaredType};

    #[test]
    fn types_of_json_ld() {
        let of = |json| {
            let mut declared = Declared::default();
            declared.add_all(json);
            declared
        };
        assert!(of(r#"{"@type": "NewsArticle"}"#).has(DeclaredType::NewsArticle));
        assert!(of(r#"{"@type":["WebPage" , "QAPage"], broken"#).has(DeclaredType::Question));
        assert!(of(r#"{"@type":"http://schema.org/Product"}"#).has(DeclaredType::Product));
        assert_eq!(of(r#"{"@type": "Thing", "name": "Product"}"#), Declared::default());
        assert_eq!(of(r#"{"@type": ["#), Declared::default());
    }
}
