// SPDX-License-Identifier: EUPL-1.2
// The plan: which steps, in which order, by when, and why. As city/orientation/plans.py and circles.py.

import { truth } from "./conditions.js";
import { order } from "./graph.js";
import { band, dates, realistic, textOf } from "./timing.js";
import { decider } from "./verdicts.js";

// Of steps that are equally early, what somebody asked for comes first, and help that nobody asked about last: pages show it apart.
const FIRST = 1000;

/**
 * The plan of these answers: help that is always there, the steps in order, what is done already of those that are for this person,
 * the circles that had to be broken, and those that the city knows.
 */
export function plan(facts) {
  const { book } = facts;
  const decide = decider(facts);
  const done = new Set(book.steps.filter((step) => step.done && truth(step.done, facts)).map((step) => step.id));
  const chosen = new Map(choose(facts, done, decide).map((each) => [each.step.id, each]));
  const ordered = order(openingFirst(chosen).map((each, rank) => forOrder(each, rank, facts)), done);
  return {
    help: book.steps.filter((each) => each.is_always).map(({ id }) => ({ id })),
    steps: ordered.steps.map((placed) => shown(chosen.get(placed.id), placed, facts)),
    done: book.steps.filter((step) => done.has(step.id) && decide(step.rule).verdict !== "no").map(({ id }) => id).sort(),
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

function choose(facts, done, decide) {
  const wants = facts.answers.wants ?? new Set();
  return facts.book.steps
    .map((step) => ({ step, isWanted: step.wanted_by.some((code) => wants.has(code)) && isMeant(step, wants, facts) }))
    .filter(({ step, isWanted }) => !done.has(step.id) && (isWanted || belongs(step, facts)))
    .map((each) => ({ ...each, verdict: decide(each.step.rule) }))
    .filter(({ verdict }) => verdict.verdict !== "no")
    .map((each) => ({ ...each, dates: dates(each.step, facts), isUrgent: isUrgent(each.step, facts) }))
    .map((each) => ({ ...each, isAside: each.step.is_always && !isAsked(each, facts) }));
}

// Help in danger that is there for everybody stands apart until an answer asks for it.
function isAsked({ step, isWanted, isUrgent }, facts) {
  return isWanted || isUrgent || (step.for !== null && truth(step.for, facts) === true);
}

/** The steps that a person does, numbered through on screen, on paper and in a calendar: without the help that stands apart. */
export function toDo(made) {
  return made.steps.filter((each) => !each.aside);
}

// What most other steps of the plan wait for comes first, where nothing else decides.
function openingFirst(chosen) {
  const waiting = new Map();
  for (const { step } of chosen.values()) {
    for (const need of new Set(step.prerequisites)) waiting.set(need, (waiting.get(need) ?? 0) + 1);
  }
  const number = ({ step }) => waiting.get(step.id) ?? 0;
  return [...chosen.values()].sort((one, other) => number(other) - number(one));
}

function isMeant(step, wants, facts) {
  return wants.has(step.id) || belongs(step, facts) || !isForOtherChildren(step, facts.answers.children_ages);
}

/** Who asks for school with a child of 8 means no nursery. */
export function isForOtherChildren({ ages }, children) {
  return ages !== null && children !== undefined && !ofAges(ages, children).length;
}

/** Whether the step is for somebody with these answers, asked for or not. */
export function belongs(step, facts) {
  const holds = step.for === null || truth(step.for, facts);
  return holds === null ? step.is_shown_if_unknown : holds;
}

function isUrgent(step, facts) {
  return step.urgent !== null && truth(step.urgent, facts) === true;
}

/** The ages that lie between the two, both included. */
export function ofAges([least, most], children) {
  return children.filter((age) => least <= age && age <= most);
}

// Help in danger that cannot wait comes before every paper, also before one whose last day is past.
function forOrder({ step, dates: found, isUrgent, isWanted, isAside }, rank, { book, today }) {
  return {
    id: step.id,
    needs: step.prerequisites,
    mode: step.mode,
    strength: step.strength,
    isUrgent,
    band: book.bands.indexOf(band(step, found, today, book.bands)),
    due: step.is_always && isUrgent ? -Infinity : found.due ?? found.untold,
    rank: isWanted ? rank - FIRST : isAside ? rank + FIRST : rank,
  };
}

function shown({ step, verdict, dates: found, isUrgent, isAside }, placed, { answers, book, today }) {
  const text = (day) => (day === null ? null : textOf(day));
  return {
    id: step.id,
    ...verdict,
    band: book.bands[placed.band],
    urgent: isUrgent,
    aside: isAside,
    due: text(found.due),
    because: found.because,
    doubt: found.doubt,
    realistic: text(realistic(found, today)),
    window: found.window ? [text(found.window.begins), text(found.window.ends)] : null,
    blocked_by: placed.blocked_by,
    for_children: step.ages ? ofAges(step.ages, answers.children_ages ?? []) : [],
    with: step.with,
  };
}
