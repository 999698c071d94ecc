// SPDX-License-Identifier: EUPL-1.2
// A plan in order: by time band, then by what must come before, then by the day on which it is due. As core/graph.
//
// Steps are numbered in the order of their ids, so that a smaller number is an earlier id.

import { circles, groups, needsOf, weakest } from "./edges.js";

/**
 * @typedef {{id: string, needs: string[], mode: string, strength: string, isUrgent: boolean, band: number, due: ?number, rank: number}} Step
 *   `band`: the place of its band, 0 for the first
 * @typedef {{id: string, band: number, blocked_by: string[]}} Placed
 */

/**
 * The steps that are not done, in order, and the circles that had to be broken for it, the legal ones first.
 * @param {Step[]} given  each id once @param {Set<string>} done @returns {{steps: Placed[], circles: {steps: string[], strength: string}[]}}
 */
export function order(given, done) {
  const plan = [...given].sort((one, other) => (one.id < other.id ? -1 : 1));
  const every = plan.map((_, at) => at);
  const late = [];
  [...every].sort((one, other) => plan[one].rank - plan[other].rank || one - other).forEach((each, at) => (late[each] = at));

  const law = pending(plan, done, "legal");
  const ways = edges(around(law, plan)).map((edge) => ({ ...edge, weight: late[edge.need] }));
  const stuck = weakest(ways);
  const firm = ways.filter((edge) => !stuck.has(edge));
  const levels = pulled(plan, needsOf(firm, every));

  // A way that was not pulled forward may stand later than its step; then it says nothing about the order.
  const isInTime = ({ step, need }) => levels[need] <= levels[step];
  const weighed = new Map(firm.filter(isInTime).map((edge) => [keyOf(edge), { ...edge, weight: 0 }]));
  for (const edge of edges(pending(plan, done, "practical"))) {
    // What is against the bands cannot be followed anyway: the first to be passed over.
    weighed.set(keyOf(edge), { ...edge, weight: 1 + late[edge.need] + (isInTime(edge) ? 0 : plan.length) });
  }
  const wanted = [...weighed.values()];
  const vain = weakest(wanted);
  const kept = wanted.filter((edge) => !vain.has(edge) && isInTime(edge));
  const broken = [...brokenIn(ways, stuck, "legal", plan), ...brokenIn(wanted, vain, "practical", plan)];
  return { steps: placed(line(plan, needsOf(kept, every), levels), plan, levels, law), circles: broken };
}

// What each step needs, by law or in practice, and is in the plan; nothing if one of several ways is done.
function pending(plan, done, strength) {
  const places = new Map(plan.map((step, at) => [step.id, at]));
  const needs = ({ mode, needs }) => {
    if (mode === "any" && needs.some((need) => done.has(need))) return [];
    const inside = needs.filter((need) => places.has(need)).map((need) => places.get(need));
    return [...new Set(inside)].sort((one, other) => one - other);
  };
  return new Map(plan.map((step, at) => [at, step.strength === strength ? needs(step) : []]));
}

// Of several ways only those that do not lead back to the step, if there are such.
function around(needs, plan) {
  const turns = turnsOf(needs, plan);
  const home = new Map(groups(needs).flatMap((group) => group.map((each) => [each, group[0]])));
  const turn = (each) => turns.get(each) ?? Infinity;
  const leadsOn = (step, need) => home.get(step) !== home.get(need) || turn(need) < turn(step);
  return new Map(
    [...needs].map(([each, ways]) => {
      const chosen = ways.filter((need) => plan[each].mode === "all" || leadsOn(each, need));
      return [each, chosen.length ? chosen : ways];
    }),
  );
}

// In which turn each step can be done, one after another; what stands in or behind a circle has none.
function turnsOf(needs, plan) {
  const [wantedBy, missing] = [new Map(), new Map()];
  for (const [each, ways] of needs) {
    for (const need of ways) wantedBy.set(need, [...(wantedBy.get(need) ?? []), each]);
    missing.set(each, plan[each].mode === "any" ? Math.min(ways.length, 1) : ways.length);
  }
  const row = [...missing.keys()].filter((each) => !missing.get(each));
  for (const each of row) {
    for (const step of wantedBy.get(each) ?? []) {
      missing.set(step, missing.get(step) - 1);
      if (missing.get(step) === 0) row.push(step); // it grows while it is walked
    }
  }
  return new Map(row.map((each, turn) => [each, turn]));
}

// How early each step stands once nothing that the law asks for stands later than the step that needs it: 0 is urgent, then the bands.
function pulled(plan, needs) {
  const levels = plan.map((step) => (step.isUrgent ? 0 : 1 + step.band));
  const turn = (each) => [levels[each], plan[each].mode === "any" ? 1 : 0, plan[each].rank, each];
  const queue = plan.map((_, at) => turn(at));
  while (queue.length) {
    const [at, hasChoice, , each] = takeFirst(queue);
    let wanted = needs.get(each);
    if (hasChoice && wanted.length) {
      wanted = [first(wanted, (need) => [levels[need], plan[need].rank, need])];
    }
    for (const need of wanted) {
      if (at < levels[need]) {
        levels[need] = at;
        queue.push(turn(need));
      }
    }
  }
  return levels;
}

// The steps in order: again and again the first of those that wait for nothing.
function line(plan, needs, levels) {
  const due = wantedDays(plan, needs);
  const keys = plan.map((step, each) => [levels[each], step.isUrgent ? 0 : 1, due[each], step.rank, each]);
  return sorted(needs, (free) => first(free, (each) => keys[each]));
}

// The day by which each step is wanted: its own, or an earlier one of a step that needs it.
function wantedDays(plan, needs) {
  const wanted = plan.map((step) => step.due ?? Infinity);
  for (const each of sorted(needs, (free) => free[0]).reverse()) {
    for (const need of needs.get(each)) wanted[need] = Math.min(wanted[need], wanted[each]);
  }
  return wanted;
}

// The steps such that each stands after all that it needs; `choose` takes one of those that are free.
function sorted(needs, choose) {
  const waiting = new Map([...needs].map(([each, wanted]) => [each, new Set(wanted)]));
  const row = [];
  while (waiting.size) {
    const each = choose([...waiting.keys()].filter((one) => !waiting.get(one).size));
    waiting.delete(each);
    for (const wanted of waiting.values()) wanted.delete(each);
    row.push(each);
  }
  return row;
}

function placed(row, plan, levels, law) {
  const at = new Map(row.map((each, place) => [each, place]));
  const names = (needs) => needs.sort((one, other) => at.get(one) - at.get(other)).map((need) => plan[need].id);
  return row.map((each) => ({
    id: plan[each].id,
    band: Math.max(levels[each] - 1, 0),
    blocked_by: names(law.get(each).filter((need) => need !== each)),
  }));
}

function brokenIn(edges, passedOver, strength, plan) {
  const found = passedOver.size ? circles(edges) : [];
  return found.map((group) => ({ steps: group.map((each) => plan[each].id), strength }));
}

function edges(needs) {
  return [...needs].flatMap(([step, ways]) => ways.map((need) => ({ step, need })));
}

function keyOf({ step, need }) {
  return `${step} ${need}`;
}

function takeFirst(queue) {
  const found = first(queue, (turn) => turn);
  queue.splice(queue.indexOf(found), 1);
  return found;
}

// The one with the smallest key, compared place by place.
function first(list, key) {
  let [best, least] = [list[0], key(list[0])];
  for (const each of list) {
    const mine = key(each);
    if (isBefore(mine, least)) [best, least] = [each, mine];
  }
  return best;
}

function isBefore(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at < one.length && one[at] < other[at];
}
