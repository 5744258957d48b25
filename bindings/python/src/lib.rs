//! Python binding of nutgraf: it parses arguments, calls the core and wraps what comes back.

mod arrow;
mod article;
mod batch;
mod dates;
mod names;
mod options;
mod split;
mod view;

use pyo3::prelude::*;

/// The extension module behind the package `nutgraf`.
#[pymodule]
fn _nutgraf(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("__version__", nutgraf::VERSION)?;
    module.add("Error", py.get_type::<options::Error>())?;
    options::document_error(py)?;
    names::add_to(module)?;
    module.add_class::<article::Article>()?;
    view::add_to(module)?;
    module.add_function(wrap_pyfunction!(options::from_text, module)?)?;
    module.add_function(wrap_pyfunction!(options::from_html, module)?)?;
    module.add_function(wrap_pyfunction!(options::from_json, module)?)?;
    module.add_function(wrap_pyfunction!(options::split_sentences, module)?)?;
    module.add_class::<split::Split>()?;
    module.add_function(wrap_pyfunction!(split::split, module)?)?;
    batch::add_to(module)?;
    module.add_function(wrap_pyfunction!(view::_item, module)?)?;
    module.add_function(wrap_pyfunction!(view::_view, module)?)?;
    // What is public is said by the package.
    module.delattr("__all__")
}
