// SPDX-License-Identifier: EUPL-1.2
// Leaving quickly: another site in place of this page, nothing of ours left in the browser's stores.
// Finishing at a shared desk: our first page in its place, and the pages with answers do not come back in this tab.
// Without this script the exit is a plain link. It cannot touch the history, and the pages say so.

const LEFT = "pristan-left";
const FINISHED = "pristan-finished";
const away = document.body.dataset.exit;

function forget() {
  for (const store of [sessionStorage, localStorage]) {
    try {
      store.clear();
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }
}

// `mark` is all that stays: it says that somebody left, and nothing else.
function replaceBy(address, mark) {
  document.documentElement.hidden = true;
  document.title = "";
  for (const form of document.forms) form.reset();
  forget();
  try {
    sessionStorage.setItem(mark, "1");
  } catch {
    // Then the back button is not caught; the page that was left is replaced all the same.
  }
  location.replace(address);
}

const leave = () => replaceBy(away, LEFT);
const finish = (button) => replaceBy(button.dataset.finish, FINISHED);

function has(mark) {
  try {
    return sessionStorage.getItem(mark) === "1";
  } catch {
    return false;
  }
}

// Somebody pressed "back" in the tab that was left: leave again. A new visit in the same tab is a visit. After finishing, only a page
// that asks or answers is left again, and only a new one of these ends it: the mark outlives the pages between.
function comeBack(isFromCache) {
  const type = performance.getEntriesByType("navigation")[0]?.type;
  const isBack = isFromCache || type === "back_forward";
  const finishing = document.querySelector("[data-finish]");
  if (has(LEFT)) {
    if (isBack) leave();
    else sessionStorage.removeItem(LEFT);
  } else if (finishing && has(FINISHED)) {
    if (isBack || type === "reload") finish(finishing);
    else sessionStorage.removeItem(FINISHED);
  }
}

comeBack(false);
addEventListener("pageshow", (event) => {
  if (event.persisted) comeBack(true);
});

for (const link of document.querySelectorAll("[data-exit-now]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
}

/** Buttons that finish or forget start to work: on the page as it came, and on what a script shows later. */
export function ready(root) {
  for (const button of root.querySelectorAll("[data-finish]")) {
    button.hidden = false;
    button.addEventListener("click", () => finish(button));
  }
  for (const button of root.querySelectorAll("[data-forget]")) button.addEventListener("click", forget);
}

ready(document);

if ("exitByShift" in document.body.dataset) {
  let presses = [];
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < 2000);
    if (presses.length >= 3) leave();
  });
}
