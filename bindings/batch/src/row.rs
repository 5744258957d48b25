//! The rows: one an article, or the reason why there is none.

use std::sync::Arc;

use arrow_array::StructArray;
use arrow_array::builder::{
    ArrayBuilder, BooleanBuilder, Float64Builder, Int64Builder, ListBuilder, StringBuilder, StructBuilder,
};
use arrow_schema::{DataType, Field as Column, Fields};
use nutgraf::{Article, Field, OffsetUnit};
use serde::Serialize;

/// A value of a row, null where it is none.
trait Cell: Sized {
    type Builder: ArrayBuilder;

    fn data_type() -> DataType;
    fn builder() -> Self::Builder;
    fn append(value: Option<Self>, builder: &mut Self::Builder);
    /// Bytes that it takes, about; all those of strings.
    fn bytes(&self) -> usize;
}

macro_rules! cells {
    ($($type:ty: $data_type:ident, $builder:ty, $bytes:expr;)*) => {
        $(
            impl Cell for $type {
                type Builder = $builder;

                fn data_type() -> DataType {
                    DataType::$data_type
                }

                fn builder() -> Self::Builder {
                    Self::Builder::default()
                }

                fn append(value: Option<Self>, builder: &mut Self::Builder) {
                    builder.append_option(value);
                }

                fn bytes(&self) -> usize {
                    $bytes(self)
                }
            }
        )*
    };
}

// All engines have these types; some have no unsigned ones.
cells! {
    String: Utf8, StringBuilder, String::len;
    bool: Boolean, BooleanBuilder, size_of_val;
    i64: Int64, Int64Builder, size_of_val;
    f64: Float64, Float64Builder, size_of_val;
}

impl<T: Cell> Cell for Vec<T> {
    type Builder = ListBuilder<T::Builder>;

    fn data_type() -> DataType {
        DataType::List(Arc::new(Column::new_list_field(T::data_type(), true)))
    }

    fn builder() -> Self::Builder {
        ListBuilder::new(T::builder())
    }

    fn append(value: Option<Self>, builder: &mut Self::Builder) {
        let is_some = value.is_some();
        for item in value.into_iter().flatten() {
            T::append(Some(item), builder.values());
        }
        builder.append(is_some);
    }

    fn bytes(&self) -> usize {
        self.iter().map(|item| item.bytes() + size_of::<i32>()).sum()
    }
}

/// A struct of cells, with its columns of Arrow: their names, types and order are said here alone.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident { $($(#[$column_doc:meta])* $column:ident: $type:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Serialize)]
        pub struct $name {
            $($(#[$column_doc])* pub $column: Option<$type>,)*
        }

        impl $name {
            fn columns() -> Vec<Column> {
                vec![$(Column::new(stringify!($column), <$type>::data_type(), true),)*]
            }

            fn builders() -> Vec<Box<dyn ArrayBuilder>> {
                vec![$(Box::new(<$type>::builder()),)*]
            }

            /// Appends to the builders from this one on.
            fn append_to(self, builder: &mut StructBuilder, first: usize) {
                let mut at = first..;
                $(
                    let index = at.next().unwrap_or_default();
                    if let Some(builder) = builder.field_builder::<<$type as Cell>::Builder>(index) {
                        <$type as Cell>::append(self.$column, builder);
                    }
                )*
            }
        }

        impl Cell for $name {
            type Builder = StructBuilder;

            fn data_type() -> DataType {
                DataType::Struct(Self::columns().into())
            }

            fn builder() -> Self::Builder {
                StructBuilder::new(Self::columns(), Self::builders())
            }

            fn append(value: Option<Self>, builder: &mut Self::Builder) {
                builder.append(value.is_some());
                value.unwrap_or_default().append_to(builder, 0);
            }

            fn bytes(&self) -> usize {
                0 $(+ self.$column.as_ref().map_or(0, Cell::bytes))*
            }
        }
    };
}

record! {
    /// An article, or why there is none.
    Row {
        /// The address: what the page says is its canonical one, else the one that was given.
        url: String,
        /// The headline as printed.
        title: String,
        /// The authors' names as written; an empty list where none was found.
        authors: Vec<String>,
        /// When it was first published, in ISO 8601 at the precision that is known: `2020`, `2020-03-23`,
        /// `2020-03-23T10:00:00+02:00`.
        date_published: String,
        /// When it was last changed; as `date_published`.
        date_modified: String,
        /// The publication.
        publisher: String,
        /// Language of the body as a BCP 47 tag.
        language: String,
        /// What the page is, such as `article` or `forum`.
        page_type: String,
        /// What the publisher declares; null where nothing is declared.
        is_accessible_for_free: bool,
        /// How much of the article the text is: `complete`, `partial`, `notice_only` or `unknown`.
        access_status: String,
        /// Estimated probability that the body is right, 0 to 1.
        confidence: f64,
        /// Number of words of the body by the rules of Unicode (UAX 29).
        word_count: i64,
        /// The body, a blank line between two blocks.
        text: String,
        /// Why there is no article; null where there is one. All else is null where this is not.
        error: String,
    }
}

