// Presents slides: holds them as SVG in the browser, so that the next one paints at once and needs no network.
const body = document.body;
const stage = document.getElementById("stage");
const texts = JSON.parse(body.dataset.texts);
const asked = new URLSearchParams(location.search);
const isSpeaker = asked.has("speaker");
const SHAPES = { "16x9": 16 / 9, "16x10": 16 / 10, "4x3": 4 / 3, phone: 340 / 660 };
const OWN = ["slide", "speaker", "steps", "theme"];

const state = { slides: [], of: 0, at: 0, shown: 1, black: false, all: false, steps: asked.get("steps") !== "0", digits: "" };
let shape = fitting();
let loading = 0;
let theme = body.dataset.theme;

// ------------------------------------------------------------------ loading

function fitting() {
    if (isSpeaker) return "16x9";
    const ratio = innerWidth / innerHeight;
    const distance = (name) => Math.abs(Math.log(ratio / SHAPES[name]));
    return Object.keys(SHAPES).reduce((best, name) => (distance(name) < distance(best) ? name : best));
}

function slidesAddress() {
    const query = new URLSearchParams(location.search);
    OWN.forEach((name) => query.delete(name));
    query.set("theme", theme);
    query.set("shape", shape);
    query.set("first", String(state.at + 1));
    return `/present/slides?${query}`;
}

async function load() {
    const turn = ++loading;
    const take = (line) => {
        const told = JSON.parse(line);
        if (told.problem) return say(told.problem, true);
        return told.of === undefined ? put(told) : begin(told.of);
    };
    try {
        const answer = await fetch(slidesAddress(), { headers: { Accept: "application/x-ndjson" } });
        if (answer.status === 401) return say(texts.sign_in, true);
        await lines(answer.body.getReader(), (line) => turn === loading && take(line));
    } catch {
        // With the slides of another shape or theme at hand the meeting goes on.
        if (turn === loading) say(state.slides.some(Boolean) ? texts.no_network : texts.no_slides, !state.slides.some(Boolean));
    }
}

async function lines(reader, take) {
    const decoder = new TextDecoder();
    let rest = "";
    for (;;) {
        const { done, value } = await reader.read();
        const parts = (rest + (value ? decoder.decode(value, { stream: true }) : "")).split("\n");
        rest = parts.pop();
        parts.filter(Boolean).forEach(take);
        if (done) return;
    }
}

function begin(count) {
    state.of = count;
    state.at = clamp(state.at);
    body.style.setProperty("--shape", String(SHAPES[shape]));
    body.dataset.shape = shape;
    if (isSpeaker) return;
    if (!count) say(texts.none_shown, true);
    const kept = [...stage.querySelectorAll(".slide")];
    kept.slice(count).forEach((section) => section.remove());
    for (let number = kept.length + 1; number <= count; number++) stage.append(emptySlide(number));
    document.getElementById("wait")?.remove();
    paint();
}

function emptySlide(number) {
    const section = document.createElement("section");
    section.className = "slide";
    section.dataset.number = String(number);
    section.setAttribute("role", "group");
    section.setAttribute("aria-roledescription", texts.slide);
    section.setAttribute("aria-busy", "true");
    section.addEventListener("click", () => state.all && openSlide(number - 1));
    return section;
}

function put(slide) {
    state.slides[slide.number - 1] = slide;
    if (isSpeaker) return paint();
    const section = stage.querySelectorAll(".slide")[slide.number - 1];
    if (!section) return;
    section.innerHTML = slide.svg;
    section.removeAttribute("aria-busy");
    section.setAttribute("aria-label", named(slide));
    if (slide.number - 1 === state.at) paint();
}

const named = (slide) => `${texts.number.replace("{number}", slide.number).replace("{of}", state.of)} ${slide.title}`;
const clamp = (at) => Math.max(0, Math.min(at, Math.max(0, state.of - 1)));

// ------------------------------------------------------------------ painting

