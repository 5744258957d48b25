//! A bar on the terminal of those who wait.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Time after which a bar is shown.
const DELAY: Duration = Duration::from_secs(1);

/// How much was read of how much, in bytes of files.
pub(crate) struct Progress {
    taken: Arc<AtomicU64>,
    total: Option<u64>,
    start: Instant,
    documents: u64,
    /// Whether there is somebody to show it to.
    is_wanted: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// None is shown unless standard error is a terminal, which the output does not fill.
    pub(crate) fn new(taken: Arc<AtomicU64>, total: Option<u64>, to_file: bool) -> Self {
        let is_wanted = io::stderr().is_terminal() && (to_file || !io::stdout().is_terminal());
        Self { taken, total, start: Instant::now(), documents: 0, is_wanted, bar: None }
    }

    pub(crate) fn tick(&mut self, documents: u64) {
        self.documents += documents;
        if !self.is_wanted || self.start.elapsed() < DELAY {
            return;
        }
        let total = self.total;
        let bar = self.bar.get_or_insert_with(|| {
            let (bar, form) = match total {
                Some(total) => (ProgressBar::new(total), "{bar:30} {percent}% {bytes_per_sec}, {msg}, {eta} left"),
                None => (ProgressBar::new_spinner(), "{bytes} {bytes_per_sec}, {msg}"),
            };
            bar.with_style(ProgressStyle::with_template(form).unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        bar.set_message(format!("{} documents", self.documents));
        bar.set_position(self.taken.load(Ordering::Relaxed));
    }

    /// Writes a message where the bar does not cover it.
    pub(crate) fn say(&self, message: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| eprintln!("{message}")),
            None => eprintln!("{message}"),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
