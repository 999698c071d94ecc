// SPDX-License-Identifier: EUPL-1.2
// "Open now" beside the printed hours. The page's bytes are the same all day; this script knows the minute.
// The rules are those of pristan/core/hours.py.

const DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const DAY = 24 * 60;

const minutes = (clock) => {
  const [hour, minute] = clock.split(":").map(Number);
  return hour * 60 + minute;
};

// The city's clock, whatever the phone's is set to: [date as YYYY-MM-DD, index of the day, minutes].
function cityTime(zone, at) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(at);
  const part = (type) => parts.find((each) => each.type === type).value;
  const date = `${part("year")}-${part("month")}-${part("day")}`;
  return [date, (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7, minutes(`${part("hour")}:${part("minute")}`)];
}

function ranges(pairs) {
  return (pairs ?? []).map(([from, to]) => {
    const [opens, closes] = [minutes(from), minutes(to)];
    return [opens, closes > opens ? closes : closes + DAY];
  });
}

// Ranges that begin on a day; null when nobody has said.
function hoursOf(given, date, day) {
  const exception = (given.exceptions ?? []).find((each) => each.from <= date && date <= (each.to || each.from));
  if (exception) return ranges(exception.hours);
  if (date < (given.valid_from ?? "") || date > (given.valid_to ?? "9999")) return null;
  if (given.is_always) return [[0, DAY]];
  if (!given.weekly || !Object.keys(given.weekly).length) return null;
  if (given.holidays.includes(date) && given.on_holidays !== "open") return given.on_holidays === "closed" ? [] : null;
  return ranges(given.weekly[DAYS[day]]);
}

// null: not stated; false: closed; else the minute at which it closes.
function openUntil(given, at) {
  const [date, day, now] = cityTime(given.zone, at);
  const before = new Date(Date.parse(`${date}T12:00:00Z`) - DAY * 60000).toISOString().slice(0, 10);
  const late = (hoursOf(given, before, (day + 6) % 7) ?? []).find(([, closes]) => closes > DAY && now < closes - DAY);
  if (late) return late[1] - DAY;
  const today = hoursOf(given, date, day);
  if (today === null) return null;
  const range = today.find(([opens, closes]) => opens <= now && now < closes);
  return range ? range[1] : false;
}

const clock = (minute) => `\u2066${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}\u2069`;

for (const line of document.querySelectorAll("[data-hours]")) {
  const given = JSON.parse(line.dataset.hours);
  const until = openUntil(given, new Date());
  if (until === null) continue;
  line.hidden = false;
  line.classList.add(until === false ? "state-closed" : "state-open");
  if (until === false) line.textContent = line.dataset.closed;
  else line.textContent = given.is_always ? line.dataset.always : line.dataset.open.replace("{time}", clock(until));
  const day = DAYS[cityTime(given.zone, new Date())[1]];
  line.parentElement.querySelector(`[data-day="${day}"]`)?.classList.add("today");
}