function paint() {
    if (isSpeaker) return paintSpeaker();
    const sections = stage.querySelectorAll(".slide");
    sections.forEach((section, at) => {
        const current = at === state.at;
        section.classList.toggle("current", current);
        section.tabIndex = state.all ? 0 : -1;
        if (current) section.dataset.shown = String(state.shown);
    });
    body.classList.toggle("overview", state.all);
    document.getElementById("black").hidden = !state.black;
    document.querySelector("#bar .place").textContent = `${state.at + 1} / ${state.of || "…"}`;
    const slide = state.slides[state.at];
    if (slide) document.title = `${slide.title} · ${body.dataset.title}`;
    if (state.all) sections[state.at]?.scrollIntoView({ block: "nearest" });
}

function paintSpeaker() {
    const clear = (pane, slide) => {
        const place = document.querySelector(`#${pane} .slide`);
        place.innerHTML = slide ? slide.svg : "";
        place.dataset.shown = String(pane === "now" ? state.shown : 1);
    };
    clear("now", state.slides[state.at]);
    clear("next", state.slides[state.at + 1]);
    document.querySelector("#next h2").textContent = state.at + 1 < state.of ? texts.next : texts.last;
    document.getElementById("place").textContent = `${state.at + 1} / ${state.of || "…"}`;
    const notes = state.slides[state.at]?.notes;
    document.querySelector("#notes p").textContent = notes || texts.no_notes;
    document.getElementById("is-black").hidden = !state.black;
}

function say(message, stays) {
    const told = document.getElementById("told");
    told.textContent = message;
    told.hidden = false;
    if (!stays) setTimeout(() => { told.hidden = true; }, 4000);
    document.getElementById("wait")?.remove();
}

// ------------------------------------------------------------------ moving

const stepsOf = (at) => (state.steps && !state.all ? state.slides[at]?.steps || 1 : 1);

function go(at, shown) {
    state.at = clamp(at);
    state.shown = state.steps ? Math.min(shown, Math.max(1, state.slides[state.at]?.steps || shown)) : 9;
    state.black = false;
    moved();
}

function moved() {
    keepAddress();
    paint();
    const slide = state.slides[state.at];
    if (slide) document.getElementById("said").textContent = named(slide);
    tell();
}

function onward() {
    if (state.black) return go(state.at, state.shown);
    if (state.shown < stepsOf(state.at)) return go(state.at, state.shown + 1);
    if (state.at + 1 < state.of) go(state.at + 1, 1);
}

function backward() {
    if (state.black) return go(state.at, state.shown);
    if (state.steps && !state.all && state.shown > 1) return go(state.at, Math.min(state.shown, stepsOf(state.at)) - 1);
    if (state.at > 0) go(state.at - 1, 9);
}

function openSlide(at) {
    state.all = false;
    go(at, 1);
    stage.focus();
}

function overview(shown) {
    state.all = shown;
    state.black = false;
    paint();
    (shown ? stage.querySelectorAll(".slide")[state.at] : stage)?.focus();
}

function rowsAway(rows) {
    const sections = [...stage.querySelectorAll(".slide")];
    const first = sections[0]?.offsetTop;
    const perRow = Math.max(1, sections.findIndex((section) => section.offsetTop > first));
    go(Math.max(0, Math.min(state.at + rows * perRow, state.of - 1)), 1);
    sections[state.at]?.focus();
}

function keepAddress() {
    if (isSpeaker) return;
    const query = new URLSearchParams(location.search);
    query.set("slide", String(state.at + 1));
    history.replaceState(null, "", `${location.pathname}?${query}`);
}

function setting(name, value, usual) {
    const query = new URLSearchParams(location.search);
    if (value === usual) query.delete(name);
    else query.set(name, value);
    history.replaceState(null, "", `${location.pathname}?${query}`);
}

function leave() {
    location.assign(body.dataset.back);
}

function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => say(texts.no_full_screen));
}

function changeTheme() {
    theme = theme === "dark" ? "light" : "dark";
    body.dataset.theme = theme;
    setting("theme", theme, "light");
    load();
}

