//! What can go wrong: nearly nothing, as any bytes give an article.

/// Why there is no article: [`kind`](Error::kind) says which of the few reasons it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Inner);

/// The reasons for an [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input, or the document made of it, is over the limit in bytes.
    TooLarge,
    /// An option has a value that it cannot have.
    InvalidOption,
    /// What was to be read as the JSON of an article is not.
    InvalidJson,
}

impl ErrorKind {
    /// The name: `too_large`, `invalid_option` or `invalid_json`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Inner {
    #[error(
        "the input has {size} bytes and the limit is {limit}: raise `max_bytes` (4 GiB at most) or split the input"
    )]
    TooLarge { size: u64, limit: u64 },
    #[error("option `{name}` cannot be {value:?}: {expected}")]
    InvalidOption { name: &'static str, value: String, expected: &'static str },
    #[error("not the JSON of an article: {message}")]
    InvalidJson { message: String, offset: Option<u64> },
}

impl Error {
    /// Which of the reasons it was.
    pub fn kind(&self) -> ErrorKind {
        match self.0 {
            Inner::TooLarge { .. } => ErrorKind::TooLarge,
            Inner::InvalidOption { .. } => ErrorKind::InvalidOption,
            Inner::InvalidJson { .. } => ErrorKind::InvalidJson,
        }
    }

    /// Where in the input, in bytes, if it was at some place.
    pub fn offset(&self) -> Option<u64> {
        match self.0 {
            Inner::TooLarge { limit, .. } => Some(limit),
            Inner::InvalidOption { .. } => None,
            Inner::InvalidJson { offset, .. } => offset,
        }
    }
}
