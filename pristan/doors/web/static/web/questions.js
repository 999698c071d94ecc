// SPDX-License-Identifier: EUPL-1.2
// The pages that ask: one question, or all of them, made of their parts and filled with what was told.

import { hidden, valueOf, wants } from "./answers.js";
import { opened } from "./slots.js";

const FEW = 6; // after so many answers most is clear, and the way to the steps stands first (doors/web/plan_talk.py)

/** The page of one question. `progress`: how much is settled, unknown where something could not be read. */
export function question(parts, name, { given, refused }, slips, progress) {
  const carried = hidden(given, parts, name);
  const isEnough = new Set([...carried.map(([each]) => each), ...refused]).size >= FEW;
  const made = opened(parts.parts.get(name), {
    slip: slip(slips), settled: progress && { settled: progress.settled, total: progress.total }, enough: isEnough,
  });
  carry(made.querySelector("form"), [...carried, ...[...refused].filter((each) => each !== name).sort().map((each) => ["refused", each])]);
  made.querySelector("[data-show]").classList.toggle("second", !isEnough);
  write(made, name, given, slips);
  return made;
}

/** The page of all questions. */
export function everything(parts, given, slips) {
  const made = opened(parts.parts.get("all"), { slips: slips.size > 0, slip: slip(slips) });
  for (const name of parts.asked) write(made, name, given, slips);
  const ticked = wants(given);
  for (const box of made.querySelectorAll("[name='wants']")) box.checked = ticked.includes(box.value);
  return made;
}

/** Fields that hold what was told, for the form that is sent next. */
export function carry(form, pairs) {
  for (const [name, value] of pairs) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name });
    field.value = value;
    form.prepend(field);
  }
}

function slip(slips) {
  return new Map([...slips].map(([name, words]) => [name, { slip: words }]));
}

function write(made, name, given, slips) {
  const field = made.querySelector(`#f-${name}`);
  if (!field) return; // a question with a button for each answer
  field.value = valueOf(given, name);
  if (slips.has(name) && field.tagName === "INPUT") {
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", `w-${name} s-${name}`);
  }
}
