// SPDX-License-Identifier: EUPL-1.2
// The fields of a form become answers, as doors/web/plan_form.py reads them; and the fields that carry them to the next page.

const CODE = /^[a-z0-9_-]{1,60}$/;
const MOST_WANTS = 60;
const MOST = 200; // characters of a field
const FLAGS = { yes: true, no: false };

/** @typedef {Map<string, string[]>} Given  fields of a form by name */

/** Answers, and by field what could not be read. @param {Given} given @param {Map<string, string>} kinds of the attributes */
export function read(given, { asked, texts }, kinds) {
  const [codes, slips] = [wants(given), new Map()];
  const answers = codes.length ? { wants: codes } : {};
  for (const name of asked) {
    const [value, kind] = [valueOf(given, name), kinds.get(name)];
    if (!value) continue;
    const answer = READERS[kind](value);
    if (answer === null) slips.set(name, texts.get(kind === "number" ? "no-number" : "no-ages"));
    else answers[name] = answer;
  }
  return { answers, slips };
}

/** What was given already, as pairs of name and value. @returns {[string, string][]} */
export function hidden(given, { asked }, without = "") {
  const told = asked.filter((name) => name !== without && valueOf(given, name)).map((name) => [name, valueOf(given, name)]);
  return [...told, ...wants(given).map((code) => ["wants", code])];
}

export function valueOf(given, name) {
  return (given.get(name)?.[0] ?? "").trim().slice(0, MOST);
}

export function wants(given) {
  return (given.get("wants") ?? []).filter((each) => CODE.test(each)).slice(0, MOST_WANTS);
}

const asIs = (value) => value;
const READERS = { number: whole, ages, flag: (value) => FLAGS[value] ?? value, status: asIs, level: asIs };

function ages(value) {
  const found = value.split(/[,;،]/).filter((each) => each.trim()).map((each) => whole(each.trim()));
  return found.includes(null) ? null : found;
}

// In the digits of any script: who reads Arabic may write ٣٠.
function whole(value) {
  if (!/^[+-]?\p{Nd}+(?:_\p{Nd}+)*$/u.test(value)) return null;
  return Number(value.replace(/_/g, "").replace(/\p{Nd}/gu, digit));
}

// Digits stand in rows of ten, 0 first.
function digit(character) {
  let zero = character.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((character.codePointAt(0) - zero) % 10);
}
