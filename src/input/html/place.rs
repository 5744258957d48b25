//! Where each character of the document stands in the page.

use crate::model::Span;

/// A run of the document and the range of the page that it came from; a copy of it, or what that range stands for.
#[derive(Clone, Copy, Debug)]
struct Run {
    document: u32,
    page: Span,
    is_copy: bool,
}

/// The runs of a document in order. What lies between two runs (a line end) came from nowhere.
#[derive(Debug, Default)]
pub(crate) struct PageMap {
    runs: Vec<Run>,
    /// Indices of runs that come from before the one before them: what a table has put before itself, what was streamed.
    back: Vec<u32>,
}

impl PageMap {
    /// Adds what comes from `page` at the end of the document.
    pub(super) fn push(&mut self, document: usize, page: Span, is_copy: bool) {
        let document = document as u32;
        if let Some(last) = self.runs.last_mut()
            && last.is_copy
            && is_copy
            && last.page.end == page.start
            && last.document + last.page.len() as u32 == document
        {
            last.page.end = page.end;
            return;
        }
        if self.runs.last().is_some_and(|last| page.start < last.page.end) {
            self.back.push(self.runs.len() as u32);
        }
        self.runs.push(Run { document, page, is_copy });
    }

    /// Drops the runs from an offset of the document on.
    pub(super) fn truncate(&mut self, document: usize) {
        let keep = self.runs.partition_point(|run| (run.document as usize) < document);
        self.runs.truncate(keep);
        self.back.truncate(self.back.partition_point(|&back| (back as usize) < keep));
    }

    /// The smallest range of the page that a range of the document came from.
    pub(crate) fn page(&self, span: Span) -> Span {
        let start = self.place(span.start, false);
        if span.is_empty() {
            return Span { start, end: start };
        }
        let mut page = Span { start, end: self.place(span.end, true).max(start) };
        // Between two steps back the runs are in order.
        let first = self.runs.partition_point(|run| run.document <= span.start) as u32;
        let behind = self.runs.partition_point(|run| run.document < span.end) as u32;
        let steps = &self.back[self.back.partition_point(|&back| back < first)..];
        for &back in steps.iter().take_while(|&&back| back < behind) {
            page.start = page.start.min(self.runs[back as usize].page.start);
            page.end = page.end.max(self.runs[back as usize - 1].page.end);
        }
        page
    }

    fn place(&self, offset: u32, is_end: bool) -> u32 {
        let behind =
            self.runs.partition_point(|run| if is_end { run.document < offset } else { run.document <= offset });
        let Some(run) = behind.checked_sub(1).map(|at| self.runs[at]) else {
            return self.runs.first().map_or(0, |run| run.page.start);
        };
        let within = offset - run.document;
        match (run.is_copy, is_end) {
            (true, _) => run.page.start + within.min(run.page.len() as u32),
            (false, true) => run.page.end,
            (false, false) => run.page.start,
        }
    }
}
