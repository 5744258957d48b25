"""Makes one file of page.html and the core: `page.py nutgraf_wasm.wasm > nutgraf.html`. It asks for nothing else."""

import base64
import gzip
import hashlib
import sys
from pathlib import Path

page = Path(__file__).with_name("page.html").read_text(encoding="utf-8")
core = gzip.compress(Path(sys.argv[1]).read_bytes(), mtime=0)
# The one script that may run, by its hash.
script = page.rpartition("<script>")[2].partition("</script>")[0]
digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
page = page.replace("{script-hash}", f"sha256-{digest}").replace("{core}", base64.b64encode(core).decode())
sys.stdout.buffer.write(page.encode())