function changeSteps() {
    state.steps = !state.steps;
    setting("steps", state.steps ? "1" : "0", "1");
    say(state.steps ? texts.with_steps : texts.without_steps);
    go(state.at, state.steps ? 1 : 9);
}

// ------------------------------------------------------------------ keys, touch and pointer

const KEYS = {
    ArrowRight: onward, ArrowDown: onward, PageDown: onward, " ": onward, n: onward,
    ArrowLeft: backward, ArrowUp: backward, PageUp: backward, Backspace: backward, p: backward,
    Home: () => go(0, 1), End: () => go(state.of - 1, 9),
    f: fullScreen, b: () => { state.black = !state.black; moved(); }, ".": () => { state.black = !state.black; moved(); },
    o: () => overview(!state.all), s: openSpeaker, t: changeTheme, r: changeSteps, "?": showKeys, h: showKeys,
    Escape: () => (state.digits ? type("") : state.black ? go(state.at, state.shown) : state.all ? overview(false) : leave()),
};
const IN_OVERVIEW = {
    ArrowDown: () => rowsAway(1), ArrowUp: () => rowsAway(-1), Enter: () => openSlide(state.at), " ": () => openSlide(state.at),
};

function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || document.getElementById("keys").open) return;
    if (event.target.closest?.("#bar button") && ["Enter", " "].includes(event.key)) return;
    if (/^[0-9]$/.test(event.key)) return type(state.digits + event.key);
    if (event.key === "Enter" && state.digits) return jump();
    const back = event.key === " " && event.shiftKey && !state.all ? backward : null;
    const deed = back || (state.all && IN_OVERVIEW[event.key]) || KEYS[event.key] || KEYS[event.key.toLowerCase()];
    if (!deed) return;
    event.preventDefault();
    deed();
}

let forget = 0;

function type(digits) {
    state.digits = digits.slice(-4);
    const typed = document.getElementById("typed");
    typed.textContent = state.digits;
    typed.hidden = !state.digits;
    clearTimeout(forget);
    if (digits) forget = setTimeout(() => type(""), 3000);
}

function jump() {
    const at = Number(state.digits) - 1;
    type("");
    state.all ? openSlide(at) : go(at, 1);
}

let touched = null;

function touchEnd(event) {
    if (!touched || state.all) return;
    const [x, y] = [event.changedTouches[0].clientX - touched[0], event.changedTouches[0].clientY - touched[1]];
    touched = null;
    if (Math.abs(x) > 40 && Math.abs(x) > 1.5 * Math.abs(y)) x < 0 ? onward() : backward();
}

function clicked(event) {
    wake();
    if (state.all || isSpeaker || event.button || event.target.closest("#bar, dialog")) return;
    event.clientX < innerWidth / 4 ? backward() : onward();
}

let sleeping = 0;

function wake() {
    body.classList.add("awake");
    clearTimeout(sleeping);
    sleeping = setTimeout(() => body.classList.remove("awake"), 3000);
}

function showKeys() {
    document.getElementById("keys").showModal();
}

// ------------------------------------------------------------------ two windows

const channel = new BroadcastChannel(`slides ${[...asked].filter(([name]) => !OWN.includes(name)).join("&")}`);

function openSpeaker() {
    if (isSpeaker) return;
    const query = new URLSearchParams(location.search);
    query.set("speaker", "1");
    if (!window.open(`${location.pathname}?${query}`, "speaker", "popup,width=1100,height=760")) say(texts.no_window);
}

function tell() {
    channel.postMessage({ at: state.at, shown: state.shown, black: state.black });
}

channel.onmessage = ({ data: told }) => {
    if (told.hello && !isSpeaker) return channel.postMessage({ slides: state.slides, of: state.of, at: state.at, shown: state.shown, black: state.black });
    if (told.hello) return;
    if (told.slides && isSpeaker && told.slides.some(Boolean)) Object.assign(state, { slides: told.slides, of: told.of });
    if (told.at === undefined) return;
    Object.assign(state, { at: told.at, shown: told.shown, black: told.black });
    keepAddress();
    paint();
};

