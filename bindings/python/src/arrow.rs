//! Arrow in and out of Python without a copy, by the capsules of its C data interface.
//!
//! <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi, to_ffi};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchIterator, StructArray, make_array};
use arrow_schema::{ArrowError, DataType, Fields};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
const STREAM: &CStr = c"arrow_array_stream";

fn raise(error: ArrowError) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// The chunks of a column, as any object with `__arrow_c_stream__` or `__arrow_c_array__` gives them; none for other
/// objects.
pub(crate) fn column(object: &Bound<'_, PyAny>) -> PyResult<Option<(DataType, Vec<ArrayRef>)>> {
    if object.hasattr("__arrow_c_stream__")? {
        let capsule = object.call_method0("__arrow_c_stream__")?.cast_into::<PyCapsule>()?;
        let pointer = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
        // SAFETY: a capsule of this name holds such a struct, which is moved out of it once.
        let stream = unsafe { ArrayStreamReader::from_raw(pointer.as_ptr()) }.map_err(raise)?;
        let data_type = arrow_array::ArrayReader::field(&stream).data_type().clone();
        return Ok(Some((data_type, stream.collect::<Result<_, _>>().map_err(raise)?)));
    }
    if !object.hasattr("__arrow_c_array__")? {
        return Ok(None);
    }
    let (schema, array) =
        object.call_method0("__arrow_c_array__")?.extract::<(Bound<'_, PyCapsule>, Bound<'_, PyCapsule>)>()?;
    let schema = schema.pointer_checked(Some(SCHEMA))?.cast::<FFI_ArrowSchema>();
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: capsules of these names hold such structs that belong together. The array is moved out of its capsule once,
    // and the schema is read while the capsule is there.
    let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) }.map_err(raise)?;
    Ok(Some((data.data_type().clone(), vec![make_array(data)])))
}

/// What `__arrow_c_schema__` returns.
pub(crate) fn schema<'py>(py: Python<'py>, fields: &Fields) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(DataType::Struct(fields.clone())).map_err(raise)?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

/// What `__arrow_c_array__` returns.
pub(crate) fn array<'py>(py: Python<'py>, array: &StructArray) -> PyResult<Bound<'py, PyTuple>> {
    let (array, schema) = to_ffi(&array.to_data()).map_err(raise)?;
    let capsules = [PyCapsule::new_with_value(py, schema, SCHEMA)?, PyCapsule::new_with_value(py, array, ARRAY)?];
    PyTuple::new(py, capsules)
}

/// What `__arrow_c_stream__` returns: one batch.
pub(crate) fn stream<'py>(py: Python<'py>, array: &StructArray) -> PyResult<Bound<'py, PyCapsule>> {
    let batch = RecordBatch::from(array.clone());
    let schema = batch.schema();
    let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(batch)], Arc::clone(&schema))));
    PyCapsule::new_with_value(py, stream, STREAM)
}
