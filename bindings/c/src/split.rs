//! Splitting an archive of many articles, an export of a database, a WET file, an mbox or digest: push a chunk,
//! take what nutgraf_splitter_next gives, and again, and once more behind nutgraf_splitter_finish. One thread may
//! use a splitter at a time, and any number of threads the articles that were taken.

use std::ffi::c_char;
use std::ptr::{NonNull, null_mut};

use nutgraf::Splitter;

use crate::options::{message, reader};
use crate::read::tell;
use crate::values::{Failure, bytes};
use crate::{guard, nutgraf_article, nutgraf_options, nutgraf_status, nutgraf_string};

/// What was pushed into it of an archive and is not taken yet.
pub struct nutgraf_splitter(
    /// None once a panic has left it half done.
    Option<Splitter>,
);

/// Makes a splitter. `options` may be NULL, and is not kept; its `max_bytes` is the limit of one record.
/// `*out` is the splitter, or NULL on failure: INVALID_ARGUMENT and INVALID_OPTION for options that cannot be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_splitter_new(
    options: *const nutgraf_options,
    out: *mut *mut nutgraf_splitter,
) -> nutgraf_status {
    // SAFETY: the contract of the header.
    let message = unsafe { message(options) };
    let make = || -> Result<_, Failure> {
        // SAFETY: the contract of the header.
        let splitter = Splitter::new(unsafe { reader(options)? })?;
        Ok(Box::into_raw(Box::new(nutgraf_splitter(Some(splitter)))))
    };
    // SAFETY: the contract of the header.
    unsafe { put(out, message, make) }
}

/// Gives it the next bytes of the archive, any number of them; `data` may be NULL when `len` is 0, and is copied.
/// What is pushed after `nutgraf_splitter_finish` is not taken. TOO_LARGE for a `len` that no memory has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_splitter_push(
    splitter: *mut nutgraf_splitter,
    data: *const c_char,
    len: usize,
) -> nutgraf_status {
    let push = |splitter: &mut Splitter| {
        // SAFETY: the contract of the header.
        splitter.push(unsafe { bytes(data, len, "data")? });
        Ok(())
    };
    // SAFETY: the contract of the header.
    unsafe { with(splitter, push) }
}

/// Says that the archive has ended, so that its last article can be taken.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_splitter_finish(splitter: *mut nutgraf_splitter) -> nutgraf_status {
    let finish = |splitter: &mut Splitter| {
        splitter.finish();
        Ok(())
    };
    // SAFETY: the contract of the header.
    unsafe { with(splitter, finish) }
}

/// Takes the next article, which belongs to the caller; its `source` counts bytes of the archive. `message` is as in
/// options. `*out` is NULL when there is none: before `nutgraf_splitter_finish` it takes more, after it that was all.
/// TOO_LARGE for a record over `max_bytes`, where the next call gives what is behind it, and for an archive over 4 GiB.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_splitter_next(
    splitter: *mut nutgraf_splitter,
    message: *mut nutgraf_string,
    out: *mut *mut nutgraf_article,
) -> nutgraf_status {
    let next = || -> Result<_, Failure> {
        let mut article = null_mut();
        let take = |splitter: &mut Splitter| {
            if let Some(next) = splitter.next() {
                article = Box::into_raw(Box::new(nutgraf_article(next?)));
            }
            Ok(())
        };
        // SAFETY: the contract of the header.
        unsafe { try_with(splitter, take)? };
        Ok(article)
    };
    // SAFETY: the contract of the header.
    unsafe { put(out, NonNull::new(message), next) }
}

/// Frees a splitter with what was pushed into it; the articles that were taken stay. NULL is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn nutgraf_splitter_free(splitter: *mut nutgraf_splitter) {
    guard((), || {
        if !splitter.is_null() {
            // SAFETY: by the contract the library made it from a box, and it was not freed since.
            drop(unsafe { Box::from_raw(splitter) });
        }
    });
}

/// Writes what `make` makes to `*out`, or NULL, with a message where one is wanted.
///
/// # Safety
///
/// `out` is NULL or writable, and so is the place of the message.
unsafe fn put<T>(
    out: *mut *mut T,
    message: Option<NonNull<nutgraf_string>>,
    make: impl FnOnce() -> Result<*mut T, Failure>,
) -> nutgraf_status {
    // SAFETY: the caller's contract.
    unsafe { tell(message, || nutgraf_string::NONE) };
    let place = NonNull::new(out);
    if let Some(place) = place {
        // SAFETY: not NULL, and writable by the contract.
        unsafe { place.write(null_mut()) };
    }
    guard(nutgraf_status::Panic, || {
        let made = place.ok_or_else(|| Failure::null("out")).and_then(|place| Ok((place, make()?)));
        match made {
            Ok((place, made)) => {
                // SAFETY: as above.
                unsafe { place.write(made) };
                nutgraf_status::Ok
            }
            Err(failure) => {
                // SAFETY: as above.
                unsafe { tell(message, || nutgraf_string::new(failure.message)) };
                failure.status
            }
        }
    })
}

/// # Safety
///
/// As for [`try_with`].
unsafe fn with(
    splitter: *mut nutgraf_splitter,
    work: impl FnOnce(&mut Splitter) -> Result<(), Failure>,
) -> nutgraf_status {
    // SAFETY: the caller's contract.
    guard(nutgraf_status::Panic, || match unsafe { try_with(splitter, work) } {
        Ok(()) => nutgraf_status::Ok,
        Err(failure) => failure.status,
    })
}

/// Lets `work` work on a splitter, which is of no more use when that panics.
///
/// # Safety
///
/// `splitter` is NULL, or one of ours that no other thread uses.
unsafe fn try_with(
    splitter: *mut nutgraf_splitter,
    work: impl FnOnce(&mut Splitter) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // SAFETY: the caller's contract.
    let splitter = unsafe { splitter.as_mut() }.ok_or_else(|| Failure::null("splitter"))?;
    let Some(mut inner) = splitter.0.take() else {
        return Err(Failure::new(nutgraf_status::Panic, "a bug was caught in this splitter before: make a new one"));
    };
    let result = work(&mut inner);
    splitter.0 = Some(inner);
    result
}
