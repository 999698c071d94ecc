// SPDX-License-Identifier: EUPL-1.2
// A sheet of paper carries its steps in the fragment of an address (doors/web/fragment.py). A fragment is never sent: this
// script reads it, shows these steps of the list, and takes it out of the address and the history.

const root = document.querySelector("[data-steps]");
const all = (name) => [...root.querySelectorAll(`[data-${name}]`)];

function say(...names) {
  for (const each of all("said")) each.hidden = !names.includes(each.dataset.said);
}

function read(fragment) {
  const found = /^#p=(\d{1,15})\.((?:[\w-]{3})+)$/.exec(fragment);
  return found && { version: Number(found[1]), places: new Set(found[2].match(/.{3}/g)) };
}

function show(sheet) {
  const mine = all("step").filter((each) => sheet?.places.has(each.dataset.step));
  for (const each of all("step")) each.hidden = mine.length > 0 && !mine.includes(each);
  for (const each of all("band")) each.hidden = !each.querySelector("[data-step]:not([hidden])");
  if (!mine.length) return say("broken", "all");
  const isEarlier = sheet.version < Number(root.dataset.version);
  const isLess = new Set(mine.map((each) => each.dataset.step)).size < sheet.places.size;
  say("mine", isEarlier && "earlier", isLess && "gone");
}

function arrive() {
  const { hash } = location;
  if (!hash.startsWith("#p=")) return;
  history.replaceState(null, "", location.pathname + location.search);
  // The same steps in another language: the links of this page keep them, the address does not.
  for (const link of document.querySelectorAll("a[hreflang]")) link.hash = hash;
  show(read(hash));
}

arrive();
addEventListener("hashchange", arrive);
