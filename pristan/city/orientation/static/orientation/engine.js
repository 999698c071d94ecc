// SPDX-License-Identifier: EUPL-1.2
// The engine of orientation: may I use this, why, and what do I do first. It runs where the answers are: nothing of them is sent.
//
//   const { load } = await import(address); // as {% static "orientation/engine.js" %} gives it
//   const engine = load(await (await fetch("/en/orientation.json")).json());
//   const told = engine.read({ legal_status: "refugee", age: 30 }, "2026-03-02");
//   if (!told.malformed.length) show(engine.plan(told), engine.verdicts(told), engine.next(told));
//
// What it answers is what the server answers (tests/vectors): ids, verdicts, days and the sentences of reasons. Names and other
// texts belong to the page. Results are shared: read them, do not change them.

import { compiled } from "./conditions.js";
import { question } from "./conversation.js";
import { read } from "./facts.js";
import { ruleOf } from "./items.js";
import { next, rangesOf } from "./next.js";
import { plan } from "./plan.js";
import { statusesOf } from "./statuses.js";
import { dayOf } from "./timing.js";
import { verdicts } from "./verdicts.js";
import { precise } from "./wishes.js";

const FORMAT = 1;

/**
 * An engine for the rules of `orientation.json` (docs/api.md). Throws an Error for a format that it does not know.
 * `read(answers, today)` -> Told; `today` is the civil day in the city, as 2026-03-02. Never throws for answers: see `malformed`.
 * `question(told, refused)` -> the attribute to ask for in a conversation, whose page knows what was refused.
 * `precise(told)` -> the same with broad wishes made precise, as `plan` does by itself: what else was asked for.
 * `verdicts(told)`, `plan(told)`, `next(told)` and `question` throw an Error where something was malformed.
 */
export function load(portable) {
  if (portable.format !== FORMAT) throw new Error(`rules of format ${portable.format}: this engine reads ${FORMAT}`);
  const book = bookOf(portable);
  const factsIn = (told) => {
    if (!told.facts) throw new Error("some answers are malformed: nothing is decided on half an answer");
    return told.facts;
  };
  const engine = {
    read: (answers, today) => read(answers, book, dayOf(today)),
    verdicts: (told) => verdicts(factsIn(told)),
    plan: (told) => plan(precise(factsIn(told))),
    next: (told) => next(factsIn(told), told.refused),
    question: (told, refused) => question(factsIn(told), refused),
    precise: (told) => ({ ...told, facts: precise(factsIn(told)) }),
  };
  // Browsers make scripts ready as they run: once for nobody, so that nobody waits for it.
  const nobody = engine.read({}, "2000-01-01");
  engine.verdicts(nobody);
  engine.plan(nobody);
  return engine;
}

function bookOf(portable) {
  const attributes = portable.attributes.map((each, at) => ({ ...each, bit: 1 << at }));
  const named = new Map(attributes.map((each) => [each.name, each]));
  const rules = portable.rules.map((each) => ({ ...ruleOf(each, named), number: 0 }));
  const items = portable.items.map((each) => ({ ...each, rule: rules[each.rule] }));
  for (const { rule } of items) rule.number += 1;
  const ruleById = new Map(items.map((each) => [each.id, each.rule]));
  return {
    attributes, named, rules, items,
    levels: portable.levels,
    bands: portable.bands,
    statuses: statusesOf(portable.statuses),
    parameters: new Map(Object.entries(portable.parameters).map(([code, values]) => [code, datedOf(values)])),
    steps: portable.steps.map((each) => stepOf(each, ruleById, named)),
    circles: portable.circles,
    ranges: rangesOf(rules),
    sentences: new Map(portable.sentences.map(sentenceOf)),
  };
}

// Where two values hold on a day, the one that began later rules: it comes last.
function datedOf(values) {
  const dated = values.map(([value, since, until]) => ({
    value,
    since: since === null ? -Infinity : dayOf(since),
    until: until === null ? Infinity : dayOf(until),
  }));
  return dated.sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
}

function stepOf(given, ruleById, named) {
  return {
    ...DEFAULTS,
    ...given,
    rule: ruleById.get(given.id),
    for: compiled(given.for, named),
    done: compiled(given.done, named),
    urgent: compiled(given.urgent, named),
  };
}

// What the JSON leaves out.
const DEFAULTS = {
  under: [], is_shown_if_unknown: true, prerequisites: [], mode: "all", strength: "legal", counts_from: null, days_after: null, event: null,
  calendar_window: null, opens_after: false, is_advice: false, has_law_moved: false, is_source_weak: false,
  is_article_verified: false, is_always: false, ages: null, with: [],
};

function sentenceOf([test, isNegated, text]) {
  return [(isNegated ? "!" : "") + JSON.stringify(test), text];
}
