// The preview's page. The server tells what is shown (/events); this shows it and keeps the reader's place.
// Everything that comes from the issue is set as text, never as markup.

const ZOOMS = [25, 33, 50, 67, 75, 100, 125, 150, 200, 300];
const THUMB = 66; // CSS pixels
const WIDTHS = { least: 64, most: 4096, step: 16 }; // those that the server draws
const PX_PER_MM = 96 / 25.4;
const GAP = { across: 48, below: 64 }; // what the desk needs beside and below the paper

const at = (id) => document.getElementById(id);
const desk = at("desk");

/** Pages by number: what is known of each, and its figure once it was looked at. */
const pages = new Map();
const state = { serial: 0, count: 0, title: "", language: "en", findings: [], trouble: [], chosen: null, began: 0 };
const place = readPlace();

// What the server tells

const events = new EventSource("/events");
events.addEventListener("building", () => {
  state.began = performance.now();
  document.body.classList.add("building");
  at("status").textContent = "making the pages";
});
events.addEventListener("shown", (event) => show(JSON.parse(event.data)));
events.onerror = () => {
  document.body.classList.remove("building");
  at("status").textContent = "the preview has ended; start it again to go on";
};

function show(told) {
  document.body.classList.remove("building");
  const first = !state.serial;
  state.run = told.run; // another run of the server counts its versions anew
  Object.assign(state, { serial: told.serial, title: told.title, language: told.language, findings: told.findings, trouble: told.trouble });
  const recounted = state.count !== told.count;
  state.count = told.count;
  for (const page of told.pages) pages.set(page.number, { ...pages.get(page.number), ...page });
  for (const number of [...pages.keys()]) if (number > told.count) pages.delete(number);
  showTrouble();
  if (!told.serial) return;
  showFindings();
  if (recounted) makeThumbs();
  for (const page of told.pages) showThumb(pages.get(page.number));
  markThumbs();
  turnTo(place.page);
  at("status").textContent = said(told, first);
}

function said(told, first) {
  if (told.trouble.length) return "cannot be built; these are the last good pages";
  if (first) return counted(told.count, "page");
  const took = state.began ? ` in ${((performance.now() - state.began) / 1000).toFixed(1)} s` : "";
  return `rebuilt${took}: ${pagesNamed(told.pages.map((page) => page.number))} changed`;
}

/** "page 3", "pages 3, 5–8 and 12": runs of three and more are told by their ends. */
function pagesNamed(numbers) {
  if (!numbers.length) return "no page";
  if (numbers.length === state.count) return "all pages";
  const runs = [];
  for (const number of numbers) {
    if (runs.at(-1)?.at(-1) === number - 1) runs.at(-1).push(number);
    else runs.push([number]);
  }
  const names = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0];
  return `page${numbers.length > 1 ? "s" : ""} ${list}`;
}

// Pages

function numbersShown() {
  if (!state.count) return [];
  if (!place.spreads) return [place.page];
  const left = place.page - (place.page % 2);
  return [left, left + 1].filter((number) => number >= 1 && number <= state.count);
}

function turnTo(number) {
  place.page = Math.min(Math.max(1, number || 1), Math.max(1, state.count));
  const numbers = numbersShown();
  at("empty").hidden = state.count > 0;
  for (const page of pages.values()) if (!numbers.includes(page.number)) forgo(page);
  const figures = numbers.map((shown) => figureOf(pages.get(shown)));
  const spread = at("spread");
  if (figures.some((figure, index) => figure !== spread.children[index]) || figures.length !== spread.children.length) {
    spread.replaceChildren(...figures);
    desk.scrollTo(0, 0);
  }
  at("folio").textContent = numbers.length ? `${numbers.join("–")} of ${state.count}` : "no pages";
  at("back").disabled = !numbers.length || numbers[0] === 1;
  at("on").disabled = !numbers.length || numbers.at(-1) === state.count;
  at("spreads").setAttribute("aria-pressed", String(place.spreads));
  at("title").textContent = state.title || "Preview";
  document.title = numbers.length ? `${numbers.join("–")} · ${state.title}` : "Preview";
  for (const thumb of at("thumbs").children) {
    if (numbers.includes(Number(thumb.dataset.page))) thumb.setAttribute("aria-current", "page");
    else thumb.removeAttribute("aria-current");
  }
  keepPlace();
  fitPages();
}