function buildSpeaker() {
    body.classList.add("speaker", "awake");
    stage.innerHTML = `<p id="clock"><span id="hour"></span><span id="spent" title=""></span><span id="place"></span>
        <small id="is-black" hidden></small></p>
        <section class="pane" id="now"><h2></h2><div class="slide current"></div></section>
        <section class="pane" id="next"><h2></h2><div class="slide current"></div></section>
        <section class="pane" id="notes"><h2></h2><p></p></section>`;
    document.querySelector("#now h2").textContent = texts.now;
    document.querySelector("#notes h2").textContent = texts.notes;
    document.getElementById("is-black").textContent = texts.is_black;
    const began = Date.now();
    const two = (number) => String(number).padStart(2, "0");
    const tick = () => {
        const now = new Date();
        const spent = Math.floor((now - began) / 1000);
        document.getElementById("hour").textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
        document.getElementById("spent").textContent = `${two(Math.floor(spent / 60))}:${two(spent % 60)}`;
    };
    tick();
    setInterval(tick, 500);
    paint();
    channel.postMessage({ hello: true });
    setTimeout(() => state.slides.some(Boolean) || load(), 600);
}

// ------------------------------------------------------------------ beginning

// Drawn here, because fonts differ in the signs they have.
const ICONS = {
    previous: "M15 5l-7 7 7 7", next: "M9 5l7 7-7 7", all: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
    speaker: "M3 5h18v10H3zM8 20h8M12 15v5", full_screen: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    theme: "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16M12 4v16M9.5 5v14M7 6.5v11", keys: "M3 6h18v12H3zM7 10h.01M12 10h.01M17 10h.01M8 14h8",
    leave: "M6 6l12 12M18 6L6 18",
};

function buildBar() {
    const bar = document.getElementById("bar");
    const button = (name, deed, kind) => {
        const made = document.createElement("button");
        made.type = "button";
        made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${ICONS[name]}"/></svg>`;
        made.setAttribute("aria-label", texts[name]);
        made.title = texts[name];
        made.className = `${name} ${kind || ""}`;
        made.addEventListener("click", deed);
        bar.append(made);
    };
    button("previous", backward);
    const place = document.createElement("span");
    place.className = "place";
    bar.append(place);
    button("next", onward);
    button("all", () => overview(!state.all));
    button("speaker", openSpeaker, "wide");
    button("full_screen", fullScreen, "wide");
    button("theme", changeTheme);
    button("keys", showKeys, "wide");
    button("leave", leave);
}

function buildKeys() {
    const dialog = document.getElementById("keys");
    const title = document.createElement("h1");
    title.id = "keys-title";
    title.textContent = texts.keys;
    const list = document.createElement("dl");
    texts.key_list.forEach(([keys, meaning]) => {
        const [term, told] = [document.createElement("dt"), document.createElement("dd")];
        term.textContent = keys;
        told.textContent = meaning;
        list.append(term, told);
    });
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = texts.close;
    close.addEventListener("click", () => dialog.close());
    dialog.append(title, list, close);
}

let resized = 0;

function reshape() {
    clearTimeout(resized);
    resized = setTimeout(() => {
        if (fitting() === shape) return;
        shape = fitting();
        load();
    }, 300);
}

const wanted = Number.parseInt(asked.get("slide") || "1", 10);
state.at = Math.max(0, (Number.isFinite(wanted) ? wanted : 1) - 1);
if (!state.steps) state.shown = 9;
buildKeys();
document.addEventListener("keydown", pressed);
if (isSpeaker) {
    document.getElementById("bar").remove();
    buildSpeaker();
} else {
    buildBar();
    document.addEventListener("click", clicked);
    document.addEventListener("pointermove", wake);
    document.addEventListener("touchstart", (event) => { touched = [event.touches[0].clientX, event.touches[0].clientY]; }, { passive: true });
    document.addEventListener("touchend", touchEnd, { passive: true });
    addEventListener("resize", reshape);
    wake();
    stage.focus();
    load();
}
