// SPDX-License-Identifier: EUPL-1.2
// Runs the engine of the browser over vectors and tells where it answers otherwise than they do. Nothing is left out.

import { load } from "/orientation/engine.js";

/** @returns {{case: number, at: string, expected: *, found: *}[]} the first difference of each case */
export function differences(portable, cases) {
  const engine = load(JSON.parse(portable));
  return JSON.parse(cases).flatMap(({ given, today, ...expected }, at) => {
    const found = difference(expected, JSON.parse(JSON.stringify(outcome(engine, given, today, "next" in expected))), "");
    return found ? [{ case: at, ...found }] : [];
  });
}

function outcome(engine, given, today, isAsked) {
  const told = engine.read(given, today);
  const { facts, refused, ignored, problems, malformed } = told;
  const answers = facts && { ...facts.answers };
  if (answers && answers.wants) answers.wants = [...answers.wants].sort();
  const read = { answers, refused, ignored, problems, malformed };
  if (malformed.length) return { read };
  const made = { read, verdicts: engine.verdicts(told), plan: engine.plan(told) };
  const nulls = Object.keys(given).filter((key) => given[key] === null);
  return isAsked ? { ...made, next: engine.next(told), question: engine.question(told, nulls) } : made;
}

function difference(expected, found, at) {
  if (expected === null || found === null || typeof expected !== "object" || typeof found !== "object") {
    return expected === found ? null : { at, expected, found };
  }
  if (Array.isArray(expected) !== Array.isArray(found)) return { at, expected, found };
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    if (!(key in expected) || !(key in found)) return { at: `${at}.${key}`, expected: expected[key], found: found[key] };
    const inside = difference(expected[key], found[key], `${at}.${key}`);
    if (inside) return inside;
  }
  return null;
}
