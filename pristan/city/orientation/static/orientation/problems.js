// SPDX-License-Identifier: EUPL-1.2
// Answers that cannot all be true: named, never silently mended. As core/rules/problems.py.

import { ADULT, BOXES } from "./statuses.js";

const YOUNGEST_PARENT = 10;
const YOUNGEST_WORKER = 15;
const [YOUNGEST_MOTHER, OLDEST_MOTHER] = [10, 65];
// Four years have 1461 days. Whole numbers only, so that every engine counts alike.
const [YEARS, DAYS] = [4, 1461];

const PAIRS = [
  ["age-and-birthday-differ", ["days_to_18th_birthday", "age"], ageAndBirthdayDiffer],
  ["arrival-before-birth", ["days_since_arrival", "age"], (days, age) => (days - 366) * YEARS > age * DAYS],
  ["child-too-old", ["age", "children_ages"], (age, ages) => ages.some((each) => each >= age - YOUNGEST_PARENT)],
  ["age-of-pregnancy", ["age", "pregnant"],
    (age, isPregnant) => isPregnant && !(age >= YOUNGEST_MOTHER && age <= OLDEST_MOTHER)],
  ["age-of-work", ["age", "works"], (age, works) => works && age < YOUNGEST_WORKER],
];

/** All contradictions of well-formed answers, in a fixed order. @returns {{code: string, keys: string[]}[]} */
export function problems(answers, statuses) {
  const isTold = (key) => answers[key] !== undefined;
  const found = PAIRS.filter(
    ([, keys, isContradiction]) => keys.every(isTold) && isContradiction(...keys.map((key) => answers[key])),
  ).map(([code, keys]) => ({ code, keys: [...keys] }));
  const keys = minorAndAdult(answers, statuses);
  if (keys.length) found.push({ code: "minor-of-age", keys });
  if (BOXES.every(isTold)) {
    const code = twoStatuses(answers.legal_status, answers.base_status, statuses);
    if (code) found.push({ code, keys: [...BOXES] });
  }
  return found;
}

// Of age before the 18th birthday or a child after it; else more than a year apart.
function ageAndBirthdayDiffer(days, age) {
  if (age >= ADULT === days > 0) return true;
  const [latest, earliest] = [ADULT - age + 1, ADULT - age - 2];
  return days * YEARS > latest * DAYS || days * YEARS < earliest * DAYS;
}

function minorAndAdult(answers, statuses) {
  const minor = BOXES.filter((box) => statuses.byCode.get(answers[box])?.is_minor);
  const grown = [];
  if ((answers.days_to_18th_birthday ?? 0) < 0) grown.push("days_to_18th_birthday");
  if ((answers.age ?? 0) >= ADULT) grown.push("age");
  return minor.length && grown.length ? [...minor, ...grown] : [];
}

function twoStatuses(first, second, statuses) {
  const both = [first, second];
  const bases = both.filter((code) => statuses.bases.includes(code));
  if (bases.length === 2 && first !== second) return "two-base-statuses";
  // An overlay over a base it is never held with, or two overlays that leave no base under them.
  const isExcluded = (base) => both.some((code) => statuses.byCode.get(code).not_with.has(base));
  return (bases.length ? bases : statuses.bases).every(isExcluded) ? "statuses-exclude-each-other" : null;
}
