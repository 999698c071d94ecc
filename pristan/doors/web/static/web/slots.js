// SPDX-License-Identifier: EUPL-1.2
// Slots of a part: <template data-told="name" data-key="key">, left out unless it is told. The server writes them from the same
// templates as its own pages (doors/web/templatetags/web.py, `told`), so no words of a reader stand in a script.

/**
 * @typedef {Object<string, *>} Told  name of a slot -> true: as it stands; an object: with these words in the place of {word};
 *   an array: those of these keys, in this order; a Set: those of these keys, where they stand; a Map: these with the words of each
 */

/** A copy of a part, its slots opened by what is told. @param {Told} told */
export function opened(part, told) {
  const made = document.importNode(part.content ?? part, true);
  open(made, told);
  return made;
}

function open(root, told) {
  const slots = [...root.querySelectorAll("template[data-told]")];
  for (const name of new Set(slots.map((each) => each.dataset.told))) {
    const [same, how] = [slots.filter((each) => each.dataset.told === name), told[name]];
    if (Array.isArray(how)) inOrder(same, how, told);
    else for (const each of same) each.replaceWith(...inPlace(each, how, told));
  }
}

function inPlace(slot, how, told) {
  if (how instanceof Set) return how.has(slot.dataset.key) ? [opened(slot, told)] : [];
  const words = how instanceof Map ? how.get(slot.dataset.key) : how;
  return words ? [filled(opened(slot, told), words)] : [];
}

// Among links stand commas: one between each two that are shown.
function inOrder(slots, keys, told) {
  const named = new Map(slots.map((each) => [each.dataset.key, each]));
  const comma = slots[0].parentNode.querySelector(':scope > template[data-told="comma"]');
  const shown = keys.filter((key) => named.has(key)).map((key) => opened(named.get(key), told));
  slots[0].before(...shown.flatMap((each, at) => (at && comma ? [opened(comma, told), each] : [each])));
  for (const each of slots) each.remove();
}

function filled(made, words) {
  const texts = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    texts.currentNode.data = texts.currentNode.data.replace(/\{(\w+)\}/g, (whole, name) => words[name] ?? whole);
  }
  return made;
}
