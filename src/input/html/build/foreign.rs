//! The rules for parsing tokens in foreign content (13.2.6.5).

use super::super::names::Name;
use super::super::scanner::{self, Says, Tag, TextKind, Token};
use super::super::tree::{Namespace, Node};
use super::Builder;

impl Builder<'_> {
    /// Whether a token is for these rules, the current node being foreign.
    pub(super) fn is_for_foreign(&self, token: &Token) -> bool {
        let current = self.stack.current();
        let (is_start, is_text, name) = match token {
            Token::Start(tag) => (true, false, tag.name),
            Token::Text(..) | Token::Nul(_) => (false, true, Name::Other),
            Token::EndOfFile => return false,
            _ => (false, false, Name::Other),
        };
        if current.is_text_integration() && (is_text || is_start && !matches!(name, Name::Mglyph | Name::Malignmark)) {
            return false;
        }
        if current.namespace == Namespace::MathMl
            && current.name == Name::AnnotationXml
            && is_start
            && name == Name::Svg
        {
            return false;
        }
        !(current.integration && (is_start || is_text))
    }

    pub(super) fn foreign(&mut self, token: &Token) {
        match *token {
            Token::Nul(span) => self.insert_text(span, TextKind::Verbatim),
            Token::Text(span, kind) => {
                self.insert_text(span, kind);
                self.frameset_ok &= self.is_all_space(span, kind);
            }
            Token::Comment { data, .. } => self.insert_comment(data),
            Token::Start(tag) if breaks_out(&tag, self.tree.page) => self.break_out(token),
            Token::End(Tag { name: Name::Br | Name::P, .. }) => self.break_out(token),
            Token::Start(tag) => {
                let namespace = self.stack.current().namespace;
                self.insert_foreign(&tag, namespace);
            }
            Token::End(tag) => self.foreign_end(&tag, token),
            Token::Doctype(_) | Token::EndOfFile => {}
        }
    }

    fn break_out(&mut self, token: &Token) {
        loop {
            let current = self.stack.current();
            if current.namespace == Namespace::Html || current.is_text_integration() || current.integration {
                break;
            }
            self.pop();
        }
        self.process(token);
    }

    /// Inserts an element of SVG or MathML, and closes it where the tag does.
    pub(super) fn insert_foreign(&mut self, tag: &Tag, namespace: Namespace) {
        let node = self.element(tag, namespace);
        let integration = match (namespace, tag.name) {
            (Namespace::Svg, Name::ForeignObject | Name::Desc | Name::Title) => true,
            (Namespace::MathMl, Name::AnnotationXml) => scanner::attribute(self.tree.page, tag.span, "encoding")
                .is_some_and(|encoding| {
                    encoding.eq_ignore_ascii_case("text/html") || encoding.eq_ignore_ascii_case("application/xhtml+xml")
                }),
            _ => false,
        };
        self.tree.node_mut(node).set(Node::HTML_INTEGRATION, integration);
        let place = self.place(self.current());
        self.put(place, node);
        if tag.self_closing {
            return;
        }
        if self.stack.len() >= super::DEPTH {
            self.overflow += 1;
            return;
        }
        self.push(node);
    }

    fn foreign_end(&mut self, tag: &Tag, token: &Token) {
        let name = &self.tree.page[tag.written.range()];
        let matches = |builder: &Self, open: &super::stack::Open| {
            if open.name != tag.name {
                return false;
            }
            open.name != Name::Other || builder.tree.written_name(open.node).eq_ignore_ascii_case(name)
        };
        if self.overflow > 0 {
            self.overflow -= 1;
            return;
        }
        for at in (1..self.stack.len()).rev() {
            let open = self.stack.get(at);
            if open.namespace == Namespace::Html {
                return self.process(token);
            }
            if matches(self, &open) {
                return self.pop_until_node(open.node);
            }
        }
    }
}

/// Start tags that end foreign content.
fn breaks_out(tag: &Tag, page: &str) -> bool {
    use Name::*;
    match tag.name {
        Font => {
            tag.says.has(Says::ANYTHING)
                && scanner::attributes(page, tag.span).any(|(name, _)| matches!(&*name, "color" | "face" | "size"))
        }
        B | Big | Blockquote | Body | Br | Center | Code | Dd | Div | Dl | Dt | Em | Embed | H1 | H2 | H3 | H4 | H5
        | H6 | Head | Hr | I | Img | Li | Listing | Menu | Meta | Nobr | Ol | P | Pre | Ruby | S | Small | Span
        | Strong | Strike | Sub | Sup | Table | Tt | U | Ul | Var => true,
        _ => false,
    }
}
