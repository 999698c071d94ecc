// SPDX-License-Identifier: EUPL-1.2
// The plan to take along, as far as the browser makes it: text for a message, and a code to scan. As doors/web/plan_text.py and fragment.py.

/** Fills the section "take it with you" of a plan. */
export function takeAlong(made, parts, steps) {
  const places = new Set(steps.map((each) => parts.steps.get(each.id).dataset.place));
  const link = `${parts.link}#p=${parts.version}.${[...places].sort().join("")}`;
  const text = [...lines(made, parts, steps), "", link].join("\n");
  made.querySelector("#plan-text").value = text;
  made.querySelector("[data-copy]").dataset.copy = text;
  made.querySelector("[data-share]").dataset.share = text;
  made.querySelector("[data-sms]").href = `sms:?&body=${encodeURIComponent(link)}`;
  drawnWhenSeen(made.querySelector(".plan-code"), link);
}

function* lines(made, parts, steps) {
  const { texts } = parts;
  yield texts.get("text-begins");
  let band = "";
  for (const [at, step] of steps.entries()) {
    const part = parts.steps.get(step.id);
    if (step.band !== band) yield* ["", `${made.querySelector(`#band-${step.band}`).textContent}:`];
    band = step.band;
    yield `${at + 1}. ${part.querySelector("h3").textContent}`;
    if (step.urgent) yield `   ${texts.get("urgent")}`;
    for (const each of [...dates(parts, step), part.dataset.office]) if (each) yield `   ${each}`;
  }
  yield* ["", texts.get("text-ends")];
}

// As doors/web/days.py, `brief`.
function dates({ texts, inWords, steps }, { id, due, doubt, window, realistic, because }) {
  const written = (key, day) => texts.get(key).replace("{date}", inWords(day));
  return [
    due && written(doubt ? "last-day-unread" : "last-day", due),
    window ? steps.get(id).dataset.window : realistic && written(`aim.${because}`, realistic),
  ];
}

// The library that draws codes comes only when somebody has scrolled as far as the code.
function drawnWhenSeen(place, link) {
  const seen = new IntersectionObserver(async (entries) => {
    if (!entries.some((each) => each.isIntersecting)) return;
    seen.disconnect();
    const { encode } = await import("./uqr.js");
    place.replaceChildren(drawn(encode(link, { ecc: "M", boostEcc: true, border: 3 })));
  }, { rootMargin: "400px" });
  seen.observe(place);
}

function drawn({ data, size }) {
  const [svg, light, dark] = ["svg", "rect", "path"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  for (const [name, value] of Object.entries({ width: size, height: size, fill: "#fff" })) light.setAttribute(name, value);
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  dark.setAttribute("d", squares.join(""));
  svg.append(light, dark);
  return svg;
}
