// SPDX-License-Identifier: EUPL-1.2
// Marks beside the entries of a list: whether somebody with the answers that are kept in this tab may use them. Nothing is hidden, and
// nothing is sent: the rules are the same for everybody. Comes only where answers are kept (static/ui/page.js).

import { load } from "../orientation/engine.js";
import { forget, kept } from "./kept.js";

const ORDER = ["yes", "depends", "not_known", "no"];
const UNMARKED = ORDER.indexOf("not_known"); // what has no rule is not known either
const main = document.getElementById("main");
const parts = document.querySelector("template[data-marking]");
const usual = new Map(); // list -> its entries in the usual order

async function mark() {
  const answer = await fetch(parts.dataset.rules);
  const rules = await answer.json();
  const engine = load(rules);
  const told = engine.read(kept(), parts.dataset.today);
  if (told.malformed.length) return forget();
  const found = new Map(engine.verdicts(engine.precise(told)).map((each) => [each.id, each.verdict]));
  const verdicts = new Map(rules.items.map(({ id, at }) => [at ?? id, found.get(id)]));
  for (const link of main.querySelectorAll(".card h3 a, .names a")) {
    const address = /\/(?:entry|i)\/([^/]+)\/$/.exec(link.pathname)?.[1];
    if (verdicts.has(address)) show(link.closest("li"), verdicts.get(address));
  }
  const first = main.querySelector("[data-verdict]");
  if (first) offerOrder(first.parentNode);
}

function show(entry, verdict) {
  entry.dataset.verdict = verdict;
  if (!entry.querySelector(".marks")) entry.append(Object.assign(document.createElement("ul"), { className: "marks" }));
  entry.querySelector(".marks").prepend(part(`[data-mark="${verdict}"]`));
  if (!entry.closest(".group-urgent")) usual.set(entry.parentNode, [...entry.parentNode.children]);
}

function part(selector) {
  return document.importNode(parts.content.querySelector(selector), true);
}

function offerOrder(list) {
  const bar = part("[data-order]");
  const [first, back, stop] = ["first", "usual", "stop"].map((name) => bar.querySelector(`[data-by="${name}"]`));
  const rank = (entry) => (entry.dataset.verdict ? ORDER.indexOf(entry.dataset.verdict) : UNMARKED);
  const turn = (button, other, order) => button.addEventListener("click", () => {
    for (const [each, entries] of usual) each.append(...order(entries));
    [button.hidden, other.hidden] = [true, false];
    other.focus();
  });
  turn(first, back, (entries) => [...entries].sort((one, other) => rank(one) - rank(other)));
  turn(back, first, (entries) => entries);
  stop.addEventListener("click", () => {
    forget();
    clear();
  });
  (list.closest("section") ?? list).before(bar);
}

function clear() {
  for (const [each, entries] of usual) each.append(...entries);
  for (const each of main.querySelectorAll("[data-mark], [data-order]")) each.remove();
  for (const each of main.querySelectorAll("[data-verdict]")) delete each.dataset.verdict;
}

// A page that the browser kept comes back as it was; what was wiped since must not.
addEventListener("pageshow", (event) => {
  if (event.persisted && kept() === null) clear();
});

mark().catch(() => clear()); // a list without marks is the list that it was