function turn(by) {
  const numbers = numbersShown();
  if (!numbers.length) return;
  turnTo(by < 0 ? numbers[0] - 1 : Math.min(numbers.at(-1) + 1, state.count));
  at("thumbs").querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
}

function figureOf(page) {
  if (page.figure) return page.figure;
  page.figure = made("figure", { className: "leaf" });
  page.sheet = made("div", { className: "sheet" });
  page.texts = made("div", { role: "group", ariaLabel: `Text of page ${page.number}`, lang: state.language });
  page.marks = made("div", { ariaHidden: "true" });
  page.sheet.append(page.texts, page.marks);
  page.figure.append(page.sheet, made("figcaption", { textContent: page.number }));
  return page.figure;
}

/** Size the visible pages for the zoom, and have what is missing drawn. */
function fitPages() {
  const shown = numbersShown().map((number) => pages.get(number));
  if (!shown.length) return;
  const across = shown.reduce((sum, page) => sum + page.width_mm, 0) * PX_PER_MM;
  const down = Math.max(...shown.map((page) => page.depth_mm)) * PX_PER_MM;
  const fitting = Math.min((desk.clientWidth - GAP.across) / across, (desk.clientHeight - GAP.below) / down);
  const scale = place.zoom ? place.zoom / 100 : Math.max(fitting, 0.05);
  at("zoom").textContent = `${Math.round(scale * 100)} %`;
  at("fit").setAttribute("aria-pressed", String(!place.zoom));
  for (const page of shown) {
    const width = drawnWidth(page.width_mm * PX_PER_MM * scale);
    // One pixel of the picture is one of the screen, but for zooms beyond what is drawn.
    const pixel = width < WIDTHS.most ? 1 / devicePixelRatio : (page.width_mm * PX_PER_MM * scale) / width;
    page.sheet.style.width = `${width * pixel}px`;
    page.sheet.style.height = `${Math.round((width * page.depth_mm) / page.width_mm) * pixel}px`;
    drawPage(page, width);
    readText(page);
    markPage(page);
  }
}

function drawnWidth(wide) {
  const pixels = Math.floor((wide * devicePixelRatio) / WIDTHS.step) * WIDTHS.step;
  return Math.min(Math.max(pixels, WIDTHS.least), WIDTHS.most);
}

const pictureOf = (page, width) => `/page/${page.number}/${page.version}/${width}.png?run=${state.run}`;

/** The old picture stays until the new one is there. */
async function drawPage(page, width) {
  const source = pictureOf(page, width);
  if (page.wanted === source) return;
  forgo(page);
  page.wanted = source;
  const image = (page.coming = made("img", { alt: `Page ${page.number}`, src: source }));
  try {
    await image.decode();
  } catch {
    if (page.wanted === source) page.wanted = null;
    return;
  }
  if (page.wanted !== source) return;
  page.coming = null;
  page.image?.remove();
  page.image = image;
  page.sheet.prepend(image);
}

/** Who leafs fast does not wait for the pages between. */
function forgo(page) {
  if (!page.coming) return;
  page.coming.removeAttribute("src");
  page.coming = page.wanted = null;
}

async function readText(page) {
  const source = `/text/${page.number}/${state.serial}.json?run=${state.run}`;
  if (page.read === source) return;
  page.read = source;
  const answer = await fetch(source);
  if (!answer.ok) return;
  const written = await answer.text();
  if (written === page.written) return;
  page.written = written;
  const held = [...page.texts.children].indexOf(document.activeElement);
  const passages = JSON.parse(written).map(passageOf);
  page.texts.replaceChildren(...passages);
  if (passages.length) passages[0].tabIndex = 0;
  if (held >= 0 && passages.length) enter(passages[Math.min(held, passages.length - 1)]);
}

function passageOf(told) {
  const passage = made("button", { className: `passage ${told.part}`, ariaLabel: `${told.words}, ${named(told)}`, title: named(told), tabIndex: -1 });
  frame(passage, told.rect);
  passage.addEventListener("click", () => tellSource(told, true));
  return passage;
}

/** Move the keyboard to a passage; its page keeps one stop of the Tab key. */
function enter(passage) {
  for (const other of passage.parentElement.children) other.tabIndex = -1;
  passage.tabIndex = 0;
  passage.focus();
}

