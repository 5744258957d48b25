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

has_target() {
    [ -d "$(rustc --print target-libdir --target "$target")" ]
}

if [ "${WASM_TOOLCHAIN:-}" != debian ] && { has_target || timeout 120 rustup target add "$target"; }; then
    "${CARGO:-cargo}" "${flags[@]}"
else
    # Where rustup does not reach its host: the compiler that Debian builds browsers with, and the sources of its standard
    # library, which is built along. Both are of one version, and the flag for that is not stable.
    packages=(rustc-web cargo-web rust-web-src lld)
    if ! dpkg --status "${packages[@]}" >/dev/null 2>&1; then
        sudo=()
        [ "$(id -u)" -eq 0 ] || sudo=(sudo)
        "${sudo[@]}" apt-get update
        "${sudo[@]}" apt-get install --yes --no-install-recommends "${packages[@]}"
    fi
    folder+=/debian
    RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR=$folder CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld \
        /usr/bin/cargo "${flags[@]}" -Z build-std=std,panic_abort
fi

mkdir -p target/web
"${PYTHON:-python3}" bindings/wasm/page.py "$folder/$target/release/nutgraf_wasm.wasm" > target/web/nutgraf.html
