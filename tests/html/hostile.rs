//! Pages that are made to cost time or memory, or to lose text.

use std::time::{Duration, Instant};

use crate::input::html::tree::{DOCUMENT, NONE, Node, NodeKind, Tree};

/// Pages of about `n` bytes, that would make a careless parser go back and forth.
fn hostile(n: usize) -> Vec<(&'static str, String)> {
    let many = |unit: &str| unit.repeat(n / unit.len() + 1);
    let numbered = |unit: fn(usize) -> String| {
        let length = unit(1000).len();
        (0..n / length + 1).map(unit).collect::<String>()
    };
    let nested = |name: &str| {
        let times = n / (2 * name.len() + 6) + 1;
        format!("{}x{}", format!("<{name}>").repeat(times), format!("</{name}>").repeat(times))
    };
    vec![
        ("a text", many("The river came over its bank. ")),
        ("blanks", many(" ")),
        ("nested blocks", nested("div")),
        ("nested inline elements", nested("span")),
        ("nested unknown elements", nested("x-y")),
        ("nested lists", many("<ul><li>x")),
        ("nested tables", many("<table><tr><td>x")),
        ("nested tables without cells", many("<table>x")),
        ("nested drawings", nested("svg")),
        ("nested formulas", many("<math><mi>x")),
        ("nested templates", nested("template")),
        ("nested templates, not closed", many("<template>x")),
        ("nested selects", many("<select><option>x")),
        ("nested buttons", many("<button>x")),
        ("nested objects", many("<object><b>x")),
        ("nested forms in templates", many("<template><form>x")),
        ("nested rubies", many("<ruby>x<rt>")),
        ("nested framesets", format!("<frameset>{}", many("<frameset>"))),
        ("nested headings", many("<h1><span>x")),
        ("nested quotations and paragraphs", many("<blockquote><p>x")),
        ("foreign and html", many("<svg><desc><div>x")),
        ("stray end tags", many("</div></p></b></x-y>")),
        ("stray end tags, deep", format!("{}{}", "<div><b>".repeat(250), many("</span></x-y></i></h1></li></a>x"))),
        ("end tags of paragraphs", many("</p>")),
        ("end tags of line breaks", many("</br>")),
        ("end tags of formatting", many("</b></i></a>")),
        ("paragraphs", many("<p>x")),
        ("items", many("<li>x")),
        ("terms", many("<dd>x<dt>y")),
        ("options", many("<option>x")),
        ("items, deep", format!("{}{}", "<span>".repeat(500), many("<li>x<dd>y"))),
        ("paragraphs, deep", format!("{}{}", "<span>".repeat(500), many("<p>x</p>y"))),
        ("links in links", many("<a href=x>y")),
        ("links and blocks", many("<a><div>x")),
        ("links and paragraphs", many("<a><p>x")),
        ("formatting not closed", many("<b>x")),
        ("formatting of many kinds not closed", many("<b><i><u><s><em><tt><big><code>x")),
        ("formatting and paragraphs", many("<b><i><p>x")),
        ("fonts not closed", numbered(|i| format!("<font size={i}><p>x"))),
        ("fonts in cells", format!("<table>{}", numbered(|i| format!("<tr><td><font size={i}>x")))),
        ("formatting closed in blocks", many("<b><div></b>x")),
        ("formatting crossed", many("<b><i></b></i>x")),
        ("blocks in formatting", format!("{}{}", many("<b><div>x"), "</b>".repeat(1000))),
        ("formatting closed over and over", format!("<b>{}{}", "<div>".repeat(400), many("</b>x<b>"))),
        ("nobr", many("<nobr>x")),
        ("text in tables", format!("<table>{}", many("x<tr>y<td>z"))),
        ("formatting in tables", format!("<table>{}", many("<b>x<tr>"))),
        ("blocks in tables", format!("<table>{}", many("<div>x"))),
        ("end tags in tables", format!("<table>{}", many("</p>x</div>"))),
        ("formatting before tables", many("<table><a>x</table>")),
        ("rows and cells", format!("<table>{}", many("<tr><td>x"))),
        ("captions and columns", format!("<table>{}", many("<caption>x<col>"))),
        ("second body tags", numbered(|i| format!("<body a{i}=b>"))),
        ("second html tags", numbered(|i| format!("<html a{i}=b>"))),
        ("forms", many("<form>x</form>")),
        ("one long attribute", format!("<p title=\"{}\">x", many("y & "))),
        ("many attributes", format!("<p {}>x", numbered(|i| format!("a{i}=b ")))),
        (
            "many attributes of formatting",
            format!("{}x", format!("<b {}>", (0..40).map(|i| format!("a{i} ")).collect::<String>()).repeat(n / 200)),
        ),
        ("attributes of one name", format!("<p {}>x", many("a=b "))),
        ("ampersands", many("&")),
        ("ampersands and letters", many("&a&notit;&#")),
        ("one long reference", format!("&#{}", many("1"))),
        ("less-than signs", many("<")),
        ("tags not closed", many("<a ")),
        ("quotation marks in tags", many("<a b=\"")),
        ("comments", many("<!-- x -->")),
        ("comments not closed", many("<!-- x --")),
        ("declarations", many("<!x><?y>")),
        ("doctypes", many("<!DOCTYPE html>")),
        ("scripts", many("<script>x</script>")),
        ("scripts not closed", format!("<script>{}", many("<!-- <script> </scrip"))),
        ("raw text not closed", format!("<xmp>{}", many("</xm"))),
        ("textareas", many("<textarea>\nx</textarea>")),
        ("NULs", many("\0x")),
        ("line ends", many("\r\n\r")),
        ("NULs in tables", format!("<table>{}", many("\0 \0x"))),
        ("CDATA sections", format!("<svg>{}", many("<![CDATA[x]]>]]"))),
        ("line feeds after pre", many("<pre>\n</pre>")),
        ("breaking out", many("<svg><g><p>x")),
        ("blanks around the head", many(" <!-- --> <meta> ")),
        ("behind the body", format!("</body>{}", many(" </html> x </body>"))),
    ]
}

