{#- Runs on each page just before Material's script: what that needs and is the same on every page, and what starts our search.

Material's own texts are taken from its templates as they are installed: what each page would hold in its head, and the
part of the search box that shows nothing before a script fills it. -#}
{%- import "partials/language.html" as lang with context -%}
{%- set head %}{% include "material/partials/javascripts/base.html" %}{% endset -%}
{%- set box %}{% include "material/partials/search.html" %}{% endset -%}
{%- set output = box.partition('<div class="md-search__output">') -%}
/* The theme's store of a reader's choices, on pages that do not need it earlier. */
if (!self.__md_scope) {
{{ head | replace("<script>", "") | replace("</script>", "") | replace(",location)", ",document.currentScript.src)") }}
}

(() => {
const form = document.querySelector("[data-md-component=search] form")
if (!form) return
const output = {{ (output[1] ~ output[2]) | tojson }}
if (!form.nextElementSibling) form.insertAdjacentHTML("afterend", output)
const asked = new URLSearchParams(location.search)
/* Where the page was opened from a result, Material's script marks the words; only then it may find the form. */
if (asked.has("h")) form.name = "search"
const { search } = JSON.parse(document.getElementById("__config").textContent)
const folder = new URL(".", document.currentScript.src)
const load = (name) =>
  document.head.append(Object.assign(document.createElement("script"), { src: new URL(name, folder) }))

/* Material's script makes its worker and asks it while a page loads. What it gets here keeps what is posted
   until the real worker runs, which is when the reader first touches the box; `box.js` then answers. */
const Started = window.Worker
class Port extends EventTarget {
  held = []
  postMessage(message) { this.receive ? this.receive(message) : this.held.push(message) }
}
const port = window.dossierSearch = new Port()
window.Worker = function (url, options) {
  if (url !== search) return new Started(url, options)
  window.Worker = Started
  return port
}
const start = () => {
  if (port.started) return
  port.started = true
  try { port.worker = new Started(new URL("worker.js", folder)) } catch { /* a page from a folder may not */ }
  load("box.js")
}
for (const touch of ["focusin", "pointerdown"]) form.addEventListener(touch, start)
/* Perhaps the reader was faster than this script, or the page's address asks already. */
if (form.contains(document.activeElement) || asked.has("q")) start()
})()
