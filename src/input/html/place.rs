//! Where each character of the document stands in the page.

use std::cell::Cell;

use super::push;
use crate::model::Span;

/// Where a run of the document begins, and the range of the page that it came from.
#[derive(Clone, Copy, Debug)]
struct Run {
    document: u32,
    page: Span,
    /// It is what the page has there; otherwise what that stands for.
    is_copy: bool,
}

/// The runs of a document in order. What lies between two runs (a line end) came from nowhere.
#[derive(Debug, Default)]
pub(crate) struct PageMap {
    runs: Vec<Run>,
    /// Indices of runs that come from before the one before them: what a table has put before itself, what was streamed.
    back: Vec<u32>,
    /// The run behind the one that a range began in which was asked for last: most are asked for in order.
    last: Cell<usize>,
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
        let index = self.runs.len() as u32;
        if self.runs.last().is_some_and(|last| page.start < last.page.end) {
            self.back.push(index);
        }
        push(&mut self.runs, Run { document, page, is_copy });
    }

    /// Drops the runs from an offset of the document on.
    pub(super) fn truncate(&mut self, document: usize) {
        let keep = self.runs.partition_point(|run| (run.document as usize) < document);
        self.runs.truncate(keep);
        self.back.truncate(self.back.partition_point(|&index| (index as usize) < keep));
    }

    /// The smallest range of the page that a range of the document came from.
    pub(crate) fn page(&self, span: Span) -> Span {
        // The runs behind the one that it begins in, and behind the one that it ends in; most are the same.
        let last = self.last.get();
        let from = if last > 0 && self.runs[last - 1].document <= span.start { last } else { 0 };
        let first = from + beginning_before(&self.runs[from..], span.start + 1);
        self.last.set(first);
        let start = self.place(first, span.start, false);
        if span.is_empty() {
            return Span { start, end: start };
        }
        let behind = first + beginning_before(&self.runs[first..], span.end);
        let mut page = Span { start, end: self.place(behind, span.end, true).max(start) };
        // Between two steps back the runs are in order.
        let steps = &self.back[self.back.partition_point(|&back| (back as usize) < first)..];
        for &back in steps.iter().take_while(|&&back| (back as usize) < behind) {
            page.start = page.start.min(self.runs[back as usize].page.start);
            page.end = page.end.max(self.runs[back as usize - 1].page.end);
        }
        page
    }

    /// Where an offset of the document stands in the page that the run before the one at `behind` holds.
    fn place(&self, behind: usize, offset: u32, is_end: bool) -> u32 {
        let Some(at) = behind.checked_sub(1) else {
            return self.runs.first().map_or(0, |run| run.page.start);
        };
        let run = self.runs[at];
        let within = (offset - run.document).min(run.page.len() as u32);
        match is_end {
            _ if run.is_copy => run.page.start + within,
            true => run.page.end,
            false => run.page.start,
        }
    }
}

/// The number of runs that begin before an offset of the document; mostly it is small.
fn beginning_before(runs: &[Run], offset: u32) -> usize {
    /// Runs that are gone through one by one.
    const FEW: usize = 8;
    let few = runs.iter().take(FEW).take_while(|run| run.document < offset).count();
    if few < FEW { few } else { few + runs[few..].partition_point(|run| run.document < offset) }
}
