// SPDX-License-Identifier: EUPL-1.2
// One question at a time: what was told or refused, and what is asked next. As doors/web/plan_talk.py.

import { valueOf } from "./answers.js";

/** What a form was sent with. A question that was passed over counts as refused; one that was refused holds no answer. */
export function read(sent, { asked }) {
  const known = (name) => (sent.get(name) ?? []).filter((each) => asked.includes(each));
  const refused = new Set(known("refused"));
  const given = new Map([...sent].filter(([name]) => !refused.has(name)));
  const passed = known("asked").filter((name) => !valueOf(given, name));
  return { given, refused: new Set([...refused, ...passed]) };
}

/** The question to ask now, or null; and how many matters no further answer can change. */
export function following(engine, told, refused) {
  const found = engine.verdicts(told);
  const settled = found.filter((each) => each.verdict !== "depends").length;
  return { name: engine.question(told, [...refused]), settled, total: found.length };
}
