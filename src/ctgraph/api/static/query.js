// The query page: asks /sparql and draws the answer with text nodes alone, so that nothing in it can act.
"use strict";

const form = document.getElementById("query-form");
const output = document.getElementById("answer");
const HREF = /^https?:\/\//;
const BASE = "https://w3id.org/ctgraph/";

function make(tag, text, attributes = {}) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function address(iri) {
  if (!iri.startsWith(BASE)) return iri;
  // Without the slashes that it may begin with: two of them would lead to another site.
  return "/" + iri.slice(BASE.length).replace(/^\/+/, "").replace(/^id\//, "doc/");
}

function cell(term) {
  const td = make("td");
  if (!term) return td;
  if (term.type === "uri" && HREF.test(term.value)) {
    td.append(make("a", term.value.replace(BASE, ""), { href: address(term.value), title: term.value }));
  } else {
    td.append(term.value);
    if (term["xml:lang"]) td.append(make("small", " " + term["xml:lang"]));
  }
  return td;
}

function draw(result) {
  if ("boolean" in result) return make("p", String(result.boolean));
  const table = make("table");
  const head = make("tr");
  for (const name of result.head.vars) head.append(make("th", name, { scope: "col" }));
  table.append(make("thead"));
  table.tHead.append(head);
  const body = make("tbody");
  for (const row of result.results.bindings) {
    const tr = make("tr");
    for (const name of result.head.vars) tr.append(cell(row[name]));
    body.append(tr);
  }
  table.append(body);
  const box = make("div", undefined, { class: "scroll", tabindex: "0", role: "region", "aria-label": "answer" });
  box.append(table);
  return box;
}

function show(...nodes) {
  output.replaceChildren(...nodes);
}

async function ask(query) {
  const body = new URLSearchParams({ query });
  const accept = "application/sparql-results+json, text/turtle;q=0.9";
  const response = await fetch("/sparql", { method: "POST", body, headers: { Accept: accept } });
  const type = response.headers.get("Content-Type") || "";
  if (!response.ok) {
    const problem = await response.json();
    show(make("p", problem.detail || problem.title, { class: "error", role: "alert" }));
  } else if (type.includes("json")) {
    const result = await response.json();
    const count = result.results ? make("p", result.results.bindings.length + " rows") : "";
    show(count, draw(result));
  } else {
    show(make("pre", await response.text()));
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(make("p", "…"));
  ask(new FormData(form).get("query")).catch(() => {
    show(make("p", "The answer broke off: it is not whole. Ask for less.", { class: "error", role: "alert" }));
  });
});
