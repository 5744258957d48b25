//! The insertion modes before and behind the body, and those of framesets (13.2.6.4.1 to 6, 18, 19 and 20 to 23).

use super::super::names::Name;
use super::super::scanner::{self, Tag, Token};
use super::super::tree::{DOCUMENT, NONE, Node, NodeKind};
use super::Next::{Again, Done};
use super::{Builder, Mode, Next, start};

impl Builder<'_> {
    /// Leaves the white space before a text out; what is to be done with the token.
    fn skip_space(&self, token: &Token) -> Option<Token> {
        match *token {
            Token::Text(span, kind) => {
                let (_, rest) = self.part(span, kind);
                (!rest.is_empty()).then_some(Token::Text(rest, kind))
            }
            token => Some(token),
        }
    }

    /// Inserts the white space before a text; what is to be done with the rest.
    fn keep_space(&mut self, token: &Token) -> Option<Token> {
        match *token {
            Token::Text(span, kind) => {
                let (space, rest) = self.part(span, kind);
                self.insert_text(space, kind);
                (!rest.is_empty()).then_some(Token::Text(rest, kind))
            }
            token => Some(token),
        }
    }

    pub(super) fn initial(&mut self, token: &Token) -> Next {
        let Some(token) = self.skip_space(token) else { return Done };
        match token {
            Token::Comment { data, .. } => self.append_comment(DOCUMENT, data),
            Token::Doctype(span) => {
                self.tree.quirks = is_quirky(&scanner::doctype(self.tree.page, span));
                let node = self.tree.add(Node::new(NodeKind::Doctype, span));
                self.tree.append(DOCUMENT, node);
                self.mode = Mode::BeforeHtml;
            }
            token => {
                self.tree.quirks = true;
                self.mode = Mode::BeforeHtml;
                return self.pass(&token);
            }
        }
        Done
    }

    pub(super) fn before_html(&mut self, token: &Token) -> Next {
        let Some(token) = self.skip_space(token) else { return Done };
        match token {
            Token::Doctype(_) => return Done,
            Token::Comment { data, .. } => {
                self.append_comment(DOCUMENT, data);
                return Done;
            }
            Token::Start(tag) if tag.name == Name::Html => {
                let node = self.element(&tag, super::Namespace::Html);
                self.tree.append(DOCUMENT, node);
                self.push(node);
                self.mode = Mode::BeforeHead;
                return Done;
            }
            Token::End(Tag { name: Name::Head | Name::Body | Name::Html | Name::Br, .. }) => {}
            Token::End(_) => return Done,
            _ => {}
        }
        let node = self.implied(Name::Html, start(&token, self.tree.page));
        self.tree.append(DOCUMENT, node);
        self.push(node);
        self.mode = Mode::BeforeHead;
        self.pass(&token)
    }

    pub(super) fn before_head(&mut self, token: &Token) -> Next {
        let Some(token) = self.skip_space(token) else { return Done };
        match token {
            Token::Doctype(_) => return Done,
            Token::Comment { data, .. } => {
                self.insert_comment(data);
                return Done;
            }
            Token::Start(Tag { name: Name::Html, .. }) => return self.in_body(&token),
            Token::Start(tag) if tag.name == Name::Head => {
                self.head = self.insert(&tag);
                self.mode = Mode::InHead;
                return Done;
            }
            Token::End(Tag { name: Name::Head | Name::Body | Name::Html | Name::Br, .. }) => {}
            Token::End(_) => return Done,
            _ => {}
        }
        self.head = self.insert_implied(Name::Head, start(&token, self.tree.page));
        self.mode = Mode::InHead;
        self.pass(&token)
    }

    pub(super) fn in_head(&mut self, token: &Token) -> Next {
        let Some(token) = self.keep_space(token) else { return Done };
        match token {
            Token::Comment { data, .. } => self.insert_comment(data),
            Token::Doctype(_) => {}
            Token::Start(tag) => match tag.name {
                Name::Html => return self.in_body(&token),
                Name::Base | Name::Basefont | Name::Bgsound | Name::Link | Name::Meta => {
                    self.insert_void(&tag);
                }
                Name::Title | Name::Noframes | Name::Style | Name::Script => self.begin_text(&tag),
                Name::Noscript => {
                    self.insert(&tag);
                    self.mode = Mode::InHeadNoscript;
                }
                Name::Template => self.begin_template(&tag),
                Name::Head => {}
                _ => return self.leave_head(&token),
            },
            Token::End(tag) => match tag.name {
                Name::Head => {
                    self.pop();
                    self.mode = Mode::AfterHead;
                }
                Name::Body | Name::Html | Name::Br => return self.leave_head(&token),
                Name::Template => self.end_template(),
                _ => {}
            },
            _ => return self.leave_head(&token),
        }
        Done
    }

    fn leave_head(&mut self, token: &Token) -> Next {
        self.pop();
        self.mode = Mode::AfterHead;
        self.pass(token)
    }

    fn begin_template(&mut self, tag: &Tag) {
        if self.stack.len() >= super::DEPTH {
            self.insert_void(tag);
            self.overflow += 1;
            return;
        }
        self.insert(tag);
        self.formatting.push_marker();
        self.frameset_ok = false;
        self.mode = Mode::InTemplate;
        self.template_modes.push(Mode::InTemplate);
    }

    fn end_template(&mut self) {
        if !self.stack.holds(Name::Template) {
            return;
        }
        self.pop_until(Name::Template);
        self.formatting.clear_to_marker();
        self.template_modes.pop();
        self.reset_mode();
    }

    pub(super) fn in_head_noscript(&mut self, token: &Token) -> Next {
        let Some(token) = self.keep_space(token) else { return Done };
        match token {
            Token::Doctype(_) => return Done,
            Token::Comment { .. } => return self.in_head(&token),
            Token::Start(tag) => match tag.name {
                Name::Html => return self.in_body(&token),
                Name::Basefont | Name::Bgsound | Name::Link | Name::Meta | Name::Noframes | Name::Style => {
                    return self.in_head(&token);
                }
                Name::Head | Name::Noscript => return Done,
                _ => {}
            },
            Token::End(tag) => match tag.name {
                Name::Noscript => {
                    self.pop();
                    self.mode = Mode::InHead;
                    return Done;
                }
                Name::Br => {}
                _ => return Done,
            },
            _ => {}
        }
        self.pop();
        self.mode = Mode::InHead;
        self.pass(&token)
    }

    pub(super) fn after_head(&mut self, token: &Token) -> Next {
        let Some(token) = self.keep_space(token) else { return Done };
        match token {
            Token::Comment { data, .. } => {
                self.insert_comment(data);
                return Done;
            }
            Token::Doctype(_) => return Done,
            Token::Start(tag) => match tag.name {
                Name::Html => return self.in_body(&token),
                Name::Body => {
                    self.insert(&tag);
                    self.frameset_ok = false;
                    self.mode = Mode::InBody;
                    return Done;
                }
                Name::Frameset => {
                    self.insert(&tag);
                    self.mode = Mode::InFrameset;
                    return Done;
                }
                name if is_of_head(name) => {
                    let head = self.head;
                    self.push(head);
                    let next = self.in_head(&token);
                    // The head is under what the tag opened.
                    self.close(head);
                    return next;
                }
                Name::Head => return Done,
                _ => {}
            },
            Token::End(tag) => match tag.name {
                Name::Template => return self.in_head(&token),
                Name::Body | Name::Html | Name::Br => {}
                _ => return Done,
            },
            _ => {}
        }
        self.insert_implied(Name::Body, start(&token, self.tree.page));
        self.mode = Mode::InBody;
        self.pass(&token)
    }

    pub(super) fn in_template(&mut self, token: &Token) -> Next {
        match *token {
            Token::Text(..) | Token::Nul(_) | Token::Comment { .. } | Token::Doctype(_) => self.in_body(token),
            Token::Start(tag) => {
                let mode = match tag.name {
                    name if is_of_head(name) => return self.in_head(token),
                    Name::Caption | Name::Colgroup | Name::Tbody | Name::Tfoot | Name::Thead => Mode::InTable,
                    Name::Col => Mode::InColumnGroup,
                    Name::Tr => Mode::InTableBody,
                    Name::Td | Name::Th => Mode::InRow,
                    _ => Mode::InBody,
                };
                self.template_modes.pop();
                self.template_modes.push(mode);
                self.mode = mode;
                Again
            }
            Token::End(tag) => {
                if tag.name == Name::Template {
                    self.in_head(token)
                } else {
                    Done
                }
            }
            Token::EndOfFile => {
                if !self.stack.holds(Name::Template) {
                    return Done;
                }
                self.end_template();
                Again
            }
        }
    }

    pub(super) fn after_body(&mut self, token: &Token) -> Next {
        match *token {
            Token::Text(span, kind) if self.is_all_space(span, kind) => return self.in_body(token),
            Token::Comment { data, .. } => {
                let root = if self.stack.len() > 0 { self.stack.get(0).node } else { DOCUMENT };
                self.append_comment(root, data);
                return Done;
            }
            Token::Doctype(_) | Token::EndOfFile => return Done,
            Token::Start(Tag { name: Name::Html, .. }) => return self.in_body(token),
            Token::End(Tag { name: Name::Html, .. }) => {
                self.mode = Mode::AfterAfterBody;
                return Done;
            }
            _ => {}
        }
        self.mode = Mode::InBody;
        Again
    }

    pub(super) fn after_after_body(&mut self, token: &Token) -> Next {
        match *token {
            Token::Text(span, kind) if self.is_all_space(span, kind) => return self.in_body(token),
            Token::Comment { data, .. } => {
                self.append_comment(DOCUMENT, data);
                return Done;
            }
            Token::Doctype(_) | Token::Start(Tag { name: Name::Html, .. }) => return self.in_body(token),
            Token::EndOfFile => return Done,
            _ => {}
        }
        self.mode = Mode::InBody;
        Again
    }

    pub(super) fn in_frameset(&mut self, token: &Token) -> Next {
        match *token {
            Token::Text(span, kind) => self.insert_space_only(span, kind),
            Token::Comment { data, .. } => self.insert_comment(data),
            Token::Start(tag) => match tag.name {
                Name::Html => return self.in_body(token),
                Name::Frameset if self.stack.len() < super::DEPTH => {
                    self.insert(&tag);
                }
                Name::Frame => {
                    self.insert_void(&tag);
                }
                Name::Noframes => return self.in_head(token),
                _ => {}
            },
            Token::End(Tag { name: Name::Frameset, .. }) if self.stack.len() > 1 => {
                self.pop();
                if !self.stack.current().is(Name::Frameset) {
                    self.mode = Mode::AfterFrameset;
                }
            }
            _ => {}
        }
        Done
    }

    pub(super) fn after_frameset(&mut self, token: &Token) -> Next {
        match *token {
            Token::Text(span, kind) => self.insert_space_only(span, kind),
            Token::Comment { data, .. } => self.insert_comment(data),
            Token::Start(Tag { name: Name::Html, .. }) => return self.in_body(token),
            Token::Start(Tag { name: Name::Noframes, .. }) => return self.in_head(token),
            Token::End(Tag { name: Name::Html, .. }) => self.mode = Mode::AfterAfterFrameset,
            _ => {}
        }
        Done
    }

    pub(super) fn after_after_frameset(&mut self, token: &Token) -> Next {
        match *token {
            Token::Text(span, kind) => self.insert_space_only(span, kind),
            Token::Comment { data, .. } => self.append_comment(DOCUMENT, data),
            Token::Doctype(_) | Token::Start(Tag { name: Name::Html, .. }) => return self.in_body(token),
            Token::Start(Tag { name: Name::Noframes, .. }) => return self.in_head(token),
            _ => {}
        }
        Done
    }

    /// "Reset the insertion mode appropriately" (13.2.4.1).
    pub(super) fn reset_mode(&mut self) {
        let mode = self.stack.downwards().find_map(|open| {
            if open.namespace != super::Namespace::Html {
                return None;
            }
            Some(match open.name {
                Name::Td | Name::Th => Mode::InCell,
                Name::Tr => Mode::InRow,
                Name::Tbody | Name::Thead | Name::Tfoot => Mode::InTableBody,
                Name::Caption => Mode::InCaption,
                Name::Colgroup => Mode::InColumnGroup,
                Name::Table => Mode::InTable,
                Name::Template => self.template_modes.last().copied().unwrap_or(Mode::InBody),
                Name::Head => Mode::InHead,
                Name::Body => Mode::InBody,
                Name::Frameset => Mode::InFrameset,
                Name::Html if self.head == NONE => Mode::BeforeHead,
                Name::Html => Mode::AfterHead,
                _ => return None,
            })
        });
        self.mode = mode.unwrap_or(Mode::InBody);
    }
}

