//! The public interface is that of the snapshot `tests/public_api.txt`: every public item as it is written, without
//! bodies and docs, methods of a type together whatever file they stand in.
//!
//! It is read from the sources, so that any toolchain gives the same. `BLESS=1 cargo test --test public_api` writes the
//! snapshot anew; what it shows as removed or changed breaks callers, and goes with a new version and a line in
//! CHANGELOG.md.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::{
    Attribute, Fields, FnArg, ImplItem, Item, ItemImpl, ItemUse, Pat, ReceiverKind, Type, UseTree, Visibility,
    parse_quote,
};

#[test]
fn the_interface_is_that_of_the_snapshot() {
    let snapshot = root().join("tests/public_api.txt");
    let found = Interface::read().print();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&snapshot, &found).expect("a file");
    }
    let expected = std::fs::read_to_string(&snapshot).expect("a snapshot");
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (expected.lines().collect(), found.lines().collect());
    let changes = old.difference(&new).map(|line| format!("- {line}"));
    let changes: Vec<String> = changes.chain(new.difference(&old).map(|line| format!("+ {line}"))).collect();
    assert!(expected == found, "where these are meant, run with BLESS=1:\n{}", changes.join("\n"));
}

/// What no source says: that threads can share and hand on what they read.
#[test]
fn threads_can_share_what_there_is() {
    fn is<T: Send + Sync>() {}
    is::<nutgraf::Article>();
    is::<nutgraf::Error>();
    is::<nutgraf::FactRef<'_>>();
    is::<nutgraf::Reader>();
    is::<nutgraf::Record>();
    is::<nutgraf::SegmentRef<'_>>();
    is::<nutgraf::Split<'_>>();
    is::<nutgraf::Splitter>();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

struct Interface {
    /// The items of every module, by its path.
    modules: BTreeMap<Vec<String>, Vec<Item>>,
    /// What is public: items of modules and of the crate itself, and the names of all types and traits among them.
    items: Vec<Item>,
    names: BTreeSet<String>,
}

impl Interface {
    fn read() -> Self {
        let mut modules = BTreeMap::new();
        load(&root().join("src/lib.rs"), Vec::new(), &mut modules);
        let mut interface = Self { modules, items: Vec::new(), names: BTreeSet::new() };
        interface.items = interface.public_items(&[]);
        interface
    }

    /// The public items of a module, with what it has from private modules in the place of its `pub use`.
    fn public_items(&mut self, module: &[String]) -> Vec<Item> {
        let mut public = Vec::new();
        for item in self.modules[module].clone() {
            if !matches!(visibility(&item), Some(Visibility::Public(_))) || attributes(&item).iter().any(is_hidden) {
                continue;
            }
            match item {
                Item::Use(item) => public.extend(self.used(module, item)),
                Item::Mod(mut item) => {
                    let inner = [module, &[item.ident.to_string()]].concat();
                    item.attrs.clear();
                    item.semi = None;
                    item.content = Some((Default::default(), self.public_items(&inner)));
                    public.push(Item::Mod(item));
                }
                item => public.push(self.public(item)),
            }
        }
        public.sort_by_key(|item| (name(item), print(item.clone())));
        public
    }

    /// What a `pub use` names: itself where that is public where it stands, else the items.
    fn used(&mut self, module: &[String], item: ItemUse) -> Vec<Item> {
        let UseTree::Path(path) = &item.tree else { panic!("a `pub use` of one module: {}", print(Item::Use(item))) };
        let inner = [module, &[path.ident.to_string()]].concat();
        let is_public = self.modules[module].iter().any(
            |item| matches!(item, Item::Mod(item) if path.ident == item.ident && matches!(item.vis, Visibility::Public(_))),
        );
        if is_public {
            return vec![Item::Use(item)];
        }
        let names: BTreeSet<String> = match &*path.tree {
            UseTree::Name(name) => [name.ident.to_string()].into(),
            UseTree::Group(group) => group
                .items
                .iter()
                .map(|tree| match tree {
                    UseTree::Name(name) => name.ident.to_string(),
                    _ => panic!("a `pub use` of names: {}", print(Item::Use(item.clone()))),
                })
                .collect(),
            _ => panic!("a `pub use` of names: {}", print(Item::Use(item))),
        };
        let items: Vec<Item> =
            self.modules[&inner].iter().filter(|item| names.contains(&name(item))).cloned().collect();
        assert_eq!(items.len(), names.len(), "{names:?} in {inner:?}");
        items.into_iter().map(|item| self.public(item)).collect()
    }

    /// An item without its docs, bodies and private fields.
    fn public(&mut self, mut item: Item) -> Item {
        self.names.insert(name(&item));
        match &mut item {
            Item::Fn(item) => {
                item.attrs.retain(is_promise);
                bare(&mut item.sig);
                item.block = parse_quote!({});
            }
            Item::Struct(item) => {
                item.attrs.retain(is_promise);
                match &mut item.fields {
                    Fields::Named(fields) => {
                        let all = fields.named.len();
                        fields.named = std::mem::take(&mut fields.named)
                            .into_iter()
                            .filter(|field| matches!(field.vis, Visibility::Public(_)))
                            .collect();
                        fields.named.iter_mut().for_each(|field| field.attrs.clear());
                        if fields.named.len() < all {
                            fields.named.push(parse_quote!(private_fields: ()));
                        }
                    }
                    // One that is not is but an opaque one.
                    Fields::Unnamed(fields)
                        if fields.unnamed.iter().all(|f| matches!(f.vis, Visibility::Inherited)) =>
                    {
                        item.fields = Fields::Unnamed(parse_quote!((private_fields)));
                    }
                    _ => {}
                }
            }
            Item::Enum(item) => {
                item.attrs.retain(is_promise);
                item.variants.iter_mut().for_each(|variant| variant.attrs.clear());
            }
            Item::Const(item) => item.attrs.retain(is_promise),
            item => panic!("what to print of this is to be said here: {}", print(item.clone())),
        }
        item
    }

    /// What is implemented for the public types, methods of each together and sorted.
    fn implementations(&self) -> Vec<Item> {
        let mut methods: BTreeMap<String, ItemImpl> = BTreeMap::new();
        let mut traits = Vec::new();
        let own: BTreeSet<String> = self
            .modules
            .values()
            .flatten()
            .filter_map(|item| match item {
                Item::Trait(item) => Some(item.ident.to_string()),
                _ => None,
            })
            .collect();
        for item in self.modules.values().flatten() {
            let Item::Impl(item) = item else { continue };
            let Type::Path(of) = &*item.self_ty else { continue };
            let of = of.path.segments.last().expect("a name").ident.to_string();
            if !self.names.contains(&of) {
                continue;
            }
            let mut item = item.clone();
            item.attrs.retain(is_promise);
            let Some((implemented, _)) = &item.trait_ else {
                let mut public: Vec<ImplItem> = std::mem::take(&mut item.items);
                public.retain(is_public);
                public.iter_mut().for_each(bare_method);
                let key = print(Item::Impl(item.clone()));
                methods.entry(key).or_insert(item).items.extend(public);
                continue;
            };
            let implemented = implemented.segments.last().expect("a name").ident.to_string();
            if !own.contains(&implemented) || self.names.contains(&implemented) {
                item.items.retain(|item| matches!(item, ImplItem::Type(_)));
                traits.push(Item::Impl(item));
            }
        }
        let mut all: Vec<Item> = methods
            .into_values()
            .filter(|item| !item.items.is_empty())
            .map(|mut item| {
                item.items.sort_by_key(|item| match item {
                    ImplItem::Const(item) => (0, item.ident.to_string()),
                    ImplItem::Fn(item) => (1, item.sig.ident.to_string()),
                    _ => (2, String::new()),
                });
                Item::Impl(item)
            })
            .collect();
        all.append(&mut traits);
        all.sort_by_cached_key(|item| print(item.clone()));
        all
    }

    fn print(&self) -> String {
        let items = self.items.iter().cloned().chain(self.implementations());
        let items: Vec<String> = items.map(print).collect();
        let items = items.join("\n");
        items.replace("private_fields: (),", "/* private fields */").replace("private_fields", "/* private fields */")
    }
}

/// Reads a file and those of the modules in it, without what is built for tests alone. A macro of the file that makes items
/// stands as what it makes.
fn load(file: &Path, module: Vec<String>, modules: &mut BTreeMap<Vec<String>, Vec<Item>>) {
    let source = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut items = syn::parse_file(&source).expect("Rust").items;
    items.retain(|item| !attributes(item).iter().any(is_conditional));
    for item in std::mem::take(&mut items) {
        match &item {
            Item::Macro(call) if call.ident.is_none() => items.extend(expanded(&source, call)),
            Item::Mod(inner) if inner.content.is_none() => {
                let inner = [&module[..], &[inner.ident.to_string()]].concat();
                load(&file_of(&inner), inner, modules);
                items.push(item);
            }
            _ => items.push(item),
        }
    }
    modules.insert(module, items);
}

fn file_of(module: &[String]) -> PathBuf {
    root().join("src").join(module.join("/")).with_extension("rs")
}

/// What a macro makes, of whose methods some are public: `($($type:ident),*) => { $( … )* }` makes the same of each type.
fn expanded(source: &str, call: &syn::ItemMacro) -> Vec<Item> {
    let name = call.mac.path.segments.last().expect("a name").ident.to_string();
    let (_, definition) = source.split_once(&format!("macro_rules! {name} {{")).expect("a macro of this file");
    let (definition, _) = definition.split_once("\n}").expect("an end");
    if !definition.contains("pub ") {
        return Vec::new();
    }
    let body = definition.trim().strip_prefix("($($type:ident),*) => { $(").and_then(|rest| rest.strip_suffix(")* };"));
    let body = body.unwrap_or_else(|| panic!("what `{name}!` makes is to be said here"));
    let types = call.mac.tokens.to_string();
    let items = types.split(',').map(|of| syn::parse_file(&body.replace("$type", of.trim())).expect("items").items);
    items.flatten().collect()
}

/// An item on lines of its own.
fn print(item: Item) -> String {
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] })
}

