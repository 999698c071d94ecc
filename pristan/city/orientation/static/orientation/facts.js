// SPDX-License-Identifier: EUPL-1.2
// Answers read from whatever was given, and the facts that rules are weighed against. As core/rules/attributes.py and facts.py.

import { problems } from "./problems.js";
import { possible } from "./statuses.js";

const MOST_CHILDREN = 20;
const MOST_WANTS = 60;
const CODE = /^[a-z0-9_-]{1,60}$/;
const BEYOND = 2 ** 20; // farther than any answer may lie: the end of a range that has none

/**
 * @typedef {{key: string, what: string, mend: string}} Malformed  the texts never repeat what was given
 * @typedef {Object<string, *>} Answers  name -> code, whole number, sorted ages, true or false, level, set of codes
 * @typedef {{book: Object, answers: Answers, today: number, possible: Object}} Facts  `today` in days since 1970
 * @typedef {{facts: ?Facts, refused: string[], ignored: string[], problems: Object[], malformed: Malformed[]}} Told
 *   no facts where something is malformed: nothing is decided on half an answer; `refused`: asked, and given as null
 */

/** Not an answer to this attribute: what is wrong, and what would be right. */
class Unfit extends Error {
  constructor(what, mend) {
    super(what);
    this.mend = mend;
  }
}

/** Read what was given. Never throws: what does not fit is listed, all of it. @returns {Told} */
export function read(given, book, today) {
  if (given === null || typeof given !== "object" || Array.isArray(given)) {
    const malformed = [{ key: "", what: "These are no answers.", mend: "Send an object of names and answers." }];
    return { facts: null, refused: [], ignored: [], problems: [], malformed };
  }
  const own = new Map(Object.entries(given));
  const [answers, malformed] = [{}, []];
  for (const attribute of book.attributes) {
    const value = own.get(attribute.name) ?? null;
    if (value === null) continue;
    try {
      answers[attribute.name] = READERS[attribute.kind](attribute, value, book);
    } catch (unfit) {
      if (!(unfit instanceof Unfit)) throw unfit;
      malformed.push({ key: attribute.name, what: unfit.message, mend: unfit.mend });
    }
  }
  const ignored = [...own.keys()].filter((key) => !book.named.has(key)).sort(byCodePoints);
  if (malformed.length) return { facts: null, refused: [], ignored, problems: [], malformed };
  const facts = factsOf(answers, book, today);
  const names = book.attributes.map((each) => each.name);
  // Where all of them stand there, it is a form, and null is what nobody was asked yet.
  const refused = names.every((name) => own.has(name)) ? [] : names.filter((name) => own.get(name) === null);
  return { facts, refused, ignored, problems: problems(answers, book.statuses), malformed };
}

/** @returns {Facts} */
export function factsOf(answers, book, today) {
  return { book, answers, today, possible: possible(answers, book.statuses) };
}

/** The same facts with one answer more. @returns {Facts} */
export function told(facts, name, answer) {
  return factsOf({ ...facts.answers, [name]: answer }, facts.book, facts.today);
}

/** A bound as a number, a level by its place; null: a parameter that has no value today. */
export function number(bound, facts) {
  if (typeof bound === "number") return bound;
  if (typeof bound === "string") return facts.book.levels.indexOf(bound);
  const dated = facts.book.parameters.get(bound[1]) ?? [];
  const valid = dated.filter((each) => each.since <= facts.today && facts.today <= each.until);
  return valid.length ? valid[valid.length - 1].value : null;
}

/** Both ends of a range, an open end beyond all answers; null: a parameter has no value today. @returns {?number[]} */
export function limits(least, most, facts) {
  const low = least === null ? -BEYOND : number(least, facts);
  const high = most === null ? BEYOND : number(most, facts);
  return low === null || high === null ? null : [low, high];
}

function whole(attribute, value) {
  const range = `Send a whole number from ${attribute.least} to ${attribute.most}, or null.`;
  if (!Number.isInteger(value)) throw new Unfit("This is not a whole number.", range);
  if (value < attribute.least || value > attribute.most) throw new Unfit("This number is out of bounds.", range);
  return value + 0; // there is no -0
}

const READERS = {
  status(_, value, { statuses }) {
    if (typeof value !== "string") {
      throw new Unfit("This is not the code of a status.", "Send one of the codes as text, or null.");
    }
    if (!statuses.byCode.has(value)) {
      throw new Unfit("No status has this code.", "Send one of the codes that the city lists, or null.");
    }
    return value;
  },
  number: whole,
  ages(attribute, value) {
    if (!Array.isArray(value)) {
      throw new Unfit("This is not a list of ages.", "Send a list such as [3, 7]; [] means no children.");
    }
    if (value.length > MOST_CHILDREN) {
      throw new Unfit("These are too many ages.", `Send at most ${MOST_CHILDREN}.`);
    }
    return value.map((age) => whole(attribute, age)).sort((one, other) => one - other);
  },
  flag(_, value) {
    if (typeof value !== "boolean") {
      throw new Unfit("This is neither true nor false.", "Send true, false, or null.");
    }
    return value;
  },
  level(_, value, { levels }) {
    if (!levels.includes(value)) {
      throw new Unfit("This is not a level.", `Send one of ${levels.join(", ")}, or null.`);
    }
    return value;
  },
  codes(_, value) {
    if (!Array.isArray(value)) {
      throw new Unfit("This is not a list of codes.", 'Send a list such as ["housing"], or null.');
    }
    if (value.length > MOST_WANTS) throw new Unfit("These are too many codes.", `Send at most ${MOST_WANTS}.`);
    if (!value.every((code) => typeof code === "string" && CODE.test(code))) {
      throw new Unfit("One of these is not a code.", "A code has 1 to 60 of the characters a-z, 0-9, - and _.");
    }
    return new Set(value);
  },
};

// JavaScript sorts by UTF-16 units, which puts the rarest letters elsewhere.
function byCodePoints(one, other) {
  const [left, right] = [[...one], [...other]];
  const at = left.findIndex((each, place) => each !== right[place]);
  if (at < 0) return left.length - right.length;
  return at < right.length ? left[at].codePointAt(0) - right[at].codePointAt(0) : 1;
}
