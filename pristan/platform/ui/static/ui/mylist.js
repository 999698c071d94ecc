// SPDX-License-Identifier: EUPL-1.2
// The page of my list. What stands in it is read from this browser's stores and goes nowhere.

const KEY = "pristan-list";
const root = document.querySelector("[data-list]");
const find = (name) => root.querySelector(`[data-list-${name}]`);
const isKept = () => localStorage.getItem(KEY) !== null;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => /^(entry|i)\/[-\w]+$/.test(each?.at)) : [];
  } catch {
    return [];
  }
}

function write(list, keep = isKept()) {
  for (const store of [localStorage, sessionStorage]) store.removeItem(KEY);
  if (list.length) (keep ? localStorage : sessionStorage).setItem(KEY, JSON.stringify(list));
  show();
}

function item({ at, name }) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${root.dataset.root}${at}/`;
  link.textContent = name;
  link.dir = "auto";
  const off = document.createElement("button");
  off.type = "button";
  off.textContent = root.dataset.takeOff;
  off.setAttribute("aria-label", `${root.dataset.takeOff}: ${name}`);
  off.addEventListener("click", () => write(read().filter((each) => each.at !== at)));
  line.append(link, off);
  return line;
}

function show() {
  const list = read();
  find("empty").hidden = list.length > 0;
  find("tools").hidden = list.length === 0;
  find("items").replaceChildren(...list.map(item));
  find("sheets").replaceChildren();
  find("keep").checked = isKept();
  for (const count of document.querySelectorAll("[data-list-count]")) {
    count.hidden = !list.length;
    count.textContent = list.length;
  }
}

// This page has its heading already: the name of a sheet is one level below it.
function underThisPage(made) {
  for (const title of made.querySelectorAll("h1")) {
    const lower = document.createElement("h2");
    lower.className = "two-title";
    lower.append(...title.childNodes);
    title.replaceWith(lower);
  }
  return made;
}

async function sheet({ at, name }) {
  const address = `${root.dataset.root}${at}/two/${find("other").value}/`;
  const answer = await fetch(address).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const found = page?.querySelector("[data-sheet]");
  if (found) return underThisPage(document.importNode(found, true));
  const line = document.createElement("p");
  line.textContent = `${name}: ${root.dataset.failed}`;
  return line;
}

find("keep").addEventListener("change", (event) => write(read(), event.target.checked));
find("finish").addEventListener("click", () => write([], false));
find("print").addEventListener("click", async () => {
  const sheets = [];
  for (const each of read()) sheets.push(await sheet(each));
  find("sheets").replaceChildren(...sheets);
  const pictures = [...find("sheets").querySelectorAll("img")];
  await Promise.all(pictures.map((each) => each.decode().catch(() => null)));
  print();
});
show();