function frame(element, [x, y, width, depth]) {
  const part = (value) => `${value * 100}%`;
  Object.assign(element.style, { left: part(x), top: part(y), width: part(width), height: part(depth) });
}

function markPage(page) {
  const marks = state.findings.filter((finding) => finding.page === page.number && finding.rect);
  page.marks.replaceChildren(
    ...marks.map((finding) => {
      const mark = made("div", { className: `mark ${finding.severity}${finding === state.chosen ? " chosen" : ""}` });
      frame(mark, finding.rect);
      return mark;
    }),
  );
}

// Thumbnails

function makeThumbs() {
  const thumbs = [...pages.values()].sort((a, b) => a.number - b.number).map((page) => {
    page.thumb = made("button", { ariaLabel: `Page ${page.number}` });
    page.thumb.dataset.page = page.number;
    page.thumb.append(made("span", { textContent: page.number }));
    page.thumb.addEventListener("click", () => turnTo(page.number));
    showThumb(page);
    return page.thumb;
  });
  at("thumbs").replaceChildren(...thumbs);
}

function showThumb(page) {
  const source = pictureOf(page, drawnWidth(THUMB));
  if (!page.thumb || page.thumbSource === source) return;
  page.thumbSource = source;
  const image = made("img", { alt: "", loading: "lazy", width: THUMB, height: Math.round((THUMB * page.depth_mm) / page.width_mm), src: source });
  page.thumb.querySelector("img")?.remove();
  page.thumb.prepend(image);
}

function markThumbs() {
  for (const page of pages.values()) {
    const own = state.findings.filter((finding) => finding.page === page.number);
    page.thumb.classList.toggle("found", own.length > 0);
    page.thumb.classList.toggle("grave", own.some((finding) => finding.severity === "error"));
    page.thumb.ariaLabel = `Page ${page.number}${own.length ? `, ${counted(own.length, "finding")}` : ""}`;
  }
}

// Findings and trouble

function showFindings() {
  const chosen = state.chosen;
  state.chosen = null;
  at("toggle-findings").textContent = `Findings ${state.findings.length}`;
  at("findings-head").textContent = state.findings.length ? counted(state.findings.length, "finding") : "Nothing to complain of";
  at("findings").querySelector("ul").replaceChildren(
    ...state.findings.map((finding) => {
      const item = made("li"), button = made("button");
      button.append(...findingParts(finding));
      button.append(made("span", { className: "page", textContent: [finding.page && `page ${finding.page}`, named(finding)].filter(Boolean).join(" · ") }));
      button.addEventListener("click", () => choose(finding));
      finding.button = button;
      item.append(button);
      if (chosen && chosen.code === finding.code && chosen.message === finding.message && chosen.page === finding.page) {
        state.chosen = finding;
        button.setAttribute("aria-current", "true");
      }
      return item;
    }),
  );
}

function findingParts(finding) {
  return [
    made("span", { className: `severity ${finding.severity}`, textContent: finding.severity }),
    ` ${finding.code}`,
    made("span", { className: "message", textContent: finding.message }),
    made("span", { className: "hint", textContent: finding.hint }),
  ];
}

function choose(finding) {
  state.chosen?.button.removeAttribute("aria-current");
  state.chosen = finding;
  finding.button.setAttribute("aria-current", "true");
  if (finding.page) turnTo(finding.page);
  if (finding.file) tellSource(finding, false);
  desk.querySelector(".mark.chosen")?.scrollIntoView({ block: "center", inline: "center" });
}

function showTrouble() {
  const box = at("trouble");
  const none = state.count === 0;
  box.hidden = !state.trouble.length;
  box.querySelector("h2").textContent = none ? "This cannot be built." : "This cannot be built. Below are the last good pages.";
  if (none && state.serial) at("empty").textContent = "There are no pages yet. Mend what is said above, and save.";
  box.querySelector("ul").replaceChildren(
    ...state.trouble.map((finding) => {
      const item = made("li");
      if (finding.file) {
        const where = made("button", { className: "where", textContent: named(finding) });
        where.addEventListener("click", () => tellSource(finding, true));
        item.append(where);
      }
      item.append(...findingParts(finding));
      return item;
    }),
  );
  at("alert").textContent = state.trouble.map((finding) => `${named(finding)}: ${finding.message}. ${finding.hint}`).join("\n");
}

