//! Texts that are made to cost time.

/// Texts that would make a careless reader go back and forth, of `n` repetitions.
pub fn hostile(n: usize) -> Vec<(&'static str, String)> {
    let prose = "The river came over its bank at four in the morning, and by five the street was under water. ";
    vec![
        ("prose", format!("{}\n\n", prose.repeat(4)).repeat(n / 100)),
        ("wrapped prose", format!("{}\n", &prose[..76]).repeat(n / 20)),
        ("one line", prose.repeat(n / 20)),
        ("quote marks", ">".repeat(n)),
        ("quote marks apart", "> ".repeat(n)),
        ("nested quotations", (0..n / 40).map(|i| format!("{} said\n", "> ".repeat(i % 60))).collect()),
        ("deepening quotations", {
            let depth = (2.0 * n as f64).sqrt() as usize;
            (0..depth).map(|i| format!("{}x\n", ">".repeat(i))).collect()
        }),
        ("quoted lines", "> x\n".repeat(n / 4)),
        ("backticks", "`".repeat(n)),
        ("fences", "```\n".repeat(n / 4)),
        ("fences never closed", (0..n / 8).map(|i| format!("{}{}\n", "`".repeat(3 + i % 40), "a")).collect()),
        ("fences of two kinds", "```\n~~~\n".repeat(n / 8)),
        ("bars", "|".repeat(n)),
        ("rows", "| a | b |\n".repeat(n / 10)),
        ("rows of growing width", (0..n / 40).map(|i| format!("{}\n", "|a".repeat(3 + i % 40))).collect()),
        ("tabs", "\t".repeat(n)),
        ("tabbed rows", "a\tb\n".repeat(n / 4)),
        ("rows that break off", "a\tb\tc\nx\n".repeat(n / 8)),
        ("blanks in rows", format!("{}\n{}", "a  ".repeat(n / 6), "a  a\n".repeat(n / 10))),
        ("rows of blanks that break off", "a  b\na  b\nx\n".repeat(n / 12)),
        (
            "lines left of the text",
            format!(
                "{}x\n{}",
                "   the river came over its bank at four in the morning, and by five the street was\n".repeat(n / 800),
                "x\n   y z\n   y\n".repeat(n / 16)
            ),
        ),
        ("placeholders", "(BUTTON) [a.png] ".repeat(n / 17)),
        ("said twice", "a lake and a boat a lake and a boat\n".repeat(n / 36)),
        ("hyphens", "-".repeat(n)),
        ("rules", "---\n".repeat(n / 4)),
        (
            "words split at the margin",
            "the quick brown fox jumps over the lazy dog and then goes home to re-\nst a while\n".repeat(n / 80),
        ),
        ("underlined", "Title\n=====\n".repeat(n / 12)),
        ("hashes", "#".repeat(n)),
        ("headings", "# a #\n".repeat(n / 6)),
        ("bullets", "* a\n".repeat(n / 4)),
        ("numbers", (0..n / 6).map(|i| format!("{}. a\n", i % 1000)).collect()),
        ("brackets", "(".repeat(n)),
        ("stops", ". ".repeat(n / 2)),
        ("initials", "A. ".repeat(n / 3)),
        ("abbreviations", "e.g. Mr. U.S. ".repeat(n / 14)),
        ("quotation marks", "“a ".repeat(n / 3)),
        ("closing marks", "a.”) ".repeat(n / 5)),
        ("times", "10:30 ".repeat(n / 6)),
        ("dates", "May 3, 2024 ".repeat(n / 12)),
        ("digits", "1".repeat(n)),
        ("bylines", "By Jane Roe and Ali Can\n".repeat(n / 24)),
        ("one byline", format!("By {}\n", "Jane Roe and ".repeat(n / 13))),
        ("copyright lines", "Copyright © 2024 Example. All rights reserved.\n".repeat(n / 48)),
        ("one copyright line", format!("© {}", "2024 Example ".repeat(n / 13))),
        ("labels", "Read more:\nShare\nAdvertisement\n\n".repeat(n / 32)),
        ("repeated line", "The same line again and again\n\n".repeat(n / 31)),
        ("soft hyphens", "a\u{AD}".repeat(n / 3)),
        ("combining signs", "\u{301}".repeat(n / 2)),
        ("joined emoji", "👩\u{200D}".repeat(n / 7)),
        ("ideographs", "日本語の文。".repeat(n / 18)),
        ("mixed blanks", "a\u{A0}\t \u{3000}".repeat(n / 8)),
        ("line ends", "a\r\n\rb\n\r".repeat(n / 8)),
        ("addresses", "jane@example.org https://example.org/a?b ".repeat(n / 41)),
        ("markup", "<a href=\"x\">&amp;".repeat(n / 17)),
    ]
}
