// SPDX-License-Identifier: EUPL-1.2
// Desks are shared: when nobody has touched the page for a while it is emptied, and the session ends.
// While somebody writes, the server is told now and then that they are still here. Without this script the server ends the
// session by itself, at the next request.

const body = document.body;
const idle = Number(body.dataset.idle) * 60_000;
const GRAIN = 15_000;
let touched = Date.now();
let told = touched;

function lock() {
  const form = document.querySelector("[data-sign-out]");
  const locked = document.querySelector("[data-locked]").content;
  const signIn = new URL(form.action.replace(/logout\/$/, "login/"));
  signIn.searchParams.set("away", "1");
  signIn.searchParams.set("next", location.pathname + location.search);
  form.elements.next.value = signIn.pathname + signIn.search;
  form.hidden = true;
  document.title = locked.querySelector("h1").textContent.trim();
  body.replaceChildren(locked, form);
  form.submit();
}

function look() {
  const now = Date.now();
  if (now - touched >= idle) return lock();
  if (touched > told && now - told > idle / 3) {
    told = now;
    fetch(body.dataset.awake, { cache: "no-store" }).catch(() => {});
  }
  setTimeout(look, Math.min(GRAIN, Math.max(1000, touched + idle - now)));
}

for (const kind of ["keydown", "pointerdown", "scroll", "input"]) {
  addEventListener(kind, () => { touched = Date.now(); }, { passive: true, capture: true });
}
// A page that the browser kept and shows again is no page of somebody who is signed in now.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
look();
