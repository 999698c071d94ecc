// SPDX-License-Identifier: EUPL-1.2
// Doubts: what is not known yet, and the answers that could make it true or false. As core/rules/doubts.py and levers.py.
//
// Attributes are bits of a number in the order of declaration. What a thing needs all of is combined in one of two ways: `alone`
// asks which single answer suffices, `together` which answers have a part in it.

import { tellingOfAge } from "./statuses.js";

/** @typedef {{truth: ?boolean, toTrue: number, toFalse: number}} Doubt */

const doubt = (truth, toTrue = 0, toFalse = 0) => ({ truth, toTrue, toFalse });
const [TRUE, FALSE, UNKNOWABLE] = [doubt(true), doubt(false), doubt(null)];

const alone = (needs) => needs.reduce((all, need) => all & need);
const together = (needs) => (needs.every(Boolean) ? needs.reduce((all, need) => all | need) : 0);

/**
 * Finds levers of many rules under the same facts: the attributes whose answers can still move what is possible.
 * `allowed`: the attributes that may still be answered, as bits. @returns {function(Rule, Parts, Span): string[]}
 */
export function leversUnder(facts, allowed) {
  const ways = [alone, together].map((needed) => weighing(facts, allowed, needed));
  const names = facts.book.attributes;
  return (rule, found, [worst, best]) => {
    const every = [...found.bases, ...found.certain, ...found.maybe].map((part) => part.cell.worth);
    const doubtful = new Set(every.filter((worth) => worst < worth && worth <= best));
    for (const way of ways) {
      let moving = 0;
      for (const worth of doubtful) {
        const reached = reaches(worth, rule, found, way);
        moving |= reached.toTrue | reached.toFalse;
      }
      if (moving) return names.filter((each) => each.bit & moving).map((each) => each.name);
    }
    return [];
  };
}

/** Is the outcome at least this? @returns {Doubt} */
function reaches(worth, rule, found, way) {
  const gives = (part) => {
    if (part.worst >= worth) return TRUE;
    return part.best < worth || part.cell.when === null ? FALSE : way.condition(part.cell.when);
  };
  const reached = way.some([
    way.whichever(found.bases.map(gives)),
    ...found.certain.map(gives),
    ...found.maybe.map((part) => way.every([way.overlays(part.codes), gives(part)])),
  ]);
  return rule.when === null ? reached : way.every([way.condition(rule.when), reached]);
}

/** How doubts are weighed: `needed` combines what is needed. */
function weighing(facts, allowed, needed) {
  const { named, statuses } = facts.book;
  const { bases, certain, maybe, box } = facts.possible;
  const boxBit = box ? named.get(box).bit & allowed : 0;
  // Age tells nothing of a status but that nobody of age is a minor.
  const ofAge = tellingOfAge(facts.answers).reduce((all, name) => all | named.get(name).bit, 0) & allowed;
  const isMinor = (code) => statuses.byCode.get(code).is_minor;
  const over = new Map(maybe.map((code) => [code, doubt(null, boxBit, boxBit | (isMinor(code) ? ofAge : 0))]));

  /** Do all hold? One that fails is enough to say no; for a yes all are needed. */
  function every(doubts) {
    if (doubts.some((each) => each.truth === false)) return FALSE;
    const open = doubts.filter((each) => each.truth === null);
    if (!open.length) return TRUE;
    return doubt(null, needed(open.map((each) => each.toTrue)), open.reduce((all, each) => all | each.toFalse, 0));
  }

  const some = (doubts) => contrary(every(doubts.map(contrary)));
  const overlays = (codes) => some(codes.map((code) => over.get(code)));

  /** Does the one hold that the person's base picks? That is known when the base is, or when all say the same. */
  function whichever(doubts) {
    if (doubts.length === 1) return doubts[0];
    const truths = new Set(doubts.map((each) => each.truth));
    if (truths.size === 1 && !truths.has(null)) return truths.has(true) ? TRUE : FALSE;
    const open = doubts.filter((each) => each.truth === null);
    const toTrue = comes(true, truths, open.map((each) => each.toTrue));
    return doubt(null, toTrue, comes(false, truths, open.map((each) => each.toFalse)));
  }

  // By a status that picks one that is so, or that other answers make so; or by answers that make all of them so.
  function comes(outcome, truths, needs) {
    const byStatus = needs.reduce((all, need) => all | needed([boxBit, need]), truths.has(outcome) ? boxBit : 0);
    return truths.has(!outcome) ? byStatus : byStatus | needed(needs);
  }

  function condition(of) {
    if (of.op === "all") return every(of.parts.map(condition));
    if (of.op === "any") return some(of.parts.map(condition));
    if (of.op === "not") return contrary(condition(of.part));
    if (of.op === "held") return status(of);
    if (of.isAnswerable(facts)) {
      const bit = named.get(of.attribute).bit & allowed;
      return doubt(null, bit, bit);
    }
    const truth = of.holds(facts);
    return truth === null ? UNKNOWABLE : truth ? TRUE : FALSE;
  }

  function status({ codes }) {
    const base = whichever(bases.map((code) => (codes.has(code) ? TRUE : FALSE)));
    const held = certain.filter((code) => codes.has(code)).map(() => TRUE);
    return some([...held, base, overlays(maybe.filter((code) => codes.has(code)))]);
  }

  return { condition, every, some, overlays, whichever };
}

function contrary(of) {
  return doubt(of.truth === null ? null : !of.truth, of.toFalse, of.toTrue);
}
