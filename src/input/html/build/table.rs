//! The insertion modes of tables (13.2.6.4.9 to 15).

use super::super::names::Name;
use super::super::scanner::Token;
use super::super::tree::NONE;
use super::Next::{Again, Done};
use super::{Builder, Mode, Next};

impl Builder<'_> {
    /// Pops until the current node is one of these, the template's or the root element.
    fn clear_to(&mut self, names: &[Name]) {
        while !names.iter().any(|&name| self.stack.current().is(name))
            && !self.stack.current().is(Name::Template)
            && self.stack.len() > 1
        {
            self.pop();
        }
    }

    pub(super) fn in_table(&mut self, token: &Token) -> Next {
        use Name::*;
        match *token {
            Token::Text(..) | Token::Nul(_) if is_table_part(self.stack.current().name) && !self.stack.is_foreign() => {
                self.table_text.clear();
                self.original_mode = self.mode;
                self.mode = Mode::InTableText;
                return Again;
            }
            Token::Comment { data, .. } => self.insert_comment(data),
            Token::Doctype(_) => {}
            Token::Start(tag) => match tag.name {
                Caption => {
                    self.clear_to(&[Table]);
                    self.formatting.push_marker();
                    self.insert(&tag);
                    self.mode = Mode::InCaption;
                }
                Colgroup => {
                    self.clear_to(&[Table]);
                    self.insert(&tag);
                    self.mode = Mode::InColumnGroup;
                }
                Col => {
                    self.clear_to(&[Table]);
                    self.insert_implied(Colgroup, tag.span.start);
                    self.mode = Mode::InColumnGroup;
                    return Again;
                }
                Tbody | Tfoot | Thead => {
                    self.clear_to(&[Table]);
                    self.insert(&tag);
                    self.mode = Mode::InTableBody;
                }
                Td | Th | Tr => {
                    self.clear_to(&[Table]);
                    self.insert_implied(Tbody, tag.span.start);
                    self.mode = Mode::InTableBody;
                    return Again;
                }
                Table => {
                    if self.stack.has_in_table_scope(Table) {
                        self.pop_until(Table);
                        self.reset_mode();
                        return Again;
                    }
                }
                Style | Script | Template => return self.in_head(token),
                Input if self.is_hidden_input(&tag) => {
                    self.insert_void(&tag);
                }
                Form => {
                    if !self.stack.holds(Template) && self.form == NONE {
                        self.form = self.insert_void(&tag);
                    }
                }
                _ => return self.foster(token),
            },
            Token::End(tag) => match tag.name {
                Table => {
                    if self.stack.has_in_table_scope(Table) {
                        self.pop_until(Table);
                        self.reset_mode();
                    }
                }
                Body | Caption | Col | Colgroup | Html | Tbody | Td | Tfoot | Th | Thead | Tr => {}
                Template => return self.in_head(token),
                _ => return self.foster(token),
            },
            Token::EndOfFile => return self.in_body(token),
            _ => return self.foster(token),
        }
        Done
    }

    /// What may not stand in a table stands before it.
    fn foster(&mut self, token: &Token) -> Next {
        self.foster_parenting = true;
        let next = self.in_body(token);
        self.foster_parenting = false;
        next
    }

    pub(super) fn in_table_text(&mut self, token: &Token) -> Next {
        match *token {
            Token::Nul(_) => return Done,
            Token::Text(span, kind) => {
                self.table_text.push((span, kind));
                return Done;
            }
            _ => {}
        }
        let texts = std::mem::take(&mut self.table_text);
        let is_space = texts.iter().all(|&(span, kind)| self.is_all_space(span, kind));
        for &(span, kind) in &texts {
            if is_space {
                self.insert_text(span, kind);
            } else {
                self.foster(&Token::Text(span, kind));
            }
        }
        self.table_text = texts;
        self.mode = self.original_mode;
        Again
    }

    pub(super) fn in_caption(&mut self, token: &Token) -> Next {
        use Name::*;
        let (leaves, again) = match *token {
            Token::End(tag) => match tag.name {
                Caption => (true, Done),
                Table => (true, Again),
                Body | Col | Colgroup | Html | Tbody | Td | Tfoot | Th | Thead | Tr => return Done,
                _ => (false, Done),
            },
            Token::Start(tag) => {
                let ends = matches!(tag.name, Caption | Col | Colgroup | Tbody | Td | Tfoot | Th | Thead | Tr);
                (ends, Again)
            }
            _ => (false, Done),
        };
        if !leaves {
            return self.in_body(token);
        }
        if !self.stack.has_in_table_scope(Caption) {
            return Done;
        }
        self.pop_until(Caption);
        self.formatting.clear_to_marker();
        self.mode = Mode::InTable;
        again
    }

    pub(super) fn in_column_group(&mut self, token: &Token) -> Next {
        let mut token = *token;
        match token {
            Token::Text(span, kind) => {
                let (space, rest) = self.part(span, kind);
                self.insert_text(space, kind);
                if rest.is_empty() {
                    return Done;
                }
                token = Token::Text(rest, kind);
            }
            Token::Comment { data, .. } => {
                self.insert_comment(data);
                return Done;
            }
            Token::Doctype(_) => return Done,
            Token::Start(tag) => match tag.name {
                Name::Html => return self.in_body(&token),
                Name::Col => {
                    self.insert_void(&tag);
                    return Done;
                }
                Name::Template => return self.in_head(&token),
                _ => {}
            },
            Token::End(tag) => match tag.name {
                Name::Colgroup => {
                    if self.stack.current().is(Name::Colgroup) {
                        self.pop();
                        self.mode = Mode::InTable;
                    }
                    return Done;
                }
                Name::Col => return Done,
                Name::Template => return self.in_head(&token),
                _ => {}
            },
            Token::EndOfFile => return self.in_body(&token),
            Token::Nul(_) => {}
        }
        if !self.stack.current().is(Name::Colgroup) {
            return Done;
        }
        self.pop();
        self.mode = Mode::InTable;
        self.pass(&token)
    }

    pub(super) fn in_table_body(&mut self, token: &Token) -> Next {
        use Name::*;
        const BODIES: &[Name] = &[Tbody, Tfoot, Thead];
        match *token {
            Token::Start(tag) => match tag.name {
                Tr => {
                    self.clear_to(BODIES);
                    self.insert(&tag);
                    self.mode = Mode::InRow;
                    return Done;
                }
                Th | Td => {
                    self.clear_to(BODIES);
                    self.insert_implied(Tr, tag.span.start);
                    self.mode = Mode::InRow;
                    return Again;
                }
                Caption | Col | Colgroup | Tbody | Tfoot | Thead => return self.leave_table_body(),
                _ => {}
            },
            Token::End(tag) => match tag.name {
                Tbody | Tfoot | Thead => {
                    if self.stack.has_in_table_scope(tag.name) {
                        self.clear_to(BODIES);
                        self.pop();
                        self.mode = Mode::InTable;
                    }
                    return Done;
                }
                Table => return self.leave_table_body(),
                Body | Caption | Col | Colgroup | Html | Td | Th | Tr => return Done,
                _ => {}
            },
            _ => {}
        }
        self.in_table(token)
    }

    fn leave_table_body(&mut self) -> Next {
        const BODIES: &[Name] = &[Name::Tbody, Name::Tfoot, Name::Thead];
        if !BODIES.iter().any(|&name| self.stack.has_in_table_scope(name)) {
            return Done;
        }
        self.clear_to(BODIES);
        self.pop();
        self.mode = Mode::InTable;
        Again
    }

    pub(super) fn in_row(&mut self, token: &Token) -> Next {
        use Name::*;
        match *token {
            Token::Start(tag) => match tag.name {
                Th | Td => {
                    self.clear_to(&[Tr]);
                    self.insert(&tag);
                    self.mode = Mode::InCell;
                    self.formatting.push_marker();
                    return Done;
                }
                Caption | Col | Colgroup | Tbody | Tfoot | Thead | Tr => return self.leave_row(Again),
                _ => {}
            },
            Token::End(tag) => match tag.name {
                Tr => return self.leave_row(Done),
                Table => return self.leave_row(Again),
                Tbody | Tfoot | Thead => {
                    return if self.stack.has_in_table_scope(tag.name) { self.leave_row(Again) } else { Done };
                }
                Body | Caption | Col | Colgroup | Html | Td | Th => return Done,
                _ => {}
            },
            _ => {}
        }
        self.in_table(token)
    }

    fn leave_row(&mut self, next: Next) -> Next {
        if !self.stack.has_in_table_scope(Name::Tr) {
            return Done;
        }
        self.clear_to(&[Name::Tr]);
        self.pop();
        self.mode = Mode::InTableBody;
        next
    }

    pub(super) fn in_cell(&mut self, token: &Token) -> Next {
        use Name::*;
        match *token {
            Token::Start(tag) => match tag.name {
                Caption | Col | Colgroup | Tbody | Td | Tfoot | Th | Thead | Tr => {
                    let in_cell = self.stack.has_in_table_scope(Td) || self.stack.has_in_table_scope(Th);
                    return if in_cell { self.close_cell() } else { Done };
                }
                _ => {}
            },
            Token::End(tag) => match tag.name {
                Td | Th => {
                    if self.stack.has_in_table_scope(tag.name) {
                        self.pop_until(tag.name);
                        self.formatting.clear_to_marker();
                        self.mode = Mode::InRow;
                    }
                    return Done;
                }
                Body | Caption | Col | Colgroup | Html => return Done,
                Table | Tbody | Tfoot | Thead | Tr => {
                    return if self.stack.has_in_table_scope(tag.name) { self.close_cell() } else { Done };
                }
                _ => {}
            },
            _ => {}
        }
        self.in_body(token)
    }

    fn close_cell(&mut self) -> Next {
        loop {
            let current = self.stack.current();
            if self.pop() == NONE || current.is(Name::Td) || current.is(Name::Th) {
                break;
            }
        }
        self.formatting.clear_to_marker();
        self.mode = Mode::InRow;
        Again
    }
}

fn is_table_part(name: Name) -> bool {
    matches!(name, Name::Table | Name::Tbody | Name::Template | Name::Tfoot | Name::Thead | Name::Tr)
}
