//! Documents in a column of Arrow.

use arrow_array::cast::AsArray;
use arrow_array::types::ByteArrayType;
use arrow_array::{Array, ArrayRef, GenericByteArray};
use arrow_buffer::ArrowNativeType;
use arrow_schema::DataType;
use nutgraf::Input;

/// Checks that a column can hold documents: of strings or binary, of any layout, also as a dictionary, or null
/// alone.
///
/// # Errors
///
/// A sentence that names the type.
pub fn check(data_type: &DataType) -> Result<(), String> {
    use DataType::{Binary, BinaryView, Dictionary, LargeBinary, LargeUtf8, Null, Utf8, Utf8View};
    match data_type {
        Utf8 | LargeUtf8 | Utf8View | Binary | LargeBinary | BinaryView | Null => Ok(()),
        Dictionary(_, values) if !matches!(**values, Dictionary(..)) => check(values),
        other => Err(format!("a column of strings or binary is expected, not of {other}")),
    }
}

/// The values of a column that comes in chunks, null as none. What is called a string and is not UTF-8 comes as bytes; of
/// a type that [`check`] refuses all is none.
pub fn values(chunks: &[ArrayRef]) -> impl Iterator<Item = Option<Input<'_>>> + Send {
    chunks.iter().flat_map(|chunk| inputs(chunk))
}

fn inputs(array: &dyn Array) -> Box<dyn Iterator<Item = Option<Input<'_>>> + Send + '_> {
    if let Some(dictionary) = array.as_any_dictionary_opt() {
        let values: Vec<_> = inputs(dictionary.values()).collect();
        // Keys are looked at where there are values alone.
        let keys = if values.is_empty() { vec![0; array.len()] } else { dictionary.normalized_keys() };
        let keys = keys.into_iter().enumerate();
        return Box::new(
            keys.map(move |(row, key)| values.get(key).copied().flatten().filter(|_| array.is_valid(row))),
        );
    }
    let is_text = matches!(array.data_type(), DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View);
    let bytes: Box<dyn Iterator<Item = &[u8]> + Send> = match array.data_type() {
        DataType::Utf8 => bytes(array.as_string::<i32>()),
        DataType::LargeUtf8 => bytes(array.as_string::<i64>()),
        DataType::Binary => bytes(array.as_binary::<i32>()),
        DataType::LargeBinary => bytes(array.as_binary::<i64>()),
        DataType::Utf8View => Box::new(array.as_string_view().bytes_iter()),
        DataType::BinaryView => Box::new(array.as_binary_view().bytes_iter()),
        _ => return Box::new(std::iter::repeat_n(None, array.len())),
    };
    Box::new(bytes.enumerate().map(move |(row, bytes)| {
        let text = || std::str::from_utf8(bytes).ok().filter(|_| is_text);
        array.is_valid(row).then(|| text().map_or(Input::Bytes(bytes), Input::Text))
    }))
}

/// The bytes of each value, strings too: whoever made the column may have been wrong about them.
fn bytes<T: ByteArrayType>(array: &GenericByteArray<T>) -> Box<dyn Iterator<Item = &[u8]> + Send + '_> {
    let place = |offset: T::Offset| offset.to_usize().unwrap_or(usize::MAX);
    let ends = array.value_offsets().windows(2);
    Box::new(ends.map(move |ends| array.value_data().get(place(ends[0])..place(ends[1])).unwrap_or_default()))
}

/// A value as text, such as an address; none for bytes that are no UTF-8.
pub fn text(value: Input<'_>) -> Option<&str> {
    match value {
        Input::Text(text) => Some(text),
        Input::Bytes(bytes) => std::str::from_utf8(bytes).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::types::Int8Type;
    use arrow_array::{
        Array, ArrayRef, BinaryArray, BinaryViewArray, DictionaryArray, Int64Array, LargeBinaryArray, LargeStringArray,
        NullArray, StringArray, StringViewArray,
    };
    use nutgraf::Input;

    use super::{check, text, values};

    #[test]
    fn a_column_of_any_layout_gives_its_documents() {
        let strings = [Some("a"), None, Some("a string of more than twelve bytes"), Some("")];
        let binary: Vec<Option<&[u8]>> = strings.iter().map(|value| value.map(str::as_bytes)).collect();
        let dictionary: DictionaryArray<Int8Type> = strings.into_iter().collect();
        let columns: [ArrayRef; 7] = [
            Arc::new(StringArray::from(strings.to_vec())),
            Arc::new(LargeStringArray::from(strings.to_vec())),
            Arc::new(StringViewArray::from(strings.to_vec())),
            Arc::new(BinaryArray::from(binary.clone())),
            Arc::new(LargeBinaryArray::from(binary.clone())),
            Arc::new(BinaryViewArray::from(binary)),
            Arc::new(dictionary),
        ];
        for column in columns {
            assert_eq!(check(column.data_type()), Ok(()));
            let is_binary = column.data_type().to_string().contains("Binary");
            let read: Vec<_> = values(std::slice::from_ref(&column)).collect();
            assert!(read.iter().flatten().all(|value| matches!(value, Input::Bytes(_)) == is_binary));
            assert_eq!(read.into_iter().map(|value| value.and_then(text)).collect::<Vec<_>>(), strings);
            let tail: Vec<_> = [column.slice(2, 2), column.slice(0, 1)].into();
            let read: Vec<_> = values(&tail).map(|value| value.and_then(text)).collect();
            assert_eq!(read, [strings[2], strings[3], strings[0]]);
        }
    }

    #[test]
    fn a_column_of_no_documents_has_none() {
        let nulls: ArrayRef = Arc::new(NullArray::new(2));
        assert_eq!(check(nulls.data_type()), Ok(()));
        assert!(values(&[nulls]).all(|value| value.is_none()));
        let numbers: ArrayRef = Arc::new(Int64Array::from(vec![1, 2]));
        assert_eq!(check(numbers.data_type()), Err("a column of strings or binary is expected, not of Int64".into()));
        let empty: DictionaryArray<Int8Type> = [None::<&str>, None].into_iter().collect();
        assert_eq!(values(&[Arc::new(empty)]).filter(Option::is_none).count(), 2);
    }
}
