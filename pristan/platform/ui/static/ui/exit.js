// SPDX-License-Identifier: EUPL-1.2
// Leaving quickly: another site in place of this page, nothing of ours left in the browser's stores.
// Without this script the button is a plain link. It cannot touch the history, and the pages say so.

const LEFT = "pristan-left";
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

function leave() {
  document.documentElement.hidden = true;
  document.title = "";
  forget();
  try {
    sessionStorage.setItem(LEFT, "1");
  } catch {
    // Then the back button is not caught; the page that was left is replaced all the same.
  }
  location.replace(away);
}

function hasLeft() {
  try {
    return sessionStorage.getItem(LEFT) === "1";
  } catch {
    return false;
  }
}

// Somebody pressed "back" in the tab that was left: leave again. A new visit in the same tab is a visit.
function comeBack(isFromCache) {
  if (!hasLeft()) return;
  const [entry] = performance.getEntriesByType("navigation");
  if (isFromCache || entry?.type === "back_forward") leave();
  else sessionStorage.removeItem(LEFT);
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
