// SPDX-License-Identifier: EUPL-1.2
// Answers that somebody chose to keep in this tab, so that lists can be marked. The quick exit and "finish and wipe" empty the store.

const KEY = "pristan-answers";

/** @returns {?Object} the answers as the engine reads them, null where there are none or the store is shut */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export function keep(answers) {
  sessionStorage.setItem(KEY, JSON.stringify(answers));
}

export function forget() {
  sessionStorage.removeItem(KEY);
}
