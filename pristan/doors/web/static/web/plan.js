// SPDX-License-Identifier: EUPL-1.2
// The page of a plan, made of its parts. As doors/web/plan_page.py.

import { hidden } from "./answers.js";
import { toDo } from "../orientation/plan.js";
import { offerMarks } from "./choosing.js";
import { carry } from "./questions.js";
import { opened } from "./slots.js";
import { takeAlong } from "./taking.js";

const MOST_BY = 3; // more statuses that decide are not told one by one (city/orientation/verdicts.py)

/** @param {Object} tools  the engine, its rules and the parts @param {Object} told  what was told, and as the engine read it */
export function plan({ engine, rules, parts }, given, { read, answers }) {
  const told = engine.precise(read);
  const found = engine.plan(read);
  const [steps, circles] = [toDo(found), found.circles_known];
  const rights = engine.verdicts(told).filter((each) => each.kind === "right");
  const wants = told.facts.answers.wants ?? new Set();
  const met = circles.map((each) => each.id);
  const made = opened(parts.parts.get("plan"), {
    problem: read.problems.map((each) => each.code),
    band: new Set(steps.map((each) => each.band)), contents: counted(steps, "band"),
    stuck: met.length > 0, circle: new Set(met), draft: met.some((each) => parts.drafts.includes(each)),
    wishes: parts.needs.some((each) => wants.has(each)), wish: wants,
    law: rights.length > 0, verdict: counted(rights, "verdict"),
  });
  const asked = new Set(rules.steps.filter((each) => each.wanted_by.some((code) => wants.has(code))).map((each) => each.id));
  for (const each of steps) made.querySelector(`#band-${each.band} + ol`).append(step(parts, each, asked.has(each.id)));
  for (const each of rights) made.querySelector(`[data-verdict="${each.verdict}"]`).append(right(parts, each));
  carry(made.querySelector("[data-files]"), hidden(given, parts));
  takeAlong(made, parts, steps);
  offerMarks(made, answers);
  return made;
}

// How many there are of each, as words for a slot.
function counted(things, name) {
  const found = new Map();
  for (const { [name]: each } of things) found.set(each, { count: (found.get(each)?.count ?? 0) + 1 });
  return found;
}

function step(parts, found, isWanted) {
  const date = (day) => day && { date: parts.inWords(day) };
  const aim = found.window ? ["window", {}] : [found.because, date(found.realistic)];
  const isDated = Boolean(found.due || aim[1]);
  const isPast = found.due !== null && found.due < parts.today;
  const because = parts.texts.get(`because.${found.because}`);
  const made = opened(parts.steps.get(found.id), {
    wanted: isWanted, urgent: found.urgent, due: date(found.due),
    children: found.for_children.length > 0 && { ages: found.for_children.join(", ") },
    doubt: found.doubt, unread: found.doubt, past: isPast, aim: new Map(isPast ? [] : [aim]),
    deadline: !isDated, "deadline-too": isDated,
    because: because && { because }, depends: found.verdict === "depends",
    check: found.to_check, before: found.blocked_by.length > 0, link: found.blocked_by,
  });
  made.classList.toggle("plan-urgent", found.urgent);
  made.querySelector("details").open = found.band === "now";
  return made;
}

function right(parts, { id, by }) {
  return opened(parts.rights.get(id), { says: by.length <= MOST_BY ? by : [] });
}
