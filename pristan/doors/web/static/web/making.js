// SPDX-License-Identifier: EUPL-1.2
// With this script the plan is made in the browser: no answer is sent. Rules, parts and engine come when somebody first touches the
// form. Where they do not come, the form is sent as without this script, and the page has not promised anything else.
//
// What was shown stays in memory as long as the page is open, so that Back leads to the question before. The history holds the
// number of a page and nothing of what is on it.

import { ready as readyToFinish } from "../ui/exit.js";
import { ready } from "../ui/page.js";

const PATIENCE = 15000; // milliseconds, then the form is sent
const main = document.getElementById("main");
const { dataset: addresses } = document.querySelector("script[data-parts]");
const pages = new Map();
let here = history.state?.at ?? 0;
const line = main.querySelector("[data-privacy]")?.cloneNode(true); // as it came: what is so without this script
let loading = null;
let isBusy = false;
let isPromised = false;
let isOff = false;

function loaded() {
  if (loading === null) loading = import("./browser.js").then(({ answering }) => answering(addresses));
  return loading;
}

async function prepare() {
  try {
    await loaded();
    promise();
  } catch {
    loading = null; // the next touch tries again
  }
}

// Only now it is true.
function promise() {
  isPromised = line !== undefined;
  for (const line of main.querySelectorAll("[data-privacy]")) {
    const [sent, kept] = line.children;
    [sent.hidden, kept.hidden] = [true, false];
  }
}

// Something of ours is broken. Nothing is sent against the promise: the page takes it back, and whoever presses again sends.
function takeBack(form) {
  isOff = true;
  for (const each of main.querySelectorAll("[data-privacy]")) each.remove();
  form.prepend(line);
  line.scrollIntoView({ block: "center" });
}

function late() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

async function answered(form, button) {
  const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
  const fields = new Map();
  const pairs = [...new FormData(form), ...(button?.name ? [[button.name, button.value]] : [])];
  for (const [name, value] of pairs) fields.set(name, [...(fields.get(name) ?? []), value]);
  const answer = await Promise.race([loaded(), late()]);
  return answer(address, fields);
}

function send(form, button) {
  if (button?.name) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: button.name });
    field.value = button.value;
    form.append(field);
  }
  form.action = button?.getAttribute("formaction") ?? form.getAttribute("action");
  form.submit();
}

function show(nodes) {
  main.replaceChildren(...nodes);
  const heading = main.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "instant" });
}

function turnTo(made) {
  pages.set(here, [...main.childNodes]);
  here += 1;
  history.pushState({ at: here }, "");
  ready(made);
  readyToFinish(made);
  show([...made.childNodes]);
  promise();
}

main.addEventListener("submit", async (event) => {
  const { target: form, submitter: button } = event;
  if (isOff || form.hasAttribute("data-files")) return;
  event.preventDefault();
  if (isBusy) return;
  isBusy = true;
  const made = await answered(form, button).catch(() => null);
  isBusy = false;
  if (made) turnTo(made);
  else if (isPromised) takeBack(form);
  else send(form, button);
});

for (const touch of ["pointerdown", "focusin", "input"]) {
  main.addEventListener(touch, (event) => event.target.closest("form") && loading === null && prepare());
}

addEventListener("popstate", (event) => {
  // A link to a place on this page: it stays the page that it is.
  if (event.state === null && location.hash) return history.replaceState({ at: here }, "");
  pages.set(here, [...main.childNodes]);
  here = event.state?.at ?? 0;
  if (pages.has(here)) show(pages.get(here));
  else location.reload();
});
