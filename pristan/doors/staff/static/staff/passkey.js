// SPDX-License-Identifier: EUPL-1.2
// When a passkey was not found, or somebody closed the browser's window: say so, in words.

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const trouble = document.querySelector("[data-passkey-trouble]");
  trouble.hidden = false;
  trouble.scrollIntoView({ block: "center" });
});
