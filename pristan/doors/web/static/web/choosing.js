// SPDX-License-Identifier: EUPL-1.2
// On a plan: whether lists are to be marked with what its answers say. Off until somebody asks for it.

import { forget, keep, kept } from "./kept.js";

/** The two buttons start to work. Who has chosen marks already has them of the newest answers. */
export function offerMarks(made, answers) {
  const [on, off] = ["on", "off"].map((name) => made.querySelector(`[data-marks="${name}"]`));
  const said = made.querySelector("[data-marked]");
  const show = () => {
    const isOn = kept() !== null;
    [on.hidden, off.hidden, said.hidden] = [isOn, !isOn, !isOn];
  };
  const change = (button, other, act) => button.addEventListener("click", () => {
    act();
    show();
    other.focus();
  });
  change(on, off, () => keep(answers));
  change(off, on, forget);
  if (kept() !== null) keep(answers);
  show();
}
