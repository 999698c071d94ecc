// SPDX-License-Identifier: EUPL-1.2
// Rules of items, and how far it can be told what they give. As core/rules/items.py.
//
// Outcomes are ordered by protection: no, not known, yes. What is still possible is a span from the worst to the best.

import { compiled, truth } from "./conditions.js";

export const [NO, NOT_KNOWN, YES] = [0, 1, 2];
const WORTH = { no: NO, unknown: NOT_KNOWN, yes: YES };

/**
 * @typedef {{worth: number, when: ?Object, to_check: string[]}} Cell
 * @typedef {{cells: {cell: Cell, codes: Set<string>}[], own: Map<string, Cell>, otherwise: Cell, when: ?Object}} Rule
 * @typedef {{cell: Cell, codes: string[], worst: number, best: number}} Part  a cell and the person's statuses that lead to it
 * @typedef {{bases: Part[], certain: Part[], maybe: Part[]}} Parts
 * @typedef {number[]} Span  the worst outcome that is still possible, and the best
 */

/** A rule ready to be weighed. Equal cells are one object. @returns {Rule} */
export function ruleOf(given, named) {
  const cells = new Map();
  const interned = ({ entitled, when = null, to_check = [] }) => {
    const key = JSON.stringify([entitled, when, to_check]);
    if (!cells.has(key)) cells.set(key, { worth: WORTH[entitled], when: compiled(when, named), to_check });
    return cells.get(key);
  };
  const groups = (given.cells ?? []).map((each) => ({ cell: interned(each), codes: new Set(each.statuses) }));
  const own = new Map(groups.flatMap(({ cell, codes }) => [...codes].map((code) => [code, cell])));
  return { cells: groups, own, otherwise: interned(given.otherwise), when: compiled(given.when, named) };
}

/** The cells that may matter. Equal ones are one part, but for overlays held: each of these may decide. @returns {Parts} */
export function parts(rule, facts) {
  const { bases, certain, maybe } = facts.possible;
  const found = among(rule, bases, facts);
  const over = certain.map((code) => part(cellOf(rule, code), [code], facts));
  // An overlay that may be held betters nothing where its cell is one that holds anyway.
  const held = [...over, ...(found.length === 1 ? found : [])];
  const isHeld = ({ cell }) => held.some((each) => each.cell === cell);
  return { bases: found, certain: over, maybe: among(rule, maybe, facts).filter((each) => !isHeld(each)) };
}

/** One of the bases, bettered by the overlays that are held, perhaps by those that may be. @returns {Span} */
export function combined({ bases, certain, maybe }) {
  let [worst, best] = [lowest(bases), NO];
  for (const each of certain) worst = Math.max(worst, each.worst);
  for (const group of [bases, certain, maybe]) for (const each of group) best = Math.max(best, each.best);
  return [worst, best];
}

/** The worst that any of these bases gives. */
export function lowest(bases) {
  return Math.min(...bases.map((each) => each.worst));
}

/** The span where the condition for everybody holds, no where it fails, both where that is open. @returns {Span} */
export function limited(when, [worst, best], facts) {
  const holds = when === null || truth(when, facts);
  if (holds) return [worst, best];
  return [NO, holds === null ? best : NO];
}

/** @returns {Span} */
export function span(rule, facts) {
  return limited(rule.when, combined(parts(rule, facts)), facts);
}

function cellOf(rule, code) {
  return rule.own.get(code) ?? rule.otherwise;
}

function among(rule, codes, facts) {
  if (codes.length < 2) return codes.map((code) => part(cellOf(rule, code), codes, facts));
  const found = [];
  for (const group of rule.cells) {
    const both = codes.filter((code) => group.codes.has(code));
    if (both.length) found.push(part(group.cell, both, facts));
  }
  const others = codes.filter((code) => !rule.own.has(code));
  if (others.length) found.push(part(rule.otherwise, others, facts));
  return found;
}

function part(cell, codes, facts) {
  const [worst, best] = limited(cell.when, [cell.worth, cell.worth], facts);
  return { cell, codes, worst, best };
}
