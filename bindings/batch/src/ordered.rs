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
/// The source is asked on the threads too, by one at a time, and no further ahead than 16 items a thread. With one thread
/// all is done on the caller's. A panic of `work` or `source` goes on in the caller.
///
/// # Errors
///
/// That of `take`.
pub fn ordered<T, R: Send, E>(
    threads: NonZero<usize>,
    mut source: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(Step<R>) -> Result<(), E>,
) -> Result<(), E> {
    if threads.get() == 1 {
        return source.try_for_each(|item| take(Step::Next(work(item))));
    }
    let ahead = threads.get().saturating_mul(AHEAD);
    let source = Mutex::new((0, source));
    // How many results were taken; none more are wanted when it is the greatest number.
    let (taken, moved) = (Mutex::new(0_usize), Condvar::new());
    let (sender, results) = mpsc::channel();
    let next = || {
        let mut source = lock(&source);
        let number = source.0;
        // Whoever waits for the source would have to wait here, too.
        let full = |taken: &mut usize| number >= taken.saturating_add(ahead);
        let taken = moved.wait_while(lock(&taken), full).unwrap_or_else(PoisonError::into_inner);
        if *taken == usize::MAX {
            return None;
        }
        drop(taken);
        source.0 += 1;
        source.1.next().map(|item| (number, item))
    };
    thread::scope(|scope| {
        // Whatever way this ends, a thread that waits must be let go.
        let _let_go = LetGo { taken: &taken, moved: &moved, always: true };
        for _ in 0..threads.get() {
            let (sender, next, work) = (sender.clone(), &next, &work);
            // What a thread that panics owes never comes.
            let let_go = LetGo { taken: &taken, moved: &moved, always: false };
            scope.spawn(move || {
                let _let_go = let_go;
                while let Some((number, item)) = next() {
                    // It fails when no more results are wanted.
                    let _ = sender.send((number, work(item)));
                }
            });
        }
        drop(sender);
        let (mut first, mut waiting) = (0, VecDeque::new());
        loop {
            match results.recv_timeout(PULSE) {
                Ok((number, result)) => {
                    let place = number - first;
                    if waiting.len() <= place {
                        waiting.resize_with(place + 1, || None);
                    }
                    waiting[place] = Some(result);
                    while let Some(result) = waiting.front_mut().and_then(Option::take) {
                        waiting.pop_front();
                        first += 1;
                        {
                            let mut taken = lock(&taken);
                            // A thread that panicked has set it to its end.
                            *taken = first.max(*taken);
                        }
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

/// Ends the wait of every thread when it goes out of scope, or in a panic alone.
struct LetGo<'a> {
    taken: &'a Mutex<usize>,
    moved: &'a Condvar,
    always: bool,
}

impl Drop for LetGo<'_> {
    fn drop(&mut self) {
        if self.always || thread::panicking() {
            *lock(self.taken) = usize::MAX;
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

    use super::{AHEAD, Step, ordered};

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
            let broken = ordered(threads(number), 0..500, work, |step| {
                if let Step::Next(result) = step {
                    results.push(result);
                }
                Ok::<(), ()>(())
            });
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
        ordered(threads(2), 0..2, meet, |step| {
            if let Step::Next(waited) = step {
                assert!(waited < Duration::from_secs(20), "the other did not come");
            }
            Ok::<(), ()>(())
        })
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
        ordered(threads(2), source, work, |step| {
            if let Step::Next(()) = step {
                taken.fetch_add(1, Ordering::SeqCst);
            }
            Ok::<(), ()>(())
        })
        .expect("nothing ends it");
        assert_eq!(taken.into_inner(), 400);
    }

    #[test]
    fn the_taker_can_break_off_between_results_and_while_it_waits() {
        let endless = || std::iter::repeat(());
        let mut left = 10;
        let broken = ordered(
            threads(2),
            endless(),
            |()| (),
            |_| {
                left -= 1;
                if left == 0 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!(broken, Err("enough"));
        let slow = |()| std::thread::sleep(Duration::from_millis(300));
        let broken = ordered(threads(2), endless(), slow, |step| match step {
            Step::Wait => Err("no time"),
            Step::Next(()) => Ok(()),
        });
        assert_eq!(broken, Err("no time"));
    }

    #[test]
    #[should_panic(expected = "a scoped thread panicked")]
    fn a_panic_of_the_work_is_no_deadlock() {
        ordered(threads(2), 0..100, |item| assert_ne!(item, 50), |_| Ok::<(), ()>(())).expect("nothing ends it");
    }
}