/// The letters of all texts.
fn letters(tree: &Tree<'_>) -> usize {
    let (mut letters, mut id) = (0, DOCUMENT);
    loop {
        let node = tree.node(id);
        if node.kind == NodeKind::Text {
            letters += tree
                .pieces(id)
                .map(|piece| piece.text.bytes().filter(u8::is_ascii_alphanumeric).count())
                .sum::<usize>();
        }
        if node.first_child != NONE {
            id = node.first_child;
            continue;
        }
        while id != NONE && tree.node(id).next == NONE {
            id = tree.node(id).parent;
        }
        if id == NONE {
            return letters;
        }
        id = tree.node(id).next;
    }
}

/// Four times the page takes at most eight times as long, with a floor under the shorter time that noise does not reach: quadratic work of this size takes sixteen times as long.
#[test]
fn time_grows_with_the_page() {
    const FLOOR: Duration = Duration::from_millis(20);
    let time = |page: &str| {
        let start = Instant::now();
        std::hint::black_box(letters(&Tree::parse(page)));
        start.elapsed()
    };
    let mut slow = Vec::new();
    for ((name, short), (_, long)) in hostile(50_000).into_iter().zip(hostile(200_000)) {
        // Other tests run beside this one: a page gets some chances, and both its sizes are measured at the same time.
        let mut times = (0..9).map(|_| (time(&short), time(&long)));
        let grows = |&(a, b): &(Duration, Duration)| b <= a.max(FLOOR) * 8;
        match times.find(grows) {
            Some((a, b)) => println!("{name}: {a:?} for {} bytes, {b:?} for {}", short.len(), long.len()),
            None => slow.push(name),
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

/// The nodes of a page are few for its bytes, also where formatting elements are opened again and again.
#[test]
fn nodes_are_bounded() {
    for (name, page) in hostile(100_000) {
        let nodes = Tree::parse(&page).nodes.len();
        println!("{name}: {nodes} nodes for {} bytes", page.len());
        assert!(nodes <= page.len() * 10, "{name}: {nodes} nodes for {} bytes", page.len());
    }
    assert_eq!(size_of::<Node>(), 32);
}

/// No letter of a page is lost or said twice, against html5ever.
#[test]
fn no_text_is_lost() {
    for (name, page) in hostile(4000) {
        let ours = letters(&Tree::parse(&page));
        assert_eq!(ours, super::oracle::letters(&page), "{name}");
    }
}

/// Pages of a size that no one writes.
#[test]
fn large_pages() {
    let text = "x".repeat(8 << 20);
    for page in [
        text.clone(),
        format!("<p title='{text}'>"),
        format!("<!--{text}"),
        format!("<script>{text}"),
        format!("<{text}>"),
    ] {
        let tree = Tree::parse(&page);
        assert!(tree.nodes.len() < 10);
        // Room is made for nodes as they come.
        assert!(letters(&tree) <= page.len());
    }
    let tree = Tree::parse(&"</div>".repeat(1_000_000)).nodes.len();
    assert!(tree < 10);
}
