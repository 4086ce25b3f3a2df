(() => {
"use strict";
const page = JSON.parse(document.getElementById("data").textContent);
const { words, figures, units, pairs, findings } = page;
const root = document.documentElement;
const FOLD = 12;
const SVG = "http://www.w3.org/2000/svg";
const digits = new Intl.NumberFormat(page.lang);
root.classList.add("on");

/* building: every text becomes a text node */
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const put = (element, ...children) => {
  for (const child of children.flat(9)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
};
const dress = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "click") element.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  return element;
};
const make = (tag, attributes = {}, ...children) => put(dress(document.createElement(tag), attributes), children);
const draw = (tag, attributes = {}, ...children) => put(dress(document.createElementNS(SVG, tag), attributes), children);
const fill = (element, ...children) => { element.replaceChildren(); return put(element, children); };
const button = (text, click, attributes = {}) => make("button", { type: "button", class: "link", click, ...attributes }, text);

/* words: templates with {names}; a value may be an element */
const figure = key => make("span", { "data-figure": key }, figures[key]);
const shown = value => typeof value === "number" ? digits.format(value) : value;
const template = (name, values) => {
  const text = words[name];
  if (typeof text === "string") return text;
  return values.n === 1 && text.one ? text.one : text.other;
};
const say = (name, values = {}) =>
  template(name, values).split(/\{(\w+)\}/).map((part, at) => at % 2 ? shown(values[part]) : part);
const phrase = (name, values = {}) => say(name, values).join("");

/* what belongs together */
const byId = new Map(findings.map(finding => [finding.id, finding]));
const pairById = new Map(pairs.map(pair => [pair.id, pair]));
const topsOf = pair => pair.sides.map(side => units[side.unit].top);
const isBetween = (pair, a, b) => {
  const [left, right] = topsOf(pair);
  return (left === a && right === b) || (left === b && right === a);
};
const isWithin = (unit, above) => {
  for (let at = unit; at; at = units[at].parent) if (at === above) return true;
  return false;
};
const pairFigure = (name, a, b) => [`${name}:${a};${b}`, `${name}:${b};${a}`].find(key => key in figures);
const hrefOf = finding => `#${finding.pair ? "pasangan" : "temuan"}-${finding.id}`;

const ICONS = { error: "M6 0l6 6-6 6-6-6z", warning: "M6 1l6 10H0z", note: "M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8z" };
const severity = name => make("span", { class: `sev ${name}` },
  draw("svg", { viewBox: "0 0 12 12", "aria-hidden": "true" }, draw("path", { d: ICONS[name] })),
  make("b", {}, page.severities[name]));

let toastTimer = 0;
const toast = text => {
  const element = one("#toast");
  element.textContent = text;
  element.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { element.hidden = true; }, 2200);
};

/* structure: the measure that colours the chart */
let measure = page.measures[0];
const shade = unit => `c${measure.classes[unit] || 0}`;
const value = unit => {
  const key = `unit.${measure.name}:${unit}`;
  return key in figures ? figure(key) : null;
};
const colour = name => {
  measure = page.measures.find(known => known.name === name);
  one("#orgh").textContent = measure.heading;
  for (const box of all(".box[data-unit]")) {
    box.className = `box ${shade(box.dataset.unit)}`;
    fill(one(".v", box), value(box.dataset.unit));
  }
  for (const cell of all(".cells i")) cell.className = shade(cell.dataset.unit);
  fill(one("#orgkey"), make("span", {}, `${measure.unit}:`),
    measure.key.map(([step, label]) => make("span", {}, make("i", { class: `c${step}` }), label)));
};
const choices = one("#measure");
if (choices) {
  choices.addEventListener("change", event => {
    for (const label of all("label", choices)) label.classList.toggle("on", label.contains(event.target));
    colour(event.target.value);
  });
  one("#org").addEventListener("click", event => {
    const box = event.target.closest("button.box");
    if (box) openUnit(box.dataset.unit, box);
  });
}