record! {
    /// What a row has beside, when it is asked for.
    Detail {
        /// The text that segments are ranges of.
        document: String,
        /// Every segment of the document, in pre-order.
        segments: Vec<SegmentRow>,
    }
}

record! {
    /// A segment of a document.
    SegmentRow {
        /// What it is to the article.
        role: String,
        /// What it is.
        kind: String,
        /// Level of a heading, 2 to 6; 0 on all else.
        level: i64,
        /// Where it begins in the document, in code points.
        start: i64,
        /// Where it ends in the document, in code points.
        end: i64,
        /// Estimated probability that role and kind are right, 0 to 1.
        confidence: f64,
        /// The strongest evidence for them, as a sentence for people.
        reason: String,
        /// Clean text; empty for a container, whose text is in its leaves.
        text: String,
    }
}

/// The same few digits, as in JSON: 0.8, not 0.800000011920929.
fn number(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| f64::from(number))
}

impl Row {
    /// The row of an article.
    pub fn new(article: &Article) -> Self {
        let own = |text: &str| text.to_owned();
        let value = |field| article.value(field).map(own);
        let access = article.access();
        Self {
            url: value(Field::CanonicalUrl).or_else(|| value(Field::Url)),
            title: article.title().map(own),
            authors: Some(article.authors().into_iter().map(own).collect()),
            date_published: value(Field::DatePublished),
            date_modified: value(Field::DateModified),
            publisher: article.publisher().map(own),
            language: article.language().map(own),
            page_type: article.page_type().map(own),
            is_accessible_for_free: access.is_accessible_for_free(),
            access_status: Some(own(access.status().name())),
            confidence: Some(number(article.confidence())),
            word_count: Some(article.word_count() as i64),
            text: Some(own(article.text())),
            error: None,
        }
    }

    /// The row of a document that gave no article.
    pub fn failed(reason: impl ToString) -> Self {
        Self { error: Some(reason.to_string()), ..Self::default() }
    }
}

impl Detail {
    /// The document and segments of an article.
    pub fn new(article: &Article) -> Self {
        let offsets = article.offsets();
        let place = |byte: u32| Some(offsets.convert(byte as usize, OffsetUnit::Byte, OffsetUnit::CodePoint) as i64);
        let segments = article.segments().map(|segment| SegmentRow {
            role: Some(segment.role().name().into()),
            kind: Some(segment.kind().name().into()),
            level: Some(segment.level().into()),
            start: place(segment.span().start),
            end: place(segment.span().end),
            confidence: Some(number(segment.confidence())),
            reason: Some(segment.reason().into()),
            text: Some(segment.text().into()),
        });
        Self { document: Some(article.document().into()), segments: Some(segments.collect()) }
    }
}

/// The columns of the rows, all nullable: those of [`Row`], and of [`Detail`] where that is asked for.
pub fn fields(detail: bool) -> Fields {
    let mut columns = Row::columns();
    if detail {
        columns.extend(Detail::columns());
    }
    columns.into()
}

/// Bytes that rows can hold together: offsets of strings in Arrow are 31 bits wide.
const MOST: usize = i32::MAX as usize;

/// Collects rows in columns.
#[derive(Debug)]
pub struct Rows {
    detail: bool,
    builder: StructBuilder,
    bytes: usize,
}

impl Rows {
    /// No rows yet.
    pub fn new(detail: bool) -> Self {
        let mut builders = Row::builders();
        if detail {
            builders.extend(Detail::builders());
        }
        Self { detail, builder: StructBuilder::new(fields(detail), builders), bytes: 0 }
    }

    /// Adds a row. Where the rows would take 2 GiB together, it is one of an error instead.
    pub fn push(&mut self, row: Row, detail: Option<Detail>) {
        let bytes = row.bytes() + detail.as_ref().map_or(0, Cell::bytes);
        let full = bytes > MOST - self.bytes;
        let (row, detail) = match full {
            true => (Row::failed("the rows of one batch are over their limit of 2 GiB: make batches smaller"), None),
            false => (row, detail),
        };
        self.bytes += if full { 0 } else { bytes };
        row.append_to(&mut self.builder, 0);
        if self.detail {
            detail.unwrap_or_default().append_to(&mut self.builder, Row::columns().len());
        }
        self.builder.append(true);
    }

    /// Bytes of the rows so far, about.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Number of rows so far.
    pub fn len(&self) -> usize {
        self.builder.len()
    }

    /// Whether there are no rows yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows.
    pub fn finish(mut self) -> StructArray {
        self.builder.finish()
    }
}
