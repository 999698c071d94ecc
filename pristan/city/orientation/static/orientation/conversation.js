// SPDX-License-Identifier: EUPL-1.2
// A conversation of few questions: what to ask next of somebody who may refuse each. As city/orientation/conversation.py.

import { mostTelling } from "./next.js";
import { plan } from "./plan.js";
import { BOXES } from "./statuses.js";

/**
 * The attribute to ask for now, null when no answer would change anything. The paper comes first; then the day from which the last
 * days of this plan count; then whatever settles most, the sensitive ones last.
 * @param {string[]} refused
 */
export function question(facts, refused) {
  const name = mostTelling(facts, refused)?.name ?? null;
  const isPaperOpen = facts.answers[BOXES[0]] === undefined && !refused.includes(BOXES[0]);
  return BOXES.includes(name) || (name && isPaperOpen) ? name : (dayWaitedFor(facts, refused) ?? name);
}

// The day that most steps of the plan wait for; of two, the one declared first.
function dayWaitedFor(facts, refused) {
  const { attributes, steps } = facts.book;
  const known = new Map(steps.map((step) => [step.id, step.counts_from]));
  const waiting = plan(facts).steps.filter((each) => each.because === "event-not-told").map((each) => known.get(each.id));
  const number = ({ name }) => waiting.filter((each) => each === name).length;
  const asked = attributes.filter((each) => each.is_asked && !refused.includes(each.name) && number(each));
  return asked.sort((one, other) => number(other) - number(one))[0]?.name ?? null;
}
