//! Time grows with the input and no faster, whatever it holds. A binary of its own, so that no other test runs beside it.

mod checks;

use std::time::{Duration, Instant};

use checks::hostile::hostile;

/// Everything that is computed when asked.
fn work(input: &str) -> usize {
    let article = nutgraf::from_text(input).expect("an article");
    let json = article.to_json();
    let text = article.text().len();
    let located = article.locate(0..text).len();
    article.to_markdown().len()
        + article.to_html().len()
        + json.len()
        + located
        + article.sentences().len()
        + article.words().len()
        + article.sections().len()
        + article.segments().map(|segment| segment.text().len()).sum::<usize>()
}

/// Four times the input takes at most eight times as long, in the best of three, with a floor under the shorter time
/// that noise does not reach: quadratic work of this size takes sixteen times as long.
#[test]
fn time_grows_with_the_input() {
    const FLOOR: Duration = Duration::from_millis(20);
    let time = |input: &str| {
        let runs = (0..3).map(|_| {
            let start = Instant::now();
            std::hint::black_box(work(input));
            start.elapsed()
        });
        runs.min().unwrap_or_default()
    };
    let mut slow = Vec::new();
    for ((name, short), (_, long)) in hostile(20_000).iter().zip(hostile(80_000)) {
        let (a, mut b) = (time(short), Duration::MAX);
        // A machine that is busy with something else gets another chance.
        for _ in 0..3 {
            b = b.min(time(&long));
            if b <= a.max(FLOOR) * 8 {
                break;
            }
        }
        println!("{name}: {:?} for {} bytes, {:?} for {}", a, short.len(), b, long.len());
        if b > a.max(FLOOR) * 8 {
            slow.push(format!("{name}: {a:?} became {b:?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}
