// SPDX-License-Identifier: EUPL-1.2
// The pages of a plan, answered in the browser as doors/web/views/plan.py answers them. Nothing of what is told is kept or sent.

import { load } from "../orientation/engine.js";
import { read as readFields } from "./answers.js";
import { partsOf } from "./parts.js";
import { plan } from "./plan.js";
import { everything, question } from "./questions.js";
import { following, read as readTalk } from "./talk.js";

/** Fetches rules and parts, and returns what answers a form: `(address, fields) -> nodes`. Rejects where something is missing. */
export async function answering(addresses) {
  const [rules, parts] = await Promise.all([fetched(addresses.rules), fetched(addresses.parts)]);
  const portable = JSON.parse(rules);
  const tools = { engine: load(portable), rules: portable, parts: partsOf(parts) };
  const kinds = new Map(portable.attributes.map((each) => [each.name, each.kind]));
  return (address, fields) => {
    const talk = readTalk(fields, tools.parts);
    return PAGES[/([a-z]+)\/$/.exec(address)[1]](tools, talk, told(tools, kinds, talk.given));
  };
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

// What was told, as the engine reads it; and by field what could not be read.
function told({ engine, parts }, kinds, given) {
  const { answers, slips } = readFields(given, parts, kinds);
  const read = engine.read(answers, parts.today);
  for (const { key, what, mend } of read.malformed) slips.set(key, `${what} ${mend}`);
  return { read, slips, answers };
}

// By the last part of the address that a form is sent to.
const PAGES = {
  plan: (tools, { given }, told) => (told.slips.size ? everything(tools.parts, given, told.slips) : plan(tools, given, told)),
  all: ({ parts }, { given }) => everything(parts, given, new Map()),
  question(tools, talk, told) {
    const { slips, read } = told;
    if (slips.size) return question(tools.parts, [...slips.keys()][0], talk, slips, null);
    const found = following(tools.engine, read, talk.refused);
    return found.name ? question(tools.parts, found.name, talk, slips, found) : plan(tools, talk.given, told);
  },
};