/// Attributes that callers see.
fn is_promise(attribute: &Attribute) -> bool {
    ["derive", "non_exhaustive", "repr", "must_use", "deprecated"].iter().any(|name| attribute.path().is_ident(name))
}

/// `cfg` of tests and of features: there is none that callers are to turn on.
fn is_conditional(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
}

fn is_hidden(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc") && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "hidden")
}

fn is_public(item: &ImplItem) -> bool {
    match item {
        ImplItem::Fn(item) => matches!(item.vis, Visibility::Public(_)) && !item.attrs.iter().any(is_hidden),
        ImplItem::Const(item) => matches!(item.vis, Visibility::Public(_)) && !item.attrs.iter().any(is_hidden),
        _ => false,
    }
}

fn bare_method(item: &mut ImplItem) {
    match item {
        ImplItem::Fn(item) => {
            item.attrs.retain(is_promise);
            bare(&mut item.sig);
            item.block = parse_quote!({});
        }
        ImplItem::Const(item) => item.attrs.retain(is_promise),
        _ => {}
    }
}

/// A signature without the `mut` that concerns the body alone.
fn bare(signature: &mut syn::Signature) {
    for argument in &mut signature.inputs {
        match argument {
            FnArg::Receiver(receiver) if matches!(receiver.kind, ReceiverKind::Value) => receiver.mutability = None,
            FnArg::Typed(argument) => {
                if let Pat::Ident(pattern) = &mut *argument.pat {
                    pattern.mutability = None;
                }
            }
            _ => {}
        }
    }
}

/// What the items that can be public have in common.
macro_rules! of {
    ($item:expr, $field:ident) => {
        match $item {
            Item::Const(item) => Some(&item.$field),
            Item::Enum(item) => Some(&item.$field),
            Item::Mod(item) => Some(&item.$field),
            Item::Static(item) => Some(&item.$field),
            Item::Struct(item) => Some(&item.$field),
            Item::Trait(item) => Some(&item.$field),
            Item::Type(item) => Some(&item.$field),
            _ => None,
        }
    };
}

fn visibility(item: &Item) -> Option<&Visibility> {
    match item {
        Item::Fn(item) => Some(&item.vis),
        Item::Use(item) => Some(&item.vis),
        item => of!(item, vis),
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        item => of!(item, attrs).map_or(&[], Vec::as_slice),
    }
}

fn name(item: &Item) -> String {
    match item {
        Item::Fn(item) => item.sig.ident.to_string(),
        item => of!(item, ident).map(syn::Ident::to_string).unwrap_or_default(),
    }
}
