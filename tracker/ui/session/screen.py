"""How wide the reader's page is, and whether it is light or dark: told by the browser where it is drawn otherwise."""

import streamlit as st

# A phone, and a laptop with the navigation open.
PHONE, LAPTOP = 358, 1060
_LEAST, _MOST = 280, 1460

# Tells the width in steps of 20 pixels, and only where the page as drawn hangs over or leaves room for more than a
# scroll bar that comes and goes; tells the theme where charts and tables are drawn in the other one's colours, because
# Streamlit changes its own colours and makes no run. The run that is asked for carries the theme, which Streamlit takes
# over a moment after the browser has.
# Telling makes the page run again, and what the browser sends for that names the page it still shows: sent behind a
# click on a link, it would take the click back. So nothing is told between a person's gesture and the end of the run it
# led to; where gestures came close together or led to no run, not before a pause.
_WATCH = """
const STEP = 20, SOON = 150, TURN = 300, PAUSE = 8000, GESTURES = ["pointerdown", "keydown", "click", "popstate"];
// These change the width of the page and make nothing run.
const HARMLESS = "[data-testid=stSidebarCollapseButton], [data-testid=stExpandSidebarButton]";
// A gesture may have come before this script.
const made = performance.eventCounts, early = made ? made.get("pointerdown") || made.get("keydown") : true;
let gestures = early ? 2 : 0, last = Date.now(), ran = false, told = 0, turns = 0, turned = 0, stop = () => {};
// The theme that was asked for and has not come yet.
let awaited = null;
// Streamlit sends a value at the browser's next turn, before which a click may be answered: here it is sent at once.
const tell = (send) => {
    const wait = window.setTimeout;
    window.setTimeout = (then, ...rest) => rest[0] ? wait(then, ...rest) : (then(), 0);
    try { send(); } finally { window.setTimeout = wait; }
};
export default function({ data, setStateValue }) {
    stop();
    const app = document.querySelector('[data-testid="stApp"]');
    const idle = () => app.getAttribute("data-test-script-state") === "notRunning";
    const dark = matchMedia("(prefers-color-scheme: dark)");
    let waiting = 0, block = null;
    const later = (wait = SOON) => { clearTimeout(waiting); waiting = setTimeout(look, wait); };
    const resized = new ResizeObserver(() => later()), states = new MutationObserver(() => changed());
    const room = () => {
        const found = document.querySelector('[data-testid="stMainBlockContainer"]');
        if (found !== block) { resized.disconnect(); block = found; if (block) resized.observe(block); }
        if (!block) return 0;
        const style = getComputedStyle(block);
        return block.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    };
    const look = () => {
        const wide = Math.min(Math.floor(room() / STEP) * STEP, data.most);
        const pause = (gestures ? last + PAUSE : turned + TURN) - Date.now();
        if (wide <= 0 || !idle()) return;
        if (pause > 0) return later(pause);
        gestures = 0;
        if (!measured(wide)) coloured();
    };
    const measured = (wide) => {
        const secure = location.protocol === "https:" ? "; secure" : "";
        document.cookie = `${data.cookie}=${wide}; path=/; max-age=31536000; samesite=lax${secure}`;
        if (wide === told || (wide >= data.drawn && wide <= data.drawn + STEP)) return false;
        told = wide;
        tell(() => setStateValue("width", wide));
        return true;
    };
    const coloured = () => {
        if (dark.matches === data.dark) awaited = null;
        else if (dark.matches !== awaited) {
            awaited = dark.matches;
            turns += 1;
            tell(() => setStateValue("turns", turns));
        }
    };
    const turn = () => {
        turned = Date.now();
        later();
    };
    const touched = (event) => {
        if (event.target.closest?.(HARMLESS)) return;
        // A click of the mouse was counted when its button went down.
        if (event.type !== "click" || event.detail === 0) gestures += 1;
        last = Date.now();
        ran = false;
    };
    const changed = () => {
        last = Date.now();
        if (!idle()) { ran = true; return; }
        if (ran && gestures < 2) gestures = 0;
        later();
    };
    states.observe(app, { attributeFilter: ["data-test-script-state"] });
    GESTURES.forEach((name) => window.addEventListener(name, touched, true));
    dark.addEventListener("change", turn);
    later();
    stop = () => {
        clearTimeout(waiting);
        resized.disconnect();
        states.disconnect();
        dark.removeEventListener("change", turn);
        GESTURES.forEach((name) => window.removeEventListener(name, touched, true));
    };
    return stop;
}
"""
_KEY, _COOKIE = "width of the page", "tracker_room"

_watch = st.components.v2.component("screen_of_page", js=_WATCH)


def watch_screen() -> None:
    """Have the browser say how wide the page is and in which theme, where it is drawn otherwise; once, in the frame."""
    drawn = {"drawn": _width(), "dark": st.context.theme.type == "dark", "most": _MOST, "cookie": _COOKIE}
    first = {"width": 0, "turns": 0}
    with st.sidebar:
        _watch(key=_KEY, data=drawn, default=first, on_width_change=lambda: None, on_turns_change=lambda: None)


def page_width() -> int:
    """Return the pixels a chart may be wide."""
    return min(max(_width(), _LEAST), _MOST)


def _width() -> int:
    """Return the width the browser told since the page was opened, else the one kept from last time, else a guess."""
    width = st.session_state.get(_KEY)
    return (int(width.get("width") or 0) if width else 0) or _kept() or _guess()


def _kept() -> int:
    """Return the width a browser keeps; 0 where it keeps none, or anything else."""
    kept = str(st.context.cookies.get(_COOKIE, ""))
    return int(kept) if kept.isascii() and kept.isdigit() and len(kept) < 5 else 0


def _guess() -> int:
    """Return a width guessed from what kind of device asks."""
    return PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else LAPTOP
