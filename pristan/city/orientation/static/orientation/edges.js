// SPDX-License-Identifier: EUPL-1.2
// What follows from needs alone: who needs each other in a circle, and where circles are best broken. As core/graph/edges.py and
// breaking.py. Steps are whole numbers; needs are a Map of a step to the steps that it needs.

/** @typedef {{step: number, need: number, weight: number}} Edge */

/** The edges that are the heaviest of some circle: without them there is no circle left. @param {Edge[]} edges @returns {Set<Edge>} */
export function weakest(edges) {
  const found = new Set();
  const weights = edges.map((each) => each.weight);
  const named = edges.map((edge) => ({ edge, step: edge.step, need: edge.need }));
  const todo = [[halved(named, Infinity).lighter, Math.min(...weights), Math.max(...weights)]];
  while (todo.length) {
    const [within, low, high] = todo.pop();
    if (low === high) {
      for (const { edge } of within) if (edge.weight === low) found.add(edge);
    } else if (within.length) {
      const middle = Math.floor((low + high) / 2);
      const { lighter, heavier } = halved(within, middle);
      todo.push([lighter, low, middle], [heavier, middle + 1, high]);
    }
  }
  return found;
}

/** The groups in which each needs every other in the end, or a single one needs itself; sorted, the smallest first in each. */
export function circles(edges) {
  const tidy = needsOf([...edges].sort((one, other) => one.step - other.step || one.need - other.need));
  const isCircle = (group) => group.length > 1 || (tidy.get(group[0]) ?? []).includes(group[0]);
  return groups(tidy).filter(isCircle).map(turned).sort((one, other) => one[0] - other[0]);
}

/** All strongly connected components, each in the order in which Tarjan's search (1972) met it; with a stack of its own. */
export function groups(needs) {
  const [met, low, held, way, found] = [new Map(), new Map(), [], [], []];
  const enter = (each) => {
    low.set(each, met.size);
    met.set(each, met.size);
    held.push(each);
    way.push({ each, rest: [...(needs.get(each) ?? [])], at: 0 });
  };
  for (const root of needs.keys()) {
    if (!met.has(root)) enter(root);
    while (way.length) {
      const here = way[way.length - 1];
      const fresh = nextNew(here, met, low);
      if (fresh !== undefined) {
        enter(fresh);
        continue;
      }
      way.pop();
      const { each } = here;
      if (way.length) lower(way[way.length - 1].each, low.get(each), low);
      if (low.get(each) === met.get(each)) found.push(closed(each, held, low));
    }
  }
  return found;
}

/** @param {{step: number, need: number}[]} edges @returns {Map<number, number[]>} */
export function needsOf(edges, steps = []) {
  const needs = new Map(steps.map((step) => [step, []]));
  for (const { step, need } of edges) needs.set(step, [...(needs.get(step) ?? []), need]);
  return needs;
}

// The light edges within a circle of light edges, and all others with each such circle as one step.
function halved(named, most) {
  const isLight = ({ edge }) => edge.weight <= most;
  const shared = new Map();
  for (const group of groups(needsOf(named.filter(isLight)))) {
    if (group.length > 1) for (const each of group) shared.set(each, group[0]);
  }
  const [lighter, heavier] = [[], []];
  for (const each of named) {
    const [step, need] = [shared.get(each.step) ?? each.step, shared.get(each.need) ?? each.need];
    if (isLight(each) && step === need) lighter.push(each);
    else heavier.push({ edge: each.edge, step, need });
  }
  return { lighter, heavier };
}

function nextNew(here, met, low) {
  while (here.at < here.rest.length) {
    const need = here.rest[here.at++];
    if (!met.has(need)) return need;
    if (low.has(need)) lower(here.each, met.get(need), low);
  }
  return undefined;
}

// `low` holds the earliest met one that can be got back to, only for those not yet in a group.
function lower(each, place, low) {
  low.set(each, Math.min(low.get(each), place));
}

function closed(first, held, low) {
  const group = [];
  while (low.has(first)) {
    group.push(held.pop());
    low.delete(group[group.length - 1]);
  }
  return group.reverse();
}

function turned(group) {
  const at = group.indexOf(Math.min(...group));
  return [...group.slice(at), ...group.slice(0, at)];
}
