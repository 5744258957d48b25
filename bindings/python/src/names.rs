//! The core's enums as `str` enums of Python, made from the core's own lists when the module is loaded; and the named
//! tuples.

use nutgraf::{AccessStatus, Evidence, Field, Kind, MarkKind, Origin, Role, WarningKind};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyType};

/// An enum of the core.
pub(crate) trait Named: Copy + Ord + 'static {
    /// Name of the class and its documentation.
    const CLASS: (&str, &str);
    fn list() -> &'static [Self];
    fn text(self) -> &'static str;
    fn sentence(self) -> &'static str;
    /// The members of the Python class, in the order of the list.
    fn members() -> &'static PyOnceLock<Vec<Py<PyAny>>>;
}

macro_rules! named {
    ($($type:ident: $doc:literal;)*) => {
        $(
            impl Named for $type {
                const CLASS: (&str, &str) = (stringify!($type), $doc);

                fn list() -> &'static [Self] {
                    Self::all()
                }

                fn text(self) -> &'static str {
                    self.name()
                }

                fn sentence(self) -> &'static str {
                    self.description()
                }

                fn members() -> &'static PyOnceLock<Vec<Py<PyAny>>> {
                    static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
                    &MEMBERS
                }
            }
        )*

        pub(crate) fn add_to(module: &Bound<'_, PyModule>) -> PyResult<()> {
            $(add_enum::<$type>(module)?;)*
            add_tuples(module)
        }
    };
}

named! {
    Role: "What a segment is to the article.";
    Kind: "What a segment is. Names are those of schema.org, IPTC, HTML or the newsroom.";
    MarkKind: "What a mark does to the characters that it covers.";
    Field: "What a fact is about. Names are those of schema.org or IPTC.";
    Origin: "Where a fact was found.";
    WarningKind: "What a warning warns of.";
    Evidence: "What was seen of a segment.";
    AccessStatus: "How much of an article a text is.";
}

fn add_enum<T: Named>(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    let (name, doc) = T::CLASS;
    let str_type = py.get_type::<PyString>();
    let options = PyDict::new(py);
    options.set_item("module", "nutgraf")?;
    options.set_item("qualname", name)?;
    options.set_item("type", &str_type)?;
    let members: Vec<(String, &str)> =
        T::list().iter().map(|value| (value.text().to_ascii_uppercase(), value.text())).collect();
    let class = py.import("enum")?.getattr("Enum")?.call((name, members), Some(&options))?;
    class.setattr("__doc__", doc)?;
    // str() and f"{}" of a member are its value, in every version of Python.
    class.setattr("__str__", str_type.getattr("__str__")?)?;
    class.setattr("__format__", str_type.getattr("__format__")?)?;
    let members = T::list().iter().map(|value| {
        let member = class.call1((value.text(),))?;
        member.setattr("__doc__", value.sentence())?;
        Ok(member.unbind())
    });
    T::members().get_or_try_init(py, || members.collect::<PyResult<Vec<_>>>())?;
    module.add(name, class)
}

/// The member of the Python class for a value of the core.
pub(crate) fn member<'py, T: Named>(py: Python<'py>, value: T) -> Option<Bound<'py, PyAny>> {
    // The list is sorted by discriminant.
    let index = T::list().binary_search(&value).ok()?;
    Some(T::members().get(py)?.get(index)?.bind(py).clone())
}

static REASON: PyOnceLock<Py<PyType>> = PyOnceLock::new();
static ACCESS: PyOnceLock<Py<PyType>> = PyOnceLock::new();

fn add_tuples(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    let make = py.import("collections")?.getattr("namedtuple")?;
    let options = PyDict::new(py);
    options.set_item("module", "nutgraf")?;
    for (cell, name, doc, fields) in [
        (
            &REASON,
            "Reason",
            "One reason for what a segment is taken for.",
            &[
                ("evidence", "What was seen, a nutgraf.Evidence."),
                ("weight", "How much it weighed: positive for the role that was chosen, negative against it."),
                ("description", "What was seen, as a sentence for people."),
            ],
        ),
        (
            &ACCESS,
            "Access",
            "Whether a text is declared free, and how much of the article it is: two axes that are kept apart.",
            &[
                (
                    "is_accessible_for_free",
                    "What the publisher declares, or None where nothing is declared. Declarations are often wrong.",
                ),
                ("status", "How much of the article this text is, a nutgraf.AccessStatus."),
                ("evidence", "The facts that say so, a sequence of nutgraf.Fact."),
            ],
        ),
    ] {
        let names: Vec<&str> = fields.iter().map(|&(name, _)| name).collect();
        let class = make.call((name, names), Some(&options))?.cast_into::<PyType>()?;
        class.setattr("__doc__", doc)?;
        for (field, doc) in fields {
            class.getattr(*field)?.setattr("__doc__", *doc)?;
        }
        module.add(name, &class)?;
        cell.get_or_init(py, || class.unbind());
    }
    Ok(())
}

/// A number of the record as Python's float of the same few digits, as in the JSON: 0.8, not 0.800000011920929.
pub(crate) fn number(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| f64::from(number))
}

/// A `nutgraf.Reason`.
pub(crate) fn reason<'py>(py: Python<'py>, reason: &nutgraf::model::Reason) -> PyResult<Bound<'py, PyAny>> {
    let evidence = reason.evidence;
    tuple(py, &REASON, (member(py, evidence), number(reason.weight), evidence.description()))
}

/// A `nutgraf.Access`.
pub(crate) fn access<'py>(
    py: Python<'py>,
    free: Option<bool>,
    status: AccessStatus,
    evidence: impl IntoPyObject<'py>,
) -> PyResult<Bound<'py, PyAny>> {
    tuple(py, &ACCESS, (free, member(py, status), evidence))
}

fn tuple<'py>(
    py: Python<'py>,
    class: &'static PyOnceLock<Py<PyType>>,
    fields: impl pyo3::call::PyCallArgs<'py>,
) -> PyResult<Bound<'py, PyAny>> {
    let class = class.get(py).ok_or_else(|| pyo3::exceptions::PyImportError::new_err("nutgraf is not loaded"))?;
    class.bind(py).call1(fields)
}
