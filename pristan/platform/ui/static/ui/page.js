// SPDX-License-Identifier: EUPL-1.2
// Small helps on every page: copy, share, print, my list, suggestions. Every one of them is an extra: without
// this script the page says the same, and buttons that need it stay hidden.

const say = (button, words) => {
  const shown = button.querySelector("span");
  const before = shown.textContent;
  shown.textContent = words;
  button.setAttribute("aria-live", "polite");
  setTimeout(() => (shown.textContent = before), 2500);
};

// navigator.clipboard exists only over https; the old way works everywhere.
async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

/** Buttons that copy, share or print start to work: on the page as it came, and on what a script shows later. */
export function ready(root) {
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await copy(button.dataset.copy);
      say(button, button.dataset.copied);
    });
  }
  for (const button of root.querySelectorAll("[data-share]")) {
    button.hidden = !navigator.share;
    button.addEventListener("click", () => navigator.share({ text: button.dataset.share }).catch(() => {}));
  }
  for (const button of root.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

ready(document);

// --- my list: in this tab, or on this phone when its owner says so (then it was in localStorage first)
const KEY = "pristan-list";
const stores = () => [localStorage, sessionStorage];

function read() {
  try {
    for (const store of stores()) {
      const kept = JSON.parse(store.getItem(KEY) ?? "null");
      if (Array.isArray(kept)) return kept.filter((each) => /^(entry|i)\/[-\w]+$/.test(each?.at));
    }
  } catch {
    // Stores that are shut, or that hold something else: an empty list.
  }
  return [];
}

function write(list) {
  const store = localStorage.getItem(KEY) === null ? sessionStorage : localStorage;
  store.setItem(KEY, JSON.stringify(list));
  show();
}

function show() {
  const list = read();
  for (const count of document.querySelectorAll("[data-list-count]")) {
    count.hidden = !list.length;
    count.textContent = list.length;
  }
  for (const button of document.querySelectorAll("[data-list-add]")) {
    const words = button.querySelector("span");
    button.dataset.add ??= words.textContent;
    const isOn = list.some((each) => each.at === button.dataset.listAdd);
    button.hidden = false;
    button.setAttribute("aria-pressed", isOn);
    words.textContent = isOn ? button.dataset.added : button.dataset.add;
  }
}

for (const button of document.querySelectorAll("[data-list-add]")) {
  button.addEventListener("click", () => {
    const { listAdd: at, listName: name } = button.dataset;
    const list = read();
    const rest = list.filter((each) => each.at !== at);
    write(rest.length < list.length ? rest : [...list, { at, name }]);
  });
}
try {
  show();
} catch {
  // No store, no list.
}
addEventListener("pageshow", (event) => event.persisted && show());

// --- marks in lists, where this tab keeps answers for them
const marking = document.querySelector("template[data-marking]");
try {
  if (marking && sessionStorage.getItem("pristan-answers")) import(marking.dataset.marking);
} catch {
  // No store, no marks.
}

// --- suggestions while typing
for (const field of document.querySelectorAll("[data-suggest]")) {
  let waiting;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (field.value.trim().length < 2) return;
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(field.value)}`).catch(() => null);
      if (!answer?.ok) return;
      const options = (await answer.json()).map((words) => {
        const option = document.createElement("option");
        option.value = words;
        return option;
      });
      document.getElementById(field.getAttribute("list")).replaceChildren(...options);
    }, 250);
  });
}
