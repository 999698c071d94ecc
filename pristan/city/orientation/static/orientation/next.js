// SPDX-License-Identifier: EUPL-1.2
// The next question: the one whose answer, on average, settles most of what is still open. As core/rules/questions.py.
//
// Means are compared as fractions of whole numbers, so that every engine asks for the same.

import { tests } from "./conditions.js";
import { leversUnder } from "./doubts.js";
import { limits, told } from "./facts.js";
import { combined, limited, parts, span } from "./items.js";
import { ADULT, BOXES } from "./statuses.js";
import { verdicts } from "./verdicts.js";

// Where somebody stops being a minor.
const COMING_OF_AGE = { age: [ADULT], days_to_18th_birthday: [0] };

/** The next question, or null where no answer would change anything; and how much is settled. @param {string[]} refused */
export function next(facts, refused) {
  const attribute = mostTelling(facts, refused);
  const found = verdicts(facts);
  return {
    question: attribute ? attribute.name : null,
    ...(attribute ? asked(attribute, facts.book) : {}),
    settled: found.filter((each) => each.verdict !== "depends").length,
    total: found.length,
  };
}

function asked({ kind, is_sensitive, least, most }, { statuses }) {
  return { kind, is_sensitive, least, most, choices: kind === "status" ? [...statuses.byCode.keys()] : null };
}

/** The attribute whose answer settles most. */
export function mostTelling(facts, refused) {
  const { attributes, named } = facts.book;
  const waiting = waitingFor(facts, refused);
  const open = attributes.filter(({ name }) => waiting.has(name));
  const early = open.filter(({ name, is_sensitive }) => BOXES.includes(name) || !is_sensitive);
  const candidates = (early.length ? early : open).map(({ name }) => settled(named.get(name), waiting.get(name), facts));
  return candidates.sort(byPromise)[0]?.attribute ?? null;
}

// The rules that an answer to an attribute could move, by its name.
function waitingFor(facts, refused) {
  const { attributes, rules } = facts.book;
  const isAllowed = ({ name, is_asked }) => is_asked && !refused.includes(name);
  const levers = leversUnder(facts, attributes.filter(isAllowed).reduce((all, each) => all | each.bit, 0));
  const waiting = new Map();
  for (const rule of rules) {
    const found = parts(rule, facts);
    for (const name of levers(rule, found, limited(rule.when, combined(found), facts))) {
      waiting.set(name, [...(waiting.get(name) ?? []), rule]);
    }
  }
  return waiting;
}

// How many items an answer settles, all representative answers together, and how many of these there are.
function settled(attribute, waiting, facts) {
  const answers = representatives(attribute, facts);
  let sum = 0;
  for (const answer of answers) {
    const then = told(facts, attribute.name, answer);
    for (const rule of waiting) {
      const [worst, best] = span(rule, then);
      if (worst === best) sum += rule.number;
    }
  }
  return { attribute, sum, count: answers.length };
}

// The greater mean first, then the one that is not sensitive, then the one declared first.
function byPromise(one, other) {
  return (
    other.sum * one.count - one.sum * other.count ||
    one.attribute.is_sensitive - other.attribute.is_sensitive ||
    one.attribute.bit - other.attribute.bit
  );
}

// One answer of each sort that the rules tell apart.
function representatives(attribute, facts) {
  if (attribute.kind === "status") return facts.possible.codes;
  if (attribute.kind === "flag") return [true, false];
  if (attribute.kind === "level") return facts.book.levels;
  const lowest = starts(attribute, facts);
  return attribute.kind === "ages" ? [[], ...lowest.map((age) => [age])] : lowest;
}

// The lowest number of each interval into which the tested ranges cut all numbers.
function starts({ name, least, most }, facts) {
  const found = new Set([least, ...(COMING_OF_AGE[name] ?? [])]);
  for (const [low, high] of facts.book.ranges.get(name) ?? []) {
    const ends = limits(low, high, facts);
    if (ends) found.add(ends[0]).add(ends[1] + 1);
  }
  return [...found].filter((start) => start >= least && start <= most).sort((one, other) => one - other);
}

/** The ranges that rules test, by the name of the attribute. @returns {Map<string, Array>} */
export function rangesOf(rules) {
  const ranges = new Map();
  for (const rule of rules) {
    const conditions = [rule.when, ...rule.cells.map(({ cell }) => cell.when)].filter((when) => when !== null);
    for (const { attribute, values } of conditions.flatMap(tests)) {
      if (values) ranges.set(attribute, [...(ranges.get(attribute) ?? []), values]);
    }
  }
  return ranges;
}
