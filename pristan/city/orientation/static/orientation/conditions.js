// SPDX-License-Identifier: EUPL-1.2
// Conditions in three values: true, false, or null where the answers do not tell; and which tests that is because of.
// As core/rules/nodes.py, conditions.py and canon.py. The logic is Kleene's strong logic of 1938.

import { limits, number } from "./facts.js";
import { dayOf } from "./timing.js";

/**
 * @typedef {{holds: function(Object): ?boolean, isAnswerable: function(Object): boolean}} Test
 * @typedef {Object} Condition  `op` is all, any, not, held or test; `part`, `parts`, `codes` or a Test with it
 * @typedef {string} Leaf  the canonical form of a test as text, with "!" before it where its contrary is meant
 */

/** A condition from its canonical form; `named`: all attributes by name. @returns {?Condition} */
export function compiled(given, named) {
  if (!given) return null;
  const [word, first, second, third] = given;
  if (word === "all" || word === "any") return { op: word, parts: first.map((part) => compiled(part, named)) };
  if (word === "not") return { op: "not", part: compiled(first, named) };
  const leaf = JSON.stringify(given);
  if (word === "from" || word === "until") return { op: "test", leaf, attribute: "today", ...ofDay(word, first) };
  if (first === "legal_status") return { op: "held", leaf, attribute: first, codes: new Set(second), holds: held };
  if (word !== "is") return { op: "test", leaf, attribute: first, ...RANGES[word](first, second, third) };
  // Only of numbers may the value be a parameter: elsewhere a list holds codes.
  const isOfCodes = Array.isArray(second) && named.get(first).kind !== "number";
  return { op: "test", leaf, attribute: first, ...(isOfCodes ? ofCodes : ofValue)(first, second) };
}

/** True, false, or null. */
export function truth(condition, facts) {
  if (condition.op === "not") return contrary(truth(condition.part, facts));
  if (!condition.parts) return condition.holds(facts);
  const settling = condition.op === "any";
  let isOpen = false;
  for (const each of condition.parts) {
    const part = truth(each, facts);
    if (part === settling) return settling;
    isOpen = isOpen || part === null;
  }
  return isOpen ? null : !settling;
}

/** The truth, and the leaves because of which it is so, in reading order. @returns {{truth: ?boolean, because: Leaf[]}} */
export function explain(condition, facts) {
  const found = because(condition, facts, false);
  return { truth: found.truth, because: [...new Set(found.because)] };
}

/** All tests of a condition, in reading order. @returns {Condition[]} */
export function tests(condition) {
  if (condition.op === "not") return tests(condition.part);
  return condition.parts ? condition.parts.flatMap(tests) : [condition];
}

function because(condition, facts, isNegated) {
  if (condition.op === "not") return because(condition.part, facts, !isNegated);
  if (!condition.parts) {
    const holds = condition.holds(facts);
    return { truth: isNegated ? contrary(holds) : holds, because: [(isNegated ? "!" : "") + condition.leaf] };
  }
  const isAny = (condition.op === "any") !== isNegated; // the contrary of "any" is "all" of the contraries
  const found = new Map();
  for (const each of condition.parts) {
    const part = because(each, facts, isNegated);
    if (isAny && part.truth) return part;
    found.set(part.truth, [...(found.get(part.truth) ?? []), ...part.because]);
  }
  // One part that fails fails all; else one that is open leaves it open.
  const outcome = (isAny ? [null, false] : [false, null, true]).find((each) => found.has(each));
  return { truth: outcome, because: found.get(outcome) };
}

function contrary(of) {
  return of === null ? null : !of;
}

// One of the person's statuses, base or overlay, is listed.
function held({ possible }) {
  const isListed = (code) => this.codes.has(code);
  if (possible.bases.every(isListed) || possible.certain.some(isListed)) return true;
  return possible.bases.some(isListed) || possible.maybe.some(isListed) ? null : false;
}

function ofDay(word, text) {
  const day = dayOf(text);
  const holds = word === "from" ? ({ today }) => today >= day : ({ today }) => today <= day;
  return { holds, isAnswerable: () => false }; // nobody is asked for the day
}

function ofValue(attribute, value) {
  const expected = Array.isArray(value) ? (facts) => number(value, facts) : () => value;
  return {
    values: typeof value === "boolean" ? undefined : [value, value],
    holds(facts) {
      const [answer, wanted] = [facts.answers[attribute], expected(facts)];
      return answer === undefined || wanted === null ? null : answer === wanted;
    },
    isAnswerable: (facts) => facts.answers[attribute] === undefined && expected(facts) !== null,
  };
}

function ofCodes(attribute, codes) {
  return {
    holds({ answers }) {
      return answers[attribute] === undefined ? null : codes.some((code) => answers[attribute].has(code));
    },
    isAnswerable: ({ answers }) => answers[attribute] === undefined,
  };
}

const RANGES = {
  between: ranged(({ levels }, answer, isIn) => isIn(typeof answer === "string" ? levels.indexOf(answer) : answer), true),
  some: ranged((_, ages, isIn) => ages.some(isIn), true),
  count: ranged((_, ages, isIn) => isIn(ages.length), false),
};

// `isOfValues`: the ends lie among the answers, and tell apart which of them are worth trying.
function ranged(isSo, isOfValues) {
  return (attribute, least, most) => ({
    values: isOfValues ? [least, most] : undefined,
    holds(facts) {
      const answer = facts.answers[attribute];
      const ends = answer === undefined ? null : limits(least, most, facts);
      return ends && isSo(facts.book, answer, (each) => ends[0] <= each && each <= ends[1]);
    },
    isAnswerable: (facts) => facts.answers[attribute] === undefined && limits(least, most, facts) !== null,
  });
}
