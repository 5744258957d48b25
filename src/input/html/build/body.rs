//! The insertion mode "in body" (13.2.6.4.7).

use super::super::names::Name;
use super::super::scanner::{self, Content, Tag, Token};
use super::super::tree::{NONE, Namespace};
use super::Next::{Again, Done};
use super::head::is_of_head;
use super::stack::{IMPLIED, SPECIAL, is_heading};
use super::{Builder, Mode, Next};

impl Builder<'_> {
    pub(super) fn in_body(&mut self, token: &Token) -> Next {
        match *token {
            Token::Text(span, kind) => {
                self.reconstruct();
                self.insert_text(span, kind);
                self.frameset_ok = self.frameset_ok && self.is_all_space(span, kind);
            }
            Token::Start(tag) => return self.body_start(&tag, token),
            Token::End(tag) => return self.body_end(&tag, token),
            Token::Comment { data, .. } => self.insert_comment(data),
            Token::EndOfFile if !self.template_modes.is_empty() => return self.in_template(token),
            Token::Nul(_) | Token::Doctype(_) | Token::EndOfFile => {}
        }
        Done
    }

    fn body_start(&mut self, tag: &Tag, token: &Token) -> Next {
        use Name::*;
        if self.stack.len() >= super::DEPTH && !keeps_depth(tag.name) {
            // Too deep: it stands beside what it would stand in.
            self.insert_void(tag);
            self.overflow += 1;
            return Done;
        }
        match tag.name {
            Html => {
                if !self.stack.holds(Template) && self.stack.len() > 0 {
                    self.tree.merged.push((self.stack.get(0).node, tag.span));
                }
            }
            name if is_of_head(name) => return self.in_head(token),
            Body => {
                if self.stack.len() > 1 && self.stack.get(1).is(Body) && !self.stack.holds(Template) {
                    self.frameset_ok = false;
                    self.tree.merged.push((self.stack.get(1).node, tag.span));
                }
            }
            Frameset => {
                if self.stack.len() > 1 && self.stack.get(1).is(Body) && self.frameset_ok {
                    let body = self.stack.get(1).node;
                    self.tree.detach(body);
                    while self.stack.len() > 1 {
                        self.pop();
                    }
                    self.insert(tag);
                    self.mode = Mode::InFrameset;
                }
            }
            Address | Article | Aside | Blockquote | Center | Details | Dialog | Dir | Div | Dl | Fieldset
            | Figcaption | Figure | Footer | Header | Hgroup | Main | Menu | Nav | Ol | P | Search | Section
            | Summary | Ul => {
                self.close_p();
                self.insert(tag);
            }
            H1 | H2 | H3 | H4 | H5 | H6 => {
                self.close_p();
                let current = self.stack.current();
                if current.namespace == Namespace::Html && is_heading(current.name) {
                    self.pop();
                }
                self.insert(tag);
            }
            Pre | Listing => {
                self.close_p();
                self.insert(tag);
                self.skip_line_feed = true;
                self.frameset_ok = false;
            }
            Form => {
                let in_template = self.stack.holds(Template);
                if self.form == NONE || in_template {
                    self.close_p();
                    let form = self.insert(tag);
                    if !in_template {
                        self.form = form;
                    }
                }
            }
            Li => {
                self.frameset_ok = false;
                self.close_item(&[Li]);
                self.close_p();
                self.insert(tag);
            }
            Dd | Dt => {
                self.frameset_ok = false;
                self.close_item(&[Dd, Dt]);
                self.close_p();
                self.insert(tag);
            }
            Plaintext => {
                self.close_p();
                self.insert(tag);
                self.scanner.set_content(Content::Plaintext, Plaintext);
            }
            Button => {
                if self.stack.has_in_scope(Button) {
                    self.pop_until(Button);
                }
                self.reconstruct();
                self.insert(tag);
                self.frameset_ok = false;
            }
            A => {
                if let Some(element) = self.formatting.last(A) {
                    self.adopt(tag);
                    self.formatting.remove(element);
                    self.close(element);
                }
                self.reconstruct();
                self.insert_formatting(tag);
            }
            B | Big | Code | Em | Font | I | S | Small | Strike | Strong | Tt | U => {
                self.reconstruct();
                self.insert_formatting(tag);
            }
            Nobr => {
                self.reconstruct();
                if self.stack.has_in_scope(Nobr) {
                    self.adopt(tag);
                    self.reconstruct();
                }
                self.insert_formatting(tag);
            }
            Applet | Marquee | Object => {
                self.reconstruct();
                self.insert(tag);
                self.formatting.push_marker();
                self.frameset_ok = false;
            }
            Table => {
                if !self.tree.quirks {
                    self.close_p();
                }
                self.insert(tag);
                self.tree.has_tables = true;
                self.frameset_ok = false;
                self.mode = Mode::InTable;
            }
            Area | Br | Embed | Img | Keygen | Wbr => self.insert_void_inline(tag),
            Input => {
                if self.stack.has_in_scope(Select) {
                    self.pop_until(Select);
                }
                let frameset_ok = self.frameset_ok && self.is_hidden_input(tag);
                self.insert_void_inline(tag);
                self.frameset_ok = frameset_ok;
            }
            Param | Source | Track => {
                self.insert_void(tag);
            }
            Hr => {
                self.close_p();
                if self.stack.has_in_scope(Select) {
                    self.implied_end_tags(Other);
                }
                self.insert_void(tag);
                self.frameset_ok = false;
            }
            Image => {
                return self.body_start(&Tag { name: Img, ..*tag }, token);
            }
            Textarea => {
                self.begin_text(tag);
                self.skip_line_feed = true;
                self.frameset_ok = false;
            }
            Xmp => {
                self.close_p();
                self.reconstruct();
                self.frameset_ok = false;
                self.begin_text(tag);
            }
            Iframe => {
                self.frameset_ok = false;
                self.begin_text(tag);
            }
            Noembed => self.begin_text(tag),
            Select => {
                if self.stack.has_in_scope(Select) {
                    self.pop_until(Select);
                    return Done;
                }
                self.reconstruct();
                self.insert(tag);
                self.frameset_ok = false;
            }
            Option => {
                if self.stack.has_in_scope(Select) {
                    self.implied_end_tags(Optgroup);
                } else if self.stack.current().is(Option) {
                    self.pop();
                }
                self.reconstruct();
                self.insert(tag);
            }
            Optgroup => {
                if self.stack.has_in_scope(Select) {
                    self.implied_end_tags(Other);
                } else if self.stack.current().is(Option) {
                    self.pop();
                }
                self.reconstruct();
                self.insert(tag);
            }
            Rb | Rtc => {
                if self.stack.has_in_scope(Ruby) {
                    self.implied_end_tags(Other);
                }
                self.insert(tag);
            }
            Rp | Rt => {
                if self.stack.has_in_scope(Ruby) {
                    self.implied_end_tags(Rtc);
                }
                self.insert(tag);
            }
            Math => {
                self.reconstruct();
                self.insert_foreign(tag, Namespace::MathMl);
            }
            Svg => {
                self.reconstruct();
                self.insert_foreign(tag, Namespace::Svg);
            }
            Caption | Col | Colgroup | Frame | Head | Tbody | Td | Tfoot | Th | Thead | Tr => {}
            _ => {
                self.reconstruct();
                self.insert(tag);
            }
        }
        Done
    }

    fn body_end(&mut self, tag: &Tag, token: &Token) -> Next {
        use Name::*;
        match tag.name {
            Template => return self.in_head(token),
            Body => {
                if self.stack.has_in_scope(Body) {
                    self.mode = Mode::AfterBody;
                }
            }
            Html => {
                if self.stack.has_in_scope(Body) {
                    self.mode = Mode::AfterBody;
                    return Again;
                }
            }
            Address | Article | Aside | Blockquote | Button | Center | Details | Dialog | Dir | Div | Dl | Fieldset
            | Figcaption | Figure | Footer | Header | Hgroup | Listing | Main | Menu | Nav | Ol | Pre | Search
            | Section | Select | Summary | Ul => {
                if self.stack.has_in_scope(tag.name) {
                    self.pop_until(tag.name);
                }
            }
            Form if self.stack.holds(Template) => {
                if self.stack.has_in_scope(Form) {
                    self.pop_until(Form);
                }
            }
            Form => {
                let form = std::mem::replace(&mut self.form, NONE);
                if form != NONE && self.stack.has_node_in_scope(form) {
                    self.implied_end_tags(Other);
                    self.close(form);
                }
            }
            P => {
                if !self.stack.has_in_button_scope(P) {
                    self.insert_implied(P, tag.span.start);
                }
                self.close_p();
            }
            Li => {
                if self.stack.has_in_list_scope(Li) {
                    self.pop_until(Li);
                }
            }
            Dd | Dt => {
                if self.stack.has_in_scope(tag.name) {
                    self.pop_until(tag.name);
                }
            }
            H1 | H2 | H3 | H4 | H5 | H6 => {
                if self.stack.has_heading_in_scope() {
                    loop {
                        let current = self.stack.current();
                        if self.pop() == NONE || current.namespace == Namespace::Html && is_heading(current.name) {
                            break;
                        }
                    }
                }
            }
            A | B | Big | Code | Em | Font | I | Nobr | S | Small | Strike | Strong | Tt | U => self.adopt(tag),
            Applet | Marquee | Object => {
                if self.stack.has_in_scope(tag.name) {
                    self.pop_until(tag.name);
                    self.formatting.clear_to_marker();
                }
            }
            Br => {
                self.reconstruct();
                let node = self.implied(Br, tag.span.start);
                let place = self.place(self.current());
                self.put(place, node);
                self.frameset_ok = false;
            }
            _ => self.any_other_end(tag),
        }
        Done
    }

    pub(super) fn any_other_end(&mut self, tag: &Tag) {
        if tag.name != Name::Other && !self.stack.holds(tag.name) {
            return;
        }
        let page = self.tree.page;
        let written = &page[tag.written.range()];
        for at in (0..self.stack.len()).rev() {
            let open = self.stack.get(at);
            let same = open.is(tag.name)
                && (tag.name != Name::Other || self.tree.written_name(open.node).eq_ignore_ascii_case(written));
            if same {
                while self.stack.len() > at {
                    self.pop();
                }
                return;
            }
            if open.has(SPECIAL) {
                return;
            }
        }
    }

    /// "Generate implied end tags", but for elements of one name. What the standard does to pop up to an element after that
    /// pops these, too.
    pub(super) fn implied_end_tags(&mut self, but: Name) {
        while self.stack.current().has(IMPLIED) && (but == Name::Other || !self.stack.current().is(but)) {
            self.pop();
        }
    }

    /// Closes a paragraph that is open in button scope.
    pub(super) fn close_p(&mut self) {
        if self.stack.has_in_button_scope(Name::P) {
            self.pop_until(Name::P);
        }
    }

    /// Closes an item of a list before the next one.
    fn close_item(&mut self, names: &[Name]) {
        if !names.iter().any(|&name| self.stack.holds(name)) {
            return;
        }
        let item = self.stack.downwards().find_map(|open| {
            let is_item = open.namespace == Namespace::Html && names.contains(&open.name);
            let ends = open.has(SPECIAL) && !(open.is(Name::Address) || open.is(Name::Div) || open.is(Name::P));
            (is_item || ends).then_some(is_item.then_some(open.name))
        });
        if let Some(Some(name)) = item {
            self.pop_until(name);
        }
    }

    fn insert_void_inline(&mut self, tag: &Tag) {
        self.reconstruct();
        self.insert_void(tag);
        self.frameset_ok = false;
    }

    pub(super) fn is_hidden_input(&self, tag: &Tag) -> bool {
        scanner::attribute(self.tree.page, tag.span, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"))
    }
}

/// Elements that take no depth: void ones, those whose content is text, which ends by itself, and what is left out.
fn keeps_depth(name: Name) -> bool {
    use Name::*;
    matches!(
        name,
        Area | Base
            | Basefont
            | Bgsound
            | Body
            | Br
            | Caption
            | Col
            | Colgroup
            | Embed
            | Frame
            | Frameset
            | Head
            | Hr
            | Html
            | Iframe
            | Image
            | Img
            | Input
            | Keygen
            | Link
            | Meta
            | Noembed
            | Noframes
            | Param
            | Plaintext
            | Script
            | Source
            | Style
            | Tbody
            | Td
            | Template
            | Textarea
            | Tfoot
            | Th
            | Thead
            | Title
            | Tr
            | Track
            | Wbr
            | Xmp
    )
}
