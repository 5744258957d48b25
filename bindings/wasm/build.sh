#!/usr/bin/env bash
# Makes target/web/nutgraf.html: the page with the core as WebAssembly in it. `WASM_TOOLCHAIN=debian` goes the second way below
# where the first could be gone as well.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=wasm32-unknown-unknown
flags=(build --release --locked --package nutgraf-wasm --target "$target")
folder=${CARGO_TARGET_DIR:-target}
# Debug information would be most of it.
export CARGO_PROFILE_RELEASE_STRIP=symbols

# Packages of Debian that are not there yet.
install() {
    dpkg --status "$@" >/dev/null 2>&1 && return
    command -v apt-get >/dev/null || { echo "there is neither the target $target nor apt-get here" >&2; exit 1; }
    local sudo=()
    [ "$(id -u)" -eq 0 ] || sudo=(sudo)
    "${sudo[@]}" apt-get update
    "${sudo[@]}" apt-get install --yes --no-install-recommends "$@"
}

has_target() {
    [ -d "$(rustc --print target-libdir --target "$target")" ]
}

# A host that nobody reaches is given up; where there is no `timeout`, rustup knows when.
add_target() {
    command -v rustup >/dev/null || return
    local limit=()
    ! command -v timeout >/dev/null || limit=(timeout 120)
    "${limit[@]}" rustup target add "$target"
}

if [ "${WASM_TOOLCHAIN:-}" != debian ] && { has_target || add_target; }; then
    "${CARGO:-cargo}" "${flags[@]}"
else
    # Where rustup does not reach its host: the compiler that Debian builds browsers with, and the sources of its standard
    # library, which is built along. Both are of one version, and the flag for that is not stable. The linker is that of the
    # LLVM that the compiler has.
    install rustc-web cargo-web rust-web-src
    llvm=$(/usr/bin/rustc --version --verbose | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
    install "lld-$llvm"
    folder+=/debian
    RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR=$folder CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-$llvm \
        /usr/bin/cargo "${flags[@]}" -Z build-std=std,panic_abort
fi

mkdir -p target/web
"${PYTHON:-python3}" bindings/wasm/page.py "$folder/$target/release/nutgraf_wasm.wasm" > target/web/nutgraf.html
