// SPDX-License-Identifier: EUPL-1.2
// Legal statuses, and which of them a person may still have, given what was said. As core/rules/statuses.py.

export const ADULT = 18;
export const BOXES = ["legal_status", "base_status"];

/**
 * @typedef {{code: string, is_overlay: boolean, is_minor: boolean, not_with: Set<string>}} Status
 * @typedef {{byCode: Map<string, Status>, bases: string[], overlays: string[]}} Statuses
 * @typedef {{bases: string[], certain: string[], maybe: string[], box: ?string, codes: string[]}} Possible
 *   exactly one of `bases`, all of `certain`, any of `maybe`; `box`: the attribute whose answer can still tell more
 */

/** @returns {Statuses} in the order in which they are given */
export function statusesOf(given) {
  const all = given.map((each) => ({ ...each, not_with: new Set(each.not_with) }));
  const codes = (isOverlay) => all.filter((each) => each.is_overlay === isOverlay).map((each) => each.code);
  return { byCode: new Map(all.map((each) => [each.code, each])), bases: codes(false), overlays: codes(true) };
}

/**
 * What well-formed answers leave possible. Of two different bases, a contradiction, the first box counts.
 * @returns {Possible}
 */
export function possible(answers, statuses) {
  const said = BOXES.map((box) => answers[box]).filter((code) => code !== undefined);
  const base = said.find((code) => statuses.bases.includes(code));
  const certain = statuses.overlays.filter((code) => said.includes(code));
  const bases = base === undefined ? basesUnder(certain, statuses) : [base];
  const isAllSaid = said.length === 2 && said.every((code) => code === base || certain.includes(code));
  const maybe = isAllSaid ? [] : overlaysOver(bases, certain, answers, statuses);
  const box = BOXES.find((each) => answers[each] === undefined) ?? null;
  return { bases, certain, maybe, box, codes: [...bases, ...certain, ...maybe] };
}

/** Certainly of age. Who turns 18 today counts as a minor until the age says otherwise: the doubt is theirs. */
export function isAdult(answers) {
  return (answers.age ?? 0) >= ADULT || (answers.days_to_18th_birthday ?? 0) < 0;
}

/** The attributes that could still show, without contradiction, that somebody is no minor. */
export function tellingOfAge(answers) {
  if (answers.age !== undefined) return [];
  const day = answers.days_to_18th_birthday;
  if (day === undefined) return ["age", "days_to_18th_birthday"];
  return day <= 0 ? ["age"] : [];
}

function basesUnder(certain, statuses) {
  const isExcluded = (code) => certain.some((over) => statuses.byCode.get(over).not_with.has(code));
  const left = statuses.bases.filter((code) => !isExcluded(code));
  return left.length ? left : statuses.bases;
}

function overlaysOver(bases, certain, answers, statuses) {
  return statuses.overlays.filter((code) => {
    const status = statuses.byCode.get(code);
    const isTooOld = status.is_minor && isAdult(answers);
    return !certain.includes(code) && !isTooOld && !bases.every((base) => status.not_with.has(base));
  });
}
