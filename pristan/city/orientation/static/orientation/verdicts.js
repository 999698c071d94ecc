// SPDX-License-Identifier: EUPL-1.2
// Verdicts: yes, no, not known, or it depends on what; and why. As core/rules/verdicts.py and city/orientation/verdicts.py.

import { explain } from "./conditions.js";
import { leversUnder } from "./doubts.js";
import { combined, limited, lowest, NO, parts, YES } from "./items.js";

const SETTLED = ["no", "not_known", "yes"];
const EVERYTHING = -1; // all bits
const NONE = { holds: [], fails: [], open: [] };

/**
 * @typedef {{verdict: string, reasons: {holds: string[], fails: string[], open: string[]}, to_check: string[], by: string[], open: string[]}} Verdict
 *   `to_check`: keys of texts about what else must be so for a yes; `by`: the statuses whose cells decide, or may;
 *   `open`: the attributes whose answers can still change it
 */

const deciders = new WeakMap(); // as long as the facts are: a plan, verdicts and the next question share what was decided

/** Decides rules under the same facts, each of them once. @returns {function(Object): Verdict} */
export function decider(facts) {
  if (!deciders.has(facts)) deciders.set(facts, remembering(facts));
  return deciders.get(facts);
}

function remembering(facts) {
  const levers = leversUnder(facts, EVERYTHING);
  const known = new Map();
  return (rule) => {
    if (!known.has(rule)) known.set(rule, decided(rule, facts, levers));
    return known.get(rule);
  };
}

/** The verdict on every item, in the fixed order of the rulebook. @returns {(Verdict & {id: string, kind: string})[]} */
export function verdicts(facts) {
  const decide = decider(facts);
  return facts.book.items.map(({ id, kind, rule }) => ({ id, kind, ...decide(rule) }));
}

function decided(rule, facts, levers) {
  const found = parts(rule, facts);
  const inner = combined(found);
  const [worst, best] = limited(rule.when, inner, facts);
  const isSettled = worst === best;
  const isByItself = worst === inner[0] && best === inner[1];
  const deciding = isSettled ? (isByItself ? settling(found, worst) : []) : inPlay(found, inner);
  const codes = new Set(deciding.flatMap((part) => part.codes));
  return {
    verdict: isSettled ? SETTLED[worst] : "depends",
    reasons: reasons(rule, deciding, isSettled && worst === NO, facts),
    to_check: best === YES ? toCheck(deciding) : [],
    by: facts.possible.codes.filter((code) => codes.has(code)),
    open: isSettled ? [] : levers(rule, found, [worst, best]),
  };
}

// The cells that lead to a settled outcome by themselves: all bases together, or one overlay. Where one of them gives a yes with
// nothing to check, those that ask for more do not matter.
function settling(found, outcome) {
  const isSo = (part) => part.worst === outcome && part.best === outcome;
  const ways = found.bases.every(isSo) ? [found.bases] : [];
  ways.push(...found.certain.filter(isSo).map((part) => [part]));
  const free = ways.filter((way) => way.every((part) => !part.cell.to_check.length));
  return (free.length ? free : ways).flat();
}

// The cells that may still decide: bases that no overlay overrules, overlays that better a base.
function inPlay(found, inner) {
  const bases = found.bases.filter((part) => part.best >= inner[0]);
  const better = Math.max(inner[0], lowest(found.bases) + 1);
  return [...bases, ...[...found.certain, ...found.maybe].filter((part) => part.best >= better)];
}

function reasons(rule, deciding, isNo, facts) {
  const conditions = deciding.map((part) => part.cell.when).filter((when) => when !== null);
  const explained = conditions.map((condition) => explain(condition, facts));
  if (rule.when !== null) {
    const forEverybody = explain(rule.when, facts);
    // Where the answer is no, that others hold is no reason for it.
    if (!isNo || forEverybody.truth === false) explained.push(forEverybody);
  }
  if (!explained.length) return NONE;
  const because = (truth) => {
    const leaves = explained.filter((each) => each.truth === truth).flatMap((each) => each.because);
    return [...new Set(leaves)].map((leaf) => facts.book.sentences.get(leaf));
  };
  return { holds: because(true), fails: because(false), open: because(null) };
}

function toCheck(deciding) {
  const keys = deciding.filter((part) => part.best === YES).flatMap((part) => part.cell.to_check);
  return [...new Set(keys)];
}
