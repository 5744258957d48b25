//! Packs the vocabularies, which would be a quarter of the library as text: what is asked of all languages at once stays as
//! it is, the rest is deflated, and inflated when a language is first met.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Sections that `vocabulary::every` is asked for.
const SHARED: &[&str] = &["byline", "letters", "months", "stop_words", "weekdays"];

/// Higher levels of deflate take longer and save no more.
const LEVEL: u8 = 9;

fn main() -> io::Result<()> {
    let folder = Path::new("src/vocabulary");
    println!("cargo::rerun-if-changed={}", folder.display());
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(tag) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".txt")) else { continue };
        let (mut shared, mut own) = (String::from("\n"), String::new());
        let mut part = &mut own;
        for line in fs::read_to_string(&path)?.lines() {
            // As `src/vocabulary.rs` has it: without a comment behind it.
            let heading = line.split('#').next().unwrap_or_default().trim();
            if let Some(section) = heading.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                part = if SHARED.contains(&section) { &mut shared } else { &mut own };
            }
            part.push_str(line);
            part.push('\n');
        }
        fs::write(out.join(format!("{tag}.shared")), shared)?;
        fs::write(out.join(format!("{tag}.own")), miniz_oxide::deflate::compress_to_vec(own.as_bytes(), LEVEL))?;
    }
    Ok(())
}
