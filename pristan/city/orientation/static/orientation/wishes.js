// SPDX-License-Identifier: EUPL-1.2
// Broad wishes made precise. As city/orientation/wishes.py.

import { told } from "./facts.js";
import { belongs, isForOtherChildren } from "./plan.js";
import { decider } from "./verdicts.js";

/** The same facts, with the ids of the steps that a need further up asks for: those of the plan, and those that are a plain yes. */
export function precise(facts) {
  const wants = facts.answers.wants ?? new Set();
  const decide = decider(facts);
  const isMeant = (step) =>
    belongs(step, facts) || (decide(step.rule).verdict === "yes" && !isForOtherChildren(step, facts.answers.children_ages));
  const found = facts.book.steps.filter((step) => step.under.some((need) => wants.has(need)) && isMeant(step));
  return found.length ? told(facts, "wants", new Set([...wants, ...found.map((step) => step.id)])) : facts;
}