/* what is known of one unit: the panel, or the page where there is one unit only */
const treeOf = (unit, opener) => make("ul", {}, units[unit].children.map(child => make("li", {},
  make("div", { class: "row" },
    page.single ? make("span", {}, units[child].name) : button(units[child].name, () => openUnit(child, opener)),
    value(child) && make("span", { class: `chip ${shade(child)}` }, value(child))),
  units[child].children.length ? treeOf(child, opener) : null)));
const folded = (items, limit = FOLD) => {
  const list = make("ul", { class: "list" }, items.slice(0, limit));
  if (items.length <= limit) return list;
  const more = make("p", { class: "fold" }, button(phrase("more", { n: items.length - limit }), () => {
    put(list, items.slice(limit));
    items[limit].tabIndex = -1;
    items[limit].focus({ preventScroll: true });
    more.remove();
  }));
  return [list, more];
};
const findingItem = finding => make("li", {}, severity(finding.severity), " ",
  make("a", { href: hrefOf(finding) }, finding.text));
const neighboursOf = top => page.neighbours
  .filter(pair => pair.includes(top))
  .map(([a, b]) => ({ other: a === top ? b : a, key: pairFigure("unit_pair.pairs", a, b), doubles: pairFigure("unit_pair.duplications", a, b) }))
  .filter(near => near.key);
const unitContent = (id, opener, marked = "") => {
  const unit = units[id];
  const found = findings.filter(finding => finding.units.some(other => isWithin(other, id)));
  const near = unit.top === id ? neighboursOf(id) : [];
  const said = page.statements.filter(([owner]) => owner === id);
  const facts = page.facts.filter(([name]) => `unit.${name}:${id}` in figures);
  const under = unit.parent ? phrase("below", { unit: units[unit.parent].name }) : "";
  const kind = unit.kind.charAt(0).toUpperCase() + unit.kind.slice(1);
  return [
    make("p", { class: "small quiet" }, [kind, unit.urusan && phrase("urusan", { codes: unit.urusan }), under].filter(Boolean).join(" · ")),
    make("dl", { class: "facts" }, facts.map(([name, label]) =>
      make("div", {}, make("dt", {}, label), make("dd", {}, figure(`unit.${name}:${id}`))))),
    make("p", { class: "src" }, words.facts_note),
    unit.children.length ? [make("h3", {}, `${words.built} · ${measure.label.toLowerCase()}`), make("div", { class: "tree" }, treeOf(id, opener))] : null,
    make("h3", {}, words.unit_findings),
    found.length ? folded(found.map(findingItem)) : make("p", { class: "small" }, words.no_unit_findings),
    near.length ? [make("h3", {}, words.neighbours), make("ul", { class: "list" }, near.map(({ other, key, doubles }) =>
      make("li", {}, button(units[other].name, () => openUnit(other, opener)),
        make("div", { class: "src" }, figure(key), ` ${words.pairs} · `, figure(doubles), ` ${words.duplications}`))))] : null,
    said.length ? [make("h3", {}, words.statements), folded(said.map(([, text, source]) =>
      make("li", { class: text === marked ? "hot" : null }, text, make("div", { class: "src" }, source))),
    marked ? Infinity : FOLD)] : null,
  ];
};

