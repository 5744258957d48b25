//! JSON whose members stand in the order in which they are set.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

/// A value that says something: members that would hold nothing are not set.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Json<'a> {
    Text(Cow<'a, str>),
    Number(u64),
    Bool(bool),
    Array(Vec<Self>),
    Object(Object<'a>),
}

#[derive(Debug, Default)]
pub(super) struct Object<'a>(Vec<(&'static str, Json<'a>)>);

impl<'a> Object<'a> {
    /// Sets a member, unless it is empty.
    pub(super) fn set(&mut self, name: &'static str, value: impl Into<Json<'a>>) {
        let value = value.into();
        let empty = match &value {
            Json::Text(text) => text.is_empty(),
            Json::Array(values) => values.is_empty(),
            Json::Object(object) => object.is_empty(),
            Json::Number(_) | Json::Bool(_) => false,
        };
        if !empty {
            self.0.push((name, value));
        }
    }

    /// The same with a member set.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Json<'a>>) -> Self {
        self.set(name, value);
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// One line of JSON.
impl std::fmt::Display for Object<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Strings, numbers and booleans only: there is nothing in it that could fail to be written.
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Json<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Json<'_> {
    fn from(answer: bool) -> Self {
        Self::Bool(answer)
    }
}

impl<'a> From<Object<'a>> for Json<'a> {
    fn from(object: Object<'a>) -> Self {
        Self::Object(object)
    }
}

impl<'a, T: Into<Json<'a>>> From<Vec<T>> for Json<'a> {
    fn from(values: Vec<T>) -> Self {
        Self::Array(values.into_iter().map(Into::into).collect())
    }
}

impl<'a, T: Into<Json<'a>>> From<Option<T>> for Json<'a> {
    /// Nothing is an empty text, which is not set.
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Text(Cow::Borrowed("")), Into::into)
    }
}
