// SPDX-License-Identifier: EUPL-1.2
// The plan: which steps, in which order, by when, and why. As city/orientation/plans.py and circles.py.

import { truth } from "./conditions.js";
import { order } from "./graph.js";
import { band, dates, realistic, textOf } from "./timing.js";
import { decider } from "./verdicts.js";

const FIRST = 1000; // what somebody asked for stands before all else that is equally early

/** The plan of these answers: the steps in order, what is done already, the circles that had to be broken, and those that the city knows. */
export function plan(facts) {
  const { book } = facts;
  const done = new Set(book.steps.filter((step) => step.done && truth(step.done, facts)).map((step) => step.id));
  const chosen = new Map(choose(facts, done).map((each) => [each.step.id, each]));
  const ordered = order([...chosen.values()].map((each, rank) => forOrder(each, rank, facts)), done);
  return {
    steps: ordered.steps.map((placed) => shown(chosen.get(placed.id), placed, facts)),
    done: [...done].sort(),
    circles: ordered.circles,
    circles_known: circlesMet(book, chosen),
  };
}

// Those of which two steps are planned: one alone waits for nobody.
function circlesMet(book, chosen) {
  return book.circles
    .map(({ id, steps }) => ({ id, steps, met: steps.filter((key) => chosen.has(key)) }))
    .filter(({ met }) => met.length >= 2);
}

function choose(facts, done) {
  const decide = decider(facts);
  const wants = facts.answers.wants ?? new Set();
  return facts.book.steps
    .map((step) => ({ step, isWanted: step.wanted_by.some((code) => wants.has(code)) }))
    .filter(({ step, isWanted }) => !done.has(step.id) && (isWanted || belongs(step, facts)))
    .map((each) => ({ ...each, verdict: decide(each.step.rule) }))
    .filter(({ verdict }) => verdict.verdict !== "no")
    .map((each) => ({ ...each, dates: dates(each.step, facts), isUrgent: isUrgent(each.step, facts) }));
}

/** Whether the step is for somebody with these answers, asked for or not. */
export function belongs(step, facts) {
  const holds = step.for === null || truth(step.for, facts);
  return holds === null ? step.is_shown_if_unknown : holds;
}

function isUrgent(step, facts) {
  return step.urgent !== null && truth(step.urgent, facts) === true;
}

function forOrder({ step, dates: found, isUrgent, isWanted }, rank, { book, today }) {
  return {
    id: step.id,
    needs: step.prerequisites,
    mode: step.mode,
    strength: step.strength,
    isUrgent,
    band: book.bands.indexOf(band(step, found, today, book.bands)),
    due: found.due,
    rank: isWanted ? rank - FIRST : rank,
  };
}

function shown({ step, verdict, dates: found, isUrgent }, placed, { answers, book, today }) {
  const text = (day) => (day === null ? null : textOf(day));
  const isOfAge = (age) => step.ages && step.ages[0] <= age && age <= step.ages[1];
  return {
    id: step.id,
    ...verdict,
    band: book.bands[placed.band],
    urgent: isUrgent,
    due: text(found.due),
    because: found.because,
    realistic: text(realistic(found, today)),
    window: found.window ? [text(found.window.begins), text(found.window.ends)] : null,
    blocked_by: placed.blocked_by,
    for_children: (answers.children_ages ?? []).filter(isOfAge),
    with: step.with,
  };
}