const panel = one("#draw");
let opener = null;
const expand = id => {
  for (const box of all("button.box")) box.setAttribute("aria-expanded", String(box.dataset.unit === id));
};
function openUnit(id, from, marked = "") {
  if (page.single) {
    showSingle(id, marked);
    return;
  }
  opener = from || document.activeElement;
  expand(id);
  const cross = "M3 1.6 8 6.6l5-5L14.4 3l-5 5 5 5-1.4 1.4-5-5-5 5L1.6 13l5-5-5-5z";
  fill(panel, make("header", {},
    make("h2", { id: "drawt", tabindex: "-1" }, units[id].name),
    make("button", { type: "button", class: "icon", "aria-label": words.close, click: closeUnit },
      draw("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, draw("path", { d: cross })))),
  make("div", { class: "unit" }, unitContent(id, opener, marked)));
  panel.hidden = false;
  panel.scrollTop = 0;
  one("#drawt").focus({ preventScroll: true });
  const hot = one(".hot", panel);
  if (hot) hot.scrollIntoView({ block: "center" });
}
function closeUnit() {
  if (panel.hidden) return;
  panel.hidden = true;
  expand("");
  if (/^#unit-/.test(location.hash)) history.replaceState(null, "", "#struktur");
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
}
panel.addEventListener("click", event => { if (event.target.closest("a")) closeUnit(); });
function showSingle(id, marked = "") {
  const chosen = units[id].top === id ? id : page.single;
  const place = one("#unit-page");
  fill(place, make("div", { class: "unit" }, unitContent(chosen, null)));
  if (chosen !== id || id !== page.single) {
    put(place, make("h3", { id: "part", tabindex: "-1" }, units[id].name), make("div", { class: "unit" }, unitContent(id, null, marked)));
    one("#part").focus({ preventScroll: true });
    one("#part").scrollIntoView({ block: "start" });
  }
}
if (page.single) showSingle(page.single);

/* overlap: the heat table, the list of pairs, one pair */
const heats = all(".heat");
const cells = all(".heat button");
let listed = pairs;
let current = null;
const listPairs = (title, isPart) => {
  const items = listed.map(pair => make("li", {}, make("button", { type: "button", "data-pair": pair.id, "aria-current": pair === current ? "true" : null },
    make("span", { class: "quiet" }, pair.short),
    make("span", { class: "k" }, names(pair)),
    make("span", { class: "quiet" }, figure(`pair.score:${pair.id}`)),
    make("span", { class: "sub" }, `${pair.kind} · ${pair.sides[0].text}`))));
  const list = make("ol", { class: "plist scroll", tabindex: "0", role: "list", "aria-labelledby": "listt" }, items);
  list.addEventListener("click", event => {
    const row = event.target.closest("button");
    if (!row) return;
    showPair(pairById.get(row.dataset.pair));
    one("#pair").scrollIntoView({ block: "nearest" });
  });
  fill(one("#plist"), make("div", { class: "subhead" }, make("h3", { id: "listt" }, title),
    isPart && button(words.show_all_pairs, () => choosePairs())), list);
};
const names = pair => {
  const [left, right] = topsOf(pair);
  const sides = left === right ? pair.sides.map(side => units[side.unit].name) : [units[left].short, units[right].short];
  return sides.join(" – ");
};
function choosePairs(a, b) {
  const between = a ? pairs.filter(pair => isBetween(pair, a, b)) : pairs;
  listed = between.length ? between : pairs;
  const isPart = listed !== pairs;
  for (const cell of cells) {
    const ends = [cell.dataset.row, cell.dataset.column];
    cell.setAttribute("aria-pressed", String(isPart && ends.includes(a) && ends.includes(b)));
  }
  const key = isPart && pairFigure("unit_pair.pairs", a, b);
  listPairs(isPart ? say("list_two", { a: units[a].short, b: units[b].short, n: key ? figure(key) : listed.length }) : say("list_all", { n: pairs.length }), isPart);
}
const SIGNS = {
  same: ["same-t", "M3 7h12M3 11h12"],
  near: ["near-t", "M3 8c2-3 4-3 6-1s4 2 6-1M3 13c2-3 4-3 6-1s4 2 6-1"],
  narrower: ["near-t", "M15 4H9a5 5 0 0 0 0 10h6"],
  broader: ["near-t", "M3 4h6a5 5 0 0 1 0 10H3"],
  different: ["diff-t", "M3 7h12M3 11h12M12 3 6 15"],
};
const sign = name => make("span", { class: `sg ${SIGNS[name][0]}` },
  draw("svg", { viewBox: "0 0 18 18", "aria-hidden": "true" }, draw("path", { d: SIGNS[name][1] })), page.signs[name]);
const marked = side => {
  const parts = [];
  let at = 0;
  for (const [start, end] of side.marks) {
    if (start < at) continue;
    parts.push(side.text.slice(at, start), make("mark", {}, side.text.slice(start, end)));
    at = end;
  }
  return [...parts, side.text.slice(at)];
};
function showPair(pair, isFocused) {
  current = pair;
  for (const row of all(".plist button")) {
    if (row.dataset.pair === pair.id) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  const [left, right] = pair.sides;
  const [a, b] = topsOf(pair);
  const isInside = a === b;
  const head = side => make("th", { scope: "col" },
    button(units[units[side.unit].top].name, event => openUnit(units[side.unit].top, event.currentTarget), { class: "link above" }),
    side.unit === units[side.unit].top ? null : make("small", {}, units[side.unit].name));
  const label = side => `${units[units[side.unit].top].short} · ${units[side.unit].name}`;
  const step = by => showPair(listed[(listed.indexOf(pair) + by + listed.length) % listed.length], true);
  const title = say("pair_title", { kind: pair.kind, id: pair.short, a: units[isInside ? left.unit : a].short, b: units[isInside ? right.unit : b].short });
  const sources = side => make("td", { class: "src" }, side.sources.map(source => make("div", {}, source)));
  const advice = page.advice.find(([rank]) => rank === pair.advice);
  fill(one("#pair"),
    make("div", { class: "hd", id: `pasangan-${pair.id}` },
      make("h3", { id: "pairt", tabindex: "-1" }, title),
      make("div", { class: "acts" },
        listed.length > 1 && button(words.previous, () => step(-1)),
        listed.length > 1 && button(words.next, () => step(1)),
        button(words.cite, () => cite(pair)))),
    make("table", { class: "cmp" }, make("caption", { class: "sr" }, words.compare),
      make("colgroup", {}, make("col", { class: "l" }), make("col"), make("col", { class: "m" }), make("col")),
      make("thead", {}, make("tr", {}, make("td"), head(left), make("td"), head(right))),
      make("tbody", {},
        make("tr", { class: "st" }, make("th", { scope: "row" }, words.statement),
          make("td", { "data-unit-name": label(left) }, marked(left)),
          make("td", { class: "m" }, `${words.alike} `, figure(`pair.score:${pair.id}`)),
          make("td", { "data-unit-name": label(right) }, marked(right))),
        pair.facets.map(([name, one_, relation, other]) => make("tr", { class: relation === "same" && one_ === other ? "eq" : null },
          make("th", { scope: "row" }, name), make("td", {}, one_ || "–"), make("td", { class: "m" }, sign(relation)), make("td", {}, other || "–"))),
        make("tr", {}, make("th", { scope: "row" }, words.source), sources(left), make("td"), sources(right)))),
    make("div", { class: "why" },
      make("p", {}, make("b", {}, words.why), pair.why),
      make("p", {}, make("b", {}, words.advice), advice
        ? make("a", { href: `#rekomendasi-${pair.advice}` }, phrase("see_advice", { n: pair.advice, title: advice[1] }))
        : words.no_advice)));
  if (isFocused) one("#pairt").focus({ preventScroll: true });
}
const cite = pair => {
  const [left, right] = pair.sides;
  const text = phrase("citation", { id: pair.short, code: pair.code, kind: pair.kind.toLowerCase(), a: left.text, a_source: left.sources.join(", "), b: right.text, b_source: right.sources.join(", ") });
  // A page opened from a disk has no clipboard of its own; a selected text can always be copied.
  const area = make("textarea", { class: "sr", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
  toast(words.cited);
};
for (const heat of heats) {
  const own = all("button", heat);
  if (own.length) own[0].tabIndex = 0;
  const at = cell => ({ row: cell.closest("tr").rowIndex, column: cell.closest("td").cellIndex });
  heat.addEventListener("click", event => {
    const cell = event.target.closest("button");
    if (!cell) return;
    const { row, column } = cell.dataset;
    choosePairs(row, column);
    showPair(listed[0]);
  });
  heat.addEventListener("keydown", event => {
    const way = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const cell = event.target.closest("button");
    if (!way || !cell) return;
    event.preventDefault();
    const here = at(cell);
    const distance = other => {
      const along = Math.abs(way[0] ? at(other).row - here.row : at(other).column - here.column);
      const aside = Math.abs(way[0] ? at(other).column - here.column : at(other).row - here.row);
      return along + 3 * aside;
    };
    const ahead = own.filter(other => (way[0] ? (at(other).row - here.row) * way[0] : (at(other).column - here.column) * way[1]) > 0);
    const next = ahead.sort((a, b) => distance(a) - distance(b))[0];
    if (!next) return;
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  const light = event => {
    const cell = event.target.closest("button");
    for (const name of all("th", heat)) {
      name.classList.toggle("on", Boolean(cell) && [cell.dataset.row, cell.dataset.column].includes(name.dataset.unit));
    }
  };
  heat.addEventListener("mouseover", light);
  heat.addEventListener("focusin", light);
}
if (pairs.length) {
  choosePairs();
  showPair(pairs[0]);
}

/* findings: filters, which the address keeps */
const form = one("#filter");
const NAMES = ["kata", "jenis", "bobot", "unit"];
let limit = FOLD;
const chosen = () => Object.fromEntries(NAMES.map(name => [name, form.elements[name].value]));
const haystack = new Map(findings.map(finding => [finding, [finding.id, finding.code, finding.text, finding.quote, ...finding.sources, ...finding.tops.map(top => `${units[top].name} ${units[top].short}`)].join(" ").toLowerCase()]));
const matching = ({ kata, jenis, bobot, unit }) => {
  const wanted = kata.trim().toLowerCase().split(/\s+/);
  return findings.filter(finding =>
    (!jenis || finding.code.startsWith(jenis)) && (!bobot || finding.severity === bobot)
    && (!unit || finding.tops.includes(unit)) && wanted.every(word => haystack.get(finding).includes(word)));
};
const row = finding => make("tr", { id: finding.anchor || null },
  make("td", {}, severity(finding.severity), make("a", { class: "code", href: `#aturan-${finding.code}` }, finding.code)),
  make("td", {}, make("a", { href: hrefOf(finding) }, finding.text), finding.quote && make("div", { class: "src" }, finding.quote)),
  make("td", {}, [...finding.tops.slice(0, 6).map(top => units[top].short), finding.tops.length > 6 && `+${finding.tops.length - 6}`].filter(Boolean).join(", ")),
  make("td", { class: "src" }, finding.sources.map(source => make("div", {}, source)), finding.more ? make("div", {}, say("more_sources", { n: finding.more })) : null),
  make("td", { class: "num" }, finding.pair && figure(`pair.score:${finding.id}`)));
function listFindings() {
  const found = matching(chosen());
  one("#count").textContent = found.length === findings.length ? phrase("count_all", { n: found.length }) : phrase("count_some", { n: found.length, all: findings.length });
  fill(one("#rows"), found.length ? found.slice(0, limit).map(row)
    : make("tr", {}, make("td", { colspan: "5" }, `${words.no_match} `, button(words.clear, () => { form.reset(); filterChanged(); form.elements.kata.focus(); }))));
  fill(one("#more"), found.length > limit && button(phrase("more", { n: found.length - limit }), () => {
    const before = limit;
    limit = Infinity;
    listFindings();
    const next = one(`#rows tr:nth-child(${before + 1}) td:nth-child(2) a`);
    if (next) next.focus({ preventScroll: true });
  }));
}
function filterChanged() {
  limit = FOLD;
  const query = new URLSearchParams(Object.entries(chosen()).filter(([, text]) => text)).toString();
  history.replaceState(null, "", query ? `#temuan?${query}` : "#temuan");
  listFindings();
}
if (form) {
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", filterChanged);
  listFindings();
}

/* long tables and lists fold after their first rows */
const unfold = [];
for (const long of all("[data-fold]")) {
  const rows = long.tagName === "TABLE" ? [...long.tBodies[0].rows] : [...long.children];
  const rest = rows.slice(Number(long.dataset.fold));
  if (rest.length < 3) continue;
  for (const item of rest) item.hidden = true;
  const more = make("p", { class: "fold" }, button(phrase("more", { n: rest.length }), () => open(true)));
  const open = isMoved => {
    for (const item of rest) item.hidden = false;
    more.remove();
    const link = one("a", rest[0]);
    if (isMoved && link) link.focus({ preventScroll: true });
  };
  long.after(more);
  unfold.push({ holds: element => rest.includes(element), open });
}

/* search */
const query = one("#q");
const hits = one("#hits");
let offered = [];
let at = -1;
const go = hash => () => { if (location.hash === hash) route(); else location.hash = hash; };
const entries = [
  ...Object.entries(units).map(([id, unit]) => ({ text: unit.name, note: unit.top === id ? `${words.hit_unit} · ${unit.short}` : `${words.hit_unit} · ${units[unit.top].name}`, run: () => openUnit(id, query) })),
  ...page.advice.map(([rank, title]) => ({ text: title, note: phrase("hit_advice", { n: rank }), run: go(`#rekomendasi-${rank}`) })),
  ...page.services.map(topic => ({ text: topic, note: words.hit_service, run: go("#layanan") })),
  ...pairs.map(pair => ({ text: pair.sides[0].text, note: `${pair.kind} ${pair.short} · ${names(pair)} · ${pair.sides[1].text}`, run: go(`#pasangan-${pair.id}`) })),
  ...findings.filter(finding => !finding.pair).map(finding => ({ text: finding.text, note: `${words.hit_finding} ${finding.short} · ${finding.code}`, run: go(`#temuan-${finding.id}`) })),
  ...page.statements.map(([owner, text, source]) => ({ text, note: `${words.hit_statement} · ${units[owner].name} · ${source}`, run: () => openUnit(owner, query, text) })),
].map(entry => ({ ...entry, plain: `${entry.text} ${entry.note}`.toLowerCase() }));
const closeHits = () => {
  hits.hidden = true;
  at = -1;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
};
const paintHits = () => {
  [...hits.children].forEach((item, place) => {
    item.setAttribute("aria-selected", String(place === at));
    if (place !== at) return;
    query.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  });
};
const runHit = place => {
  const hit = offered[place];
  if (!hit) return;
  closeHits();
  query.value = "";
  hit.run();
};
query.addEventListener("input", () => {
  const asked = query.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.join("").length < 2) { closeHits(); return; }
  offered = entries.filter(entry => asked.every(word => entry.plain.includes(word))).slice(0, 8);
  at = offered.length ? 0 : -1;
  fill(hits, offered.length
    ? offered.map((entry, place) => {
      const item = make("li", { role: "option", id: `hit${place}` }, entry.text, make("small", {}, entry.note));
      item.addEventListener("mousedown", event => { event.preventDefault(); runHit(place); });
      return item;
    })
    : make("li", { role: "option", "aria-disabled": "true" }, say("no_hit", { q: query.value })));
  hits.hidden = false;
  query.setAttribute("aria-expanded", "true");
  paintHits();
});
query.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (offered.length) at = (at + (event.key === "ArrowDown" ? 1 : -1) + offered.length) % offered.length;
    paintHits();
  } else if (event.key === "Enter") {
    event.preventDefault();
    runHit(at);
  } else if (event.key === "Escape" && !hits.hidden) {
    event.stopPropagation();
    closeHits();
  }
});
query.addEventListener("blur", closeHits);
addEventListener("keydown", event => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    query.focus();
  }
  if (event.key === "Escape") closeUnit();
});

/* addresses: #pasangan-, #temuan-, #unit-, #rekomendasi-, #temuan?… */
const target = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
};
function route() {
  if (location.hash.startsWith("#temuan?") && form) {
    const asked = new URLSearchParams(location.hash.slice("#temuan?".length));
    for (const name of NAMES) form.elements[name].value = asked.get(name) || "";
    limit = FOLD;
    listFindings();
    one("#temuan").scrollIntoView();
    return;
  }
  const [, kind, id] = /^(pasangan|temuan|unit|rekomendasi|aturan)-([^]+)$/.exec(target()) || [];
  if (kind !== "unit" && !panel.hidden) closeUnit();
  if (kind === "pasangan" && pairById.has(id)) {
    const pair = pairById.get(id);
    if (!listed.includes(pair)) choosePairs(...topsOf(pair));
    showPair(pair, true);
    one("#pair").scrollIntoView({ block: "start" });
  } else if (kind === "unit" && Object.hasOwn(units, id)) {
    openUnit(id);
  } else if (kind === "temuan" && byId.has(id)) {
    if (form && !matching(chosen()).includes(byId.get(id))) form.reset();
    limit = Infinity;
    listFindings();
    const line = document.getElementById(`temuan-${id}`);
    for (const other of all("#rows .hot")) other.classList.remove("hot");
    line.classList.add("hot");
    line.scrollIntoView({ block: "center" });
    one("td:nth-child(2) a", line).focus({ preventScroll: true });
  } else if (kind === "rekomendasi" || kind === "aturan") {
    const element = document.getElementById(`${kind}-${id}`);
    if (!element) return;
    for (const fold of unfold) if (fold.holds(element)) fold.open(false);
    const closed = element.closest("details");
    if (closed) closed.open = true;
    element.scrollIntoView({ block: "start" });
  }
}
addEventListener("hashchange", route);
// Following a link to where one already is opens it again.
document.addEventListener("click", event => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.getAttribute("href") === location.hash) route();
});