// Sources

const named = (source) => (source.file ? `${source.file}:${source.line}${source.column > 1 ? `:${source.column}` : ""}` : "");

let told = null;

function tellSource(source, copying) {
  told = named(source);
  at("source").hidden = false;
  at("place").textContent = told;
  at("editor").href = `vscode://file${source.path.startsWith("/") ? "" : "/"}${encodeURI(source.path)}:${source.line}:${source.column}`;
  at("copied").textContent = "";
  if (copying) copySource();
}

async function copySource() {
  try {
    await navigator.clipboard.writeText(told);
    at("copied").textContent = `${told} copied`;
  } catch {
    at("copied").textContent = `${told} (the browser does not let it be copied)`;
  }
}

function closeSource() {
  const within = at("source").contains(document.activeElement);
  at("source").hidden = true;
  if (within) desk.focus();
}

// The reader's place is in the address, so that it outlives the page

function readPlace() {
  const kept = new URLSearchParams(location.hash.slice(1));
  return { page: Number(kept.get("page")) || 1, zoom: Number(kept.get("zoom")) || 0, spreads: kept.get("view") !== "single", findings: kept.get("findings") !== "hidden" };
}

function keepPlace() {
  if (!state.count) return;
  const kept = new URLSearchParams({ page: place.page });
  if (place.zoom) kept.set("zoom", place.zoom);
  if (!place.spreads) kept.set("view", "single");
  if (!place.findings) kept.set("findings", "hidden");
  history.replaceState(null, "", `#${kept}`);
}

// What the reader does

function zoomBy(step) {
  const now = place.zoom || parseInt(at("zoom").textContent, 10);
  const next = step > 0 ? ZOOMS.find((zoom) => zoom > now) : ZOOMS.findLast((zoom) => zoom < now);
  if (next) zoomTo(next);
}

/** What is in the middle of the desk stays there. */
function zoomTo(zoom) {
  const x = (desk.scrollLeft + desk.clientWidth / 2) / desk.scrollWidth;
  const y = (desk.scrollTop + desk.clientHeight / 2) / desk.scrollHeight;
  place.zoom = zoom;
  keepPlace();
  fitPages();
  desk.scrollTo(x * desk.scrollWidth - desk.clientWidth / 2, y * desk.scrollHeight - desk.clientHeight / 2);
}

function toggleSpreads() {
  place.spreads = !place.spreads;
  turnTo(place.page);
}

function toggleFindings() {
  place.findings = !place.findings;
  showPanel();
  keepPlace();
  fitPages();
}

function showPanel() {
  at("findings").hidden = !place.findings;
  at("toggle-findings").setAttribute("aria-expanded", String(place.findings));
}

const KEYS = {
  ArrowLeft: () => turn(-1),
  ArrowRight: () => turn(1),
  PageUp: () => turn(-1),
  PageDown: () => turn(1),
  Home: () => turnTo(1),
  End: () => turnTo(state.count),
  "+": () => zoomBy(1),
  "=": () => zoomBy(1),
  "-": () => zoomBy(-1),
  0: () => zoomTo(0),
  s: toggleSpreads,
  f: toggleFindings,
  "?": () => at("help").showModal(),
  Escape: closeSource,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || at("help").open) return;
  const focused = document.activeElement;
  if (focused?.classList.contains("passage") && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    const next = event.key === "ArrowUp" ? focused.previousElementSibling : focused.nextElementSibling;
    if (next) enter(next);
  } else if (KEYS[event.key]) {
    KEYS[event.key]();
  } else return;
  event.preventDefault();
});

at("back").addEventListener("click", () => turn(-1));
at("on").addEventListener("click", () => turn(1));
at("smaller").addEventListener("click", () => zoomBy(-1));
at("larger").addEventListener("click", () => zoomBy(1));
at("fit").addEventListener("click", () => zoomTo(0));
at("spreads").addEventListener("click", toggleSpreads);
at("toggle-findings").addEventListener("click", toggleFindings);
at("open-help").addEventListener("click", () => at("help").showModal());
at("copy").addEventListener("click", copySource);
at("close-source").addEventListener("click", closeSource);
new ResizeObserver(fitPages).observe(desk);
showPanel();

function made(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}

function counted(number, thing) {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
