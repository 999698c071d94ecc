// SPDX-License-Identifier: EUPL-1.2
// When: the dates of a step that can be said today, and the band of time that follows. As city/orientation/timing.py and core/deadlines.
//
// A day is a number, counted from 1 January 1970 in UTC: no local time, no clock.

const DAY = 86400000; // milliseconds
// Until so many days from today a day lies in the band; what is past is `now` as well.
const ENDS = [["now", 2], ["week", 7], ["month", 31]];
const EXPIRY = "days_to_permit_expiry"; // the only event that lies ahead

/**
 * @typedef {{begins: number, ends: number, isOpen: boolean}} Window
 * @typedef {{due: ?number, advised: ?number, opens: ?number, window: ?Window, because: string, doubt: ?string, untold: ?number}} Dates
 *   `due`: the last legal day; `advised`: the day that the pack advises; `opens`: the first day on which it can be done; `doubt`: why
 *   the last day is not sure; `untold`: one too unsure to be told, which only helps to put steps in order
 */

/** A day from a text such as 2026-03-02. Throws a TypeError for anything else. */
export function dayOf(text) {
  const milliseconds = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // Some engines take 31 February for a day in March.
  if (Number.isNaN(milliseconds) || textOf(milliseconds / DAY) !== text) throw new TypeError("write a day as 2026-03-02");
  return milliseconds / DAY;
}

/** @returns {string} */
export function textOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** What can be said of the dates of a step today. @returns {Dates} */
export function dates(step, { answers, today }) {
  const window = step.calendar_window ? nextWindow(step.calendar_window, today) : null;
  const none = { due: null, advised: null, opens: null, window, doubt: null, untold: null };
  const found = { ...none, ...lastDay(step, answers, today, window) };
  if (step.has_law_moved) return { ...none, because: "law-has-moved", untold: found.due };
  if (step.is_source_weak) return { ...none, because: "source-is-weak", untold: found.due };
  return found.due !== null && !step.is_article_verified ? { ...found, doubt: "article-not-verified" } : found;
}

function lastDay(step, answers, today, window) {
  if (step.counts_from === null || step.days_after === null) return { because: window ? "window" : "no-deadline" };
  const told = answers[step.counts_from];
  return told === undefined ? { because: "event-not-told" } : counted(step, today, told);
}

/** Its own band, or an earlier one that a date asks for; a later one while it cannot be done yet. Help in danger is never for later. */
export function band(step, found, today, bands) {
  if (step.is_always) return bands[0];
  const place = (name) => bands.indexOf(name);
  if (found.opens !== null && found.opens > today) {
    return bands[Math.max(place(step.band), place(bandOf(found.opens, today)))];
  }
  const days = [found.due, found.advised].filter((day) => day !== null);
  if (found.window) days.push(found.window.isOpen ? today : found.window.begins);
  return bands[Math.min(place(step.band), ...days.map((day) => place(bandOf(day, today))))];
}

/** The day to aim at: the advised one, the first on which it can be done, or when the weeks of the year begin. Never a past one. */
export function realistic(found, today) {
  const day = found.advised ?? found.opens ?? (found.window ? found.window.begins : null);
  return day === null ? null : Math.max(day, today);
}

function counted(step, today, told) {
  const isAhead = step.counts_from === EXPIRY;
  const event = isAhead ? today + told : today - told;
  const day = event + step.days_after;
  if (step.opens_after) return { opens: day, because: "opens-after" };
  if (!step.is_advice) return { due: day, because: `days-after-${step.event || "event"}` };
  // Days before the end of a permit are a margin of safety: the law says before it ends.
  return { due: isAhead ? event : null, advised: day, because: isAhead ? "before-expiry" : "advice" };
}

function bandOf(day, today) {
  const found = ENDS.find(([, most]) => day - today <= most);
  return found ? found[0] : "later";
}

// The round that is open today, else the next one, of a window MM-DD/MM-DD.
function nextWindow(window, today) {
  const [first, last] = window.split("/");
  const turns = last < first ? 1 : 0; // it passes the turn of the year
  const year = new Date(today * DAY).getUTCFullYear();
  for (const each of [year - 1, year]) {
    const ends = dayIn(each + turns, last);
    if (ends >= today) return round(dayIn(each, first), ends, today);
  }
  return round(dayIn(year + 1, first), dayIn(year + 1 + turns, last), today);
}

function round(begins, ends, today) {
  return { begins, ends, isOpen: begins <= today };
}

// 29 February is the last day of February in every year.
function dayIn(year, monthDay) {
  const [month, day] = monthDay.split("-").map(Number);
  return Date.UTC(year, ...(monthDay === "02-29" ? [2, 0] : [month - 1, day])) / DAY;
}