/* theme: as the device, light, dark */
const THEMES = ["auto", "light", "dark"];
let theme = 0;
one("#theme").addEventListener("click", event => {
  theme = (theme + 1) % THEMES.length;
  if (theme) root.dataset.theme = THEMES[theme];
  else delete root.dataset.theme;
  event.currentTarget.setAttribute("aria-label", words[`theme_${THEMES[theme]}`]);
  toast(words[`theme_${THEMES[theme]}`]);
});

/* where am I */
const anchors = all(".bar nav a");
const strip = one(".bar nav");
const mark = () => {
  let here = anchors[0];
  for (const anchor of anchors) {
    const section = document.getElementById(anchor.hash.slice(1));
    if (section && section.getBoundingClientRect().top < 160) here = anchor;
  }
  for (const anchor of anchors) {
    if (anchor === here) anchor.setAttribute("aria-current", "true");
    else anchor.removeAttribute("aria-current");
  }
  strip.scrollLeft = Math.max(0, here.offsetLeft - strip.offsetLeft - 48);
};
const watch = new IntersectionObserver(mark, { threshold: [0, .05, .2, .5, 1] });
for (const part of all("main > section, .top")) watch.observe(part);

/* paper shows everything */
addEventListener("beforeprint", () => {
  closeUnit();
  for (const fold of unfold) fold.open(false);
  for (const details of all("details")) details.open = true;
  if (form) {
    form.reset();
    limit = Infinity;
    listFindings();
  }
});
route();
})();
