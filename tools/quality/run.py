"""Hold the built site against validators of HTML and against Lighthouse.

Usage: run.py. Builds the repository's own site and the tests' publication with every kind of
page, and fails where html-validate or vnu find an error, or Lighthouse gives an article, an entity
or a topic less than is asked. A log of `dossier check --sarif` is held against the standard's
schema. All of these come from npm and are kept in `.quality/`; npm and a browser must be there. vnu
needs Java; without it html-validate stands alone, and the run says so.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from sarif import invalid_sarif  # noqa: E402  # beside this file

from harness.broad import broad, short_lists  # noqa: E402  # from tests/, which is no package
from harness.building import build  # noqa: E402
from harness.server import PREFIX, Compressing  # noqa: E402

HOME = ROOT / ".quality"
MODULES = HOME / "node_modules"
NODE = 22
"""The least Node that html-validate runs on."""
PAGES = (
    "dossiers/gulf-shipping-2019/2019-06-14-two-tankers-attacked-in-the-gulf-of-oman/",
    "entities/iran/",
    "topics/gulf-shipping/",
)
TRIES = 3
"""A busy machine makes every page slow; the best of so many runs counts."""
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}


def main() -> None:
    """Build, look, and exit 1 where something falls short."""
    node = install()
    shutil.rmtree(HOME / "sites", ignore_errors=True)
    with short_lists():
        every_kind = build(broad(HOME / "sites" / "broad"), site_dir=str(HOME / "sites/every-kind"))
    environment = {**os.environ, "SITE_URL": f"http://127.0.0.1{PREFIX}"}
    own = HOME / "sites" / "own"
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "--site-dir", str(own)]
    subprocess.run(mkdocs, cwd=ROOT, check=True, env=environment)
    faults = [fault for site in (every_kind.folder, own) for fault in invalid(node, site)]
    faults += invalid_sarif(MODULES, ROOT / "tests/golden/problems")
    faults += lighthouse(node, own)
    print("\n".join(faults) or "nothing falls short")
    sys.exit(bool(faults))


def install() -> str:
    """Install what package.json names, and a Node where there is none that is new enough."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("make quality needs npm; on Debian: apt-get install npm")
    HOME.mkdir(exist_ok=True)
    shutil.copy(Path(__file__).with_name("package.json"), HOME)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run([npm, "install", *quiet], cwd=HOME, check=True)
    found = shutil.which("node")
    if found and major(found) >= NODE:
        return found
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    package = f"node-{sys.platform}-{machine}"
    subprocess.run([npm, "install", "--no-save", *quiet, f"{package}@{NODE}"], cwd=HOME, check=True)
    return str(MODULES / package / "bin" / "node")


def major(node: str) -> int:
    """Return the first number of a Node's version."""
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.lstrip("v").partition(".")[0])


def invalid(node: str, site: Path) -> list[str]:
    """Return what the validators find in the pages of a site."""
    pages = sorted(str(page.relative_to(site)) for page in site.rglob("*.html"))
    config = Path(__file__).with_name("html-validate.json")
    script = MODULES / "html-validate/bin/html-validate.mjs"
    command = [node, str(script), "--config", str(config), "-f", "text", *pages]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    found = (done.stdout + done.stderr).splitlines() if done.returncode else []
    print(f"{site.name}: {len(pages)} pages, html-validate: {len(found)} errors")
    java = shutil.which("java")
    if java is None:
        print("vnu was not run: there is no Java")
        return found
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    command = [java, "-jar", str(jar), "--errors-only", "--format", "gnu", *pages]
    done = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    print(f"{site.name}: vnu: {len(lines)} errors")
    return found + lines


def lighthouse(node: str, site: Path) -> list[str]:
    """Return what falls short on three pages, as a phone on a slow line would get them."""
    browser = os.environ["DOSSIER_BROWSER"]
    handler = partial(Compressing, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    faults = []
    for page in PAGES:
        url = f"http://127.0.0.1:{server.server_port}{PREFIX}{page}"
        for _ in range(TRIES):
            report = audit(node, browser, url)
            scores = {name: round(100 * report["categories"][name]["score"]) for name in LEAST}
            if all(scores[name] >= least for name, least in LEAST.items()):
                break
        print(page, *(f"{name} {score}" for name, score in scores.items()))
        failed = [
            f"{audit['id']}: {audit['title']}"
            for audit in report["audits"].values()
            if audit["score"] is not None and audit["score"] < 0.9
        ]
        if any(scores[name] < least for name, least in LEAST.items()):
            faults += [f"{page}: {scores}", *failed]
    server.shutdown()
    return faults


def audit(node: str, browser: str, url: str) -> dict:
    """Return Lighthouse's report on a page."""
    script = MODULES / "lighthouse/cli/index.js"
    flags = "--headless=new --no-sandbox --disable-gpu"
    command = [node, str(script), url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(LEAST)}")
    environment = {**os.environ, "CHROME_PATH": browser}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        sys.exit(f"lighthouse failed on {url}:\n{done.stderr}")
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
