//! Work on several threads, in memory for a few pieces of it, whose results come in order.

use std::collections::VecDeque;
use std::num::NonZero;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Items a thread that are between the source and the taker, at most: one long document holds no other thread up, unless
/// it takes as long as these.
const AHEAD: usize = 16;

/// Bytes of items a thread that are between the source and the taker: once there are so many, no further one is asked for.
const BYTES: usize = 64 << 20;

/// Threads, at most: beyond what any machine has processors.
const MOST: usize = 1024;

/// How often the taker is called while no result comes.
const PULSE: Duration = Duration::from_millis(50);

/// What the taker is called with.
#[derive(Debug)]
pub enum Step<R> {
    /// The next result.
    Next(R),
    /// Nothing for a while: time to look whether to go on.
    Wait,
}

/// Calls `work` on what `source` gives, on `threads` threads, and `take` on the caller's thread with the results, in the
/// order of the source. An error of `take` ends it; what is being worked on then is finished first.
///
/// The source is asked on the threads too, by one at a time, and no further ahead than 16 items or 64 MiB a thread, by
/// what `size` says of an item in bytes. With one thread all is done on the caller's, and so is it where none can be
/// started; of more than there may be there are fewer. A panic of `work` or `source` goes on in the caller.
///
/// # Errors
///
/// That of `take`.
pub fn ordered<T, R: Send, E>(
    threads: NonZero<usize>,
    mut source: impl Iterator<Item = T> + Send,
    size: impl Fn(&T) -> usize + Sync,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(Step<R>) -> Result<(), E>,
) -> Result<(), E> {
    if threads.get() == 1 {
        return source.try_for_each(|item| take(Step::Next(work(item))));
    }
    let threads = threads.get().min(MOST);
    let source = Mutex::new((0, source));
    let (flow, moved) = (Mutex::new(Flow::default()), Condvar::new());
    let (sender, results) = mpsc::channel();
    let next = || {
        let mut source = lock(&source);
        let number = source.0;
        // Whoever waits for the source would have to wait here, too. What is ahead is being worked on, or waits for what is.
        let full = |flow: &mut Flow| flow.is_full(number, threads);
        let flow_now = moved.wait_while(lock(&flow), full).unwrap_or_else(PoisonError::into_inner);
        if flow_now.ended {
            return None;
        }
        drop(flow_now);
        source.0 += 1;
        let item = source.1.next()?;
        let bytes = size(&item);
        lock(&flow).bytes += bytes;
        Some((number, bytes, item))
    };
    thread::scope(|scope| {
        // Whatever way this ends, a thread that waits must be let go.
        let _let_go = LetGo { flow: &flow, moved: &moved, always: true };
        let mut started = 0;
        for _ in 0..threads {
            let (sender, next, work) = (sender.clone(), &next, &work);
            // What a thread that panics owes never comes.
            let let_go = LetGo { flow: &flow, moved: &moved, always: false };
            let thread = thread::Builder::new().spawn_scoped(scope, move || {
                let _let_go = let_go;
                while let Some((number, bytes, item)) = next() {
                    // It fails when no more results are wanted.
                    let _ = sender.send((number, bytes, work(item)));
                }
            });
            if thread.is_err() {
                break;
            }
            started += 1;
        }
        if started == 0 {
            while let Some((_, bytes, item)) = next() {
                take(Step::Next(work(item)))?;
                lock(&flow).take(bytes);
            }
        }
        drop(sender);
        let (mut first, mut waiting) = (0, VecDeque::new());
        loop {
            match results.recv_timeout(PULSE) {
                Ok((number, bytes, result)) => {
                    let place = number - first;
                    if waiting.len() <= place {
                        waiting.resize_with(place + 1, || None);
                    }
                    waiting[place] = Some((bytes, result));
                    while let Some((bytes, result)) = waiting.front_mut().and_then(Option::take) {
                        waiting.pop_front();
                        first += 1;
                        lock(&flow).take(bytes);
                        moved.notify_all();
                        take(Step::Next(result))?;
                    }
                }
                Err(RecvTimeoutError::Timeout) => take(Step::Wait)?,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
    })
}

/// What is between the source and the taker.
#[derive(Debug, Default)]
struct Flow {
    /// Results that were taken.
    taken: usize,
    /// Bytes of the items whose results were not.
    bytes: usize,
    /// Whether no more are wanted.
    ended: bool,
}

impl Flow {
    /// Whether the item with this number is to wait.
    fn is_full(&self, number: usize, threads: usize) -> bool {
        let full = number >= self.taken + threads * AHEAD || self.bytes >= threads.saturating_mul(BYTES);
        full && !self.ended
    }

    fn take(&mut self, bytes: usize) {
        self.taken += 1;
        self.bytes -= bytes;
    }
}

/// Ends the wait of every thread when it goes out of scope, or in a panic alone.
struct LetGo<'a> {
    flow: &'a Mutex<Flow>,
    moved: &'a Condvar,
    always: bool,
}

impl Drop for LetGo<'_> {
    fn drop(&mut self) {
        if self.always || thread::panicking() {
            lock(self.flow).ended = true;
            self.moved.notify_all();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::num::NonZero;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{Duration, Instant};

    use super::{AHEAD, BYTES, Step, ordered};

    fn threads(number: usize) -> NonZero<usize> {
        NonZero::new(number).expect("one or more")
    }

    #[test]
    fn results_come_in_order_whatever_time_each_takes() {
        for number in [1, 2, 5] {
            let mut results = Vec::new();
            let work = |item: u64| {
                std::thread::sleep(Duration::from_micros(item * 7919 % 400));
                item * item
            };
            let broken = ordered(
                threads(number),
                0..500,
                |_| 1,
                work,
                |step| {
                    if let Step::Next(result) = step {
                        results.push(result);
                    }
                    Ok::<(), ()>(())
                },
            );
            assert_eq!(broken, Ok(()));
            assert_eq!(results, (0..500).map(|item| item * item).collect::<Vec<_>>());
        }
    }

    #[test]
    fn two_threads_work_at_the_same_time() {
        let arrived = AtomicUsize::new(0);
        let meet = |_| {
            arrived.fetch_add(1, Ordering::SeqCst);
            let start = Instant::now();
            while arrived.load(Ordering::SeqCst) < 2 && start.elapsed() < Duration::from_secs(20) {
                std::thread::yield_now();
            }
            start.elapsed()
        };
        ordered(
            threads(2),
            0..2,
            |_| 1,
            meet,
            |step| {
                if let Step::Next(waited) = step {
                    assert!(waited < Duration::from_secs(20), "the other did not come");
                }
                Ok::<(), ()>(())
            },
        )
        .expect("nothing ends it");
    }

    /// Takes everything, and counts what has been taken so far; each item has so many bytes.
    fn take_all(
        source: impl Iterator<Item = i32> + Send,
        bytes: usize,
        work: impl Fn(i32) + Sync,
        taken: &AtomicUsize,
    ) {
        ordered(
            threads(2),
            source,
            |_| bytes,
            work,
            |step| {
                if let Step::Next(()) = step {
                    taken.fetch_add(1, Ordering::SeqCst);
                }
                Ok::<(), ()>(())
            },
        )
        .expect("nothing ends it");
    }

    #[test]
    fn the_source_is_not_asked_far_ahead_of_what_was_taken() {
        let (asked, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let source = (0..400).inspect(|_| {
            let ahead = asked.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
            assert!(ahead <= 2 * AHEAD + 1, "{ahead}");
        });
        // The first takes longer than all that may be read ahead of it.
        let work = |item| std::thread::sleep(Duration::from_millis(if item == 0 { 100 } else { 0 }));
        take_all(source, 1, work, &taken);
        assert_eq!(taken.into_inner(), 400);
    }

    #[test]
    fn large_items_are_asked_for_by_their_bytes() {
        let (asked, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let source = (0..40).inspect(|_| {
            let ahead = asked.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
            // Two have all the bytes that there may be, and the taker may be behind by one.
            assert!(ahead <= 3, "{ahead}");
        });
        let work = |item| std::thread::sleep(Duration::from_millis(if item == 0 { 100 } else { 1 }));
        take_all(source, BYTES, work, &taken);
        assert_eq!(taken.into_inner(), 40);
    }

    #[test]
    fn more_threads_than_there_can_be_are_fewer() {
        let mut sum = 0;
        ordered(
            threads(usize::MAX),
            1..=1000_u64,
            |_| 1,
            |item| item,
            |step| {
                if let Step::Next(item) = step {
                    sum += item;
                }
                Ok::<(), ()>(())
            },
        )
        .expect("nothing ends it");
        assert_eq!(sum, 500_500);
    }

    #[test]
    fn the_taker_can_break_off_between_results_and_while_it_waits() {
        let endless = || std::iter::repeat(());
        let mut left = 10;
        let broken = ordered(
            threads(2),
            endless(),
            |()| 1,
            |()| (),
            |_| {
                left -= 1;
                if left == 0 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!(broken, Err("enough"));
        let slow = |()| std::thread::sleep(Duration::from_millis(300));
        let broken = ordered(
            threads(2),
            endless(),
            |()| 1,
            slow,
            |step| match step {
                Step::Wait => Err("no time"),
                Step::Next(()) => Ok(()),
            },
        );
        assert_eq!(broken, Err("no time"));
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_of_the_work_is_no_deadlock() {
        ordered(threads(2), 0..100, |_| 1, |item| assert_ne!(item, 50), |_| Ok::<(), ()>(())).expect("nothing ends it");
    }
}