/// Whether a start tag is for the mode "in head" wherever it stands.
pub(super) fn is_of_head(name: Name) -> bool {
    use Name::*;
    matches!(name, Base | Basefont | Bgsound | Link | Meta | Noframes | Script | Style | Template | Title)
}

/// Whether a document type puts the page in quirks mode (13.2.6.4.1).
fn is_quirky(doctype: &scanner::Doctype) -> bool {
    let lower = |id: &Option<String>| id.as_deref().map(str::to_ascii_lowercase);
    let (public, system) = (lower(&doctype.public_id), lower(&doctype.system_id));
    let begins = |prefixes: &[&str]| {
        public.as_deref().is_some_and(|public| prefixes.iter().any(|prefix| public.starts_with(prefix)))
    };
    doctype.force_quirks
        || doctype.name.as_deref() != Some("html")
        || matches!(
            public.as_deref(),
            Some("-//w3o//dtd w3 html strict 3.0//en//" | "-/w3c/dtd html 4.0 transitional/en" | "html")
        )
        || system.as_deref() == Some("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd")
        || begins(QUIRKY_PUBLIC)
        || system.is_none() && begins(&["-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"])
}

/// How public identifiers begin that put a page in quirks mode.
const QUIRKY_PUBLIC: &[&str] = &[
    "+//silmaril//dtd html pro v0r11 19970101//",
    "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
    "-//ietf//dtd html 2.0 level 1//",
    "-//ietf//dtd html 2.0 level 2//",
    "-//ietf//dtd html 2.0 strict level 1//",
    "-//ietf//dtd html 2.0 strict level 2//",
    "-//ietf//dtd html 2.0 strict//",
    "-//ietf//dtd html 2.0//",
    "-//ietf//dtd html 2.1e//",
    "-//ietf//dtd html 3.0//",
    "-//ietf//dtd html 3.2 final//",
    "-//ietf//dtd html 3.2//",
    "-//ietf//dtd html 3//",
    "-//ietf//dtd html level 0//",
    "-//ietf//dtd html level 1//",
    "-//ietf//dtd html level 2//",
    "-//ietf//dtd html level 3//",
    "-//ietf//dtd html strict level 0//",
    "-//ietf//dtd html strict level 1//",
    "-//ietf//dtd html strict level 2//",
    "-//ietf//dtd html strict level 3//",
    "-//ietf//dtd html strict//",
    "-//ietf//dtd html//",
    "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//",
    "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//",
    "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//",
    "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//",
    "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//",
    "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//sq//dtd html 2.0 hotmetal + extensions//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
    "-//spyglass//dtd html 2.0 extended//",
    "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//",
    "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2 draft//",
    "-//w3c//dtd html 3.2 final//",
    "-//w3c//dtd html 3.2//",
    "-//w3c//dtd html 3.2s draft//",
    "-//w3c//dtd html 4.0 frameset//",
    "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//",
    "-//w3c//dtd html experimental 970421//",
    "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//",
    "-//webtechs//dtd mozilla html 2.0//",
    "-//webtechs//dtd mozilla html//",
];
