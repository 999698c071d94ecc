// SPDX-License-Identifier: EUPL-1.2
// The parts of a plan, read from their page (doors/web/plan_parts.py): what is there, and the words that stand in no part of their own.

const NAMES = ["today", "version", "link"];

/** @returns {Object} what the page of parts holds, by the names that a plan asks for it */
export function partsOf(html) {
  const root = new DOMParser().parseFromString(html, "text/html").querySelector("template[data-parts]");
  const { content, dataset } = root;
  const all = (name) => new Map([...content.querySelectorAll(`[data-${name}]`)].map((each) => [each.dataset[name], each]));
  const form = all("part").get("all").content;
  const values = (selector, name) => [...form.querySelectorAll(selector)].map((each) => each[name]);
  return {
    ...Object.fromEntries(NAMES.map((name) => [name, dataset[name]])),
    parts: all("part"),
    steps: all("step"),
    rights: all("right"),
    texts: new Map([...all("text")].map(([key, each]) => [key, each.textContent])),
    drafts: dataset.drafts.split(" "),
    asked: values("[id^='f-']", "name"),
    needs: values("[name='wants']", "value"),
    inWords: dateWords(dataset.date, JSON.parse(dataset.months)),
  };
}

/** Writes a day such as 2026-03-02 as the server does: by a pattern of CLDR (`d. MMMM y`) and the names of the months. */
export function dateWords(pattern, months) {
  return (day) => {
    const [year, month, date] = day.split("-").map(Number);
    const written = { y: () => year, M: (size) => (size > 2 ? months[month - 1] : padded(month, size)), d: (size) => padded(date, size) };
    return pattern.replace(/'([^']*)'|y+|M+|d+/g, (token, literal) => literal ?? written[token[0]](token.length));
  };
}

function padded(number, size) {
  return String(number).padStart(size, "0");
}
