"""Words are kept while they are typed: told to the server at each pause, and held by the browser until then."""

import streamlit as st

FIELDS = "words of a slide"
"""The key of the container whose fields are kept."""

# A field tells what is typed when it is left, or at Ctrl+Enter. A page that is loaded anew or left at once would lose
# the words of the last moment: they stay in the browser's own store for this window until the server has them.
_KEEP = """
const PAUSE = 700;
const inside = (kind) => document.querySelector(`.st-key-words-of-a-slide ${kind}`);
const place = (mark, kind) => `words of a slide ${mark} ${kind}`;
const draft = (mark, kind) => JSON.parse(sessionStorage.getItem(place(mark, kind)) || "null");
const pending = { input: 0, textarea: 0 };
const commit = (field) => {
    const keys = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true };
    field.dispatchEvent(new KeyboardEvent("keydown", keys));
};
const write = (field, kind, words) => {
    const made = kind === "input" ? HTMLInputElement : HTMLTextAreaElement;
    Object.getOwnPropertyDescriptor(made.prototype, "value").set.call(field, words);
    field.dispatchEvent(new Event("input", { bubbles: true }));
};
const shown = new WeakMap();
let now = {};

export default function({ data }) {
    now = data;
    const { mark, kept, refused } = data;
    // The fields may be put onto the page only after this.
    const bring = setTimeout(() => Object.keys(pending).forEach((kind) => {
        const [typed, field] = [draft(mark, kind), inside(kind)];
        if (!field || now.mark !== mark) return;
        if (!typed) return shown.set(field, mark);
        const moved = typed.known !== kept[kind];
        if (refused || (moved && !pending[kind])) sessionStorage.removeItem(place(mark, kind));
        else if (moved) sessionStorage.setItem(place(mark, kind), JSON.stringify({ ...typed, known: kept[kind] }));
        else if (shown.get(field) !== mark && field.value !== typed.words) write(field, kind, typed.words);
        shown.set(field, mark);
    }), 200);
    const typed = ({ target: field }) => {
        const kind = Object.keys(pending).find((one) => inside(one) === field);
        if (!kind) return;
        sessionStorage.setItem(place(now.mark, kind), JSON.stringify({ words: field.value, known: now.kept[kind] }));
        clearTimeout(pending[kind]);
        pending[kind] = setTimeout(() => { pending[kind] = 0; commit(field); }, PAUSE);
    };
    // A field that is left tells its words by itself; told again they would call its page back.
    const left = ({ target: field }) => {
        const kind = Object.keys(pending).find((one) => inside(one) === field);
        if (kind) pending[kind] = clearTimeout(pending[kind]) || 0;
    };
    document.addEventListener("input", typed);
    document.addEventListener("focusout", left);
    return () => {
        clearTimeout(bring);
        document.removeEventListener("input", typed);
        document.removeEventListener("focusout", left);
    };
}
"""
_keeper = st.components.v2.component("words_of_a_slide", js=_KEEP)


def keep_words(mark: str, *, title: str, notes: str, refused: bool) -> None:
    """Keep the words of the fields above: `mark` names whose they are; refused ones are not brought back."""
    kept = {"input": title, "textarea": notes}
    _keeper(key="words_of_a_slide", data={"mark": mark, "kept": kept, "refused": refused})
