"""What the sentences so far leave behind: the year, the promise and the list that the next ones stand in."""

import re
from dataclasses import dataclass

from tracker.exchange.text.promise_or_report import Claim, commands, heading_claim
from tracker.exchange.text.scanned_text import Document
from tracker.exchange.text.splitting import Sentence
from tracker.exchange.text.years import YearMention, YearRole, nearest

_DUE = frozenset({YearRole.DUE, YearRole.PERIOD})
_LONGEST_HEADING = 60
_OPENS_LIST = re.compile(r"(?:[:：]|as follows.?|如下.?)\s*$")


@dataclass(slots=True)
class Context:
    """What carries over; `paragraph` is the one that the sentence's year and claim carry within."""

    paragraph: int = -1
    claim: Claim | None = None
    year: YearMention | None = None
    due: YearMention | None = None
    list_claim: Claim | None = None
    list_due: YearMention | None = None

    def enter(self, sentence: Sentence) -> None:
        """Forget at a new paragraph what does not carry beyond one."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.claim, self.year, self.due = sentence.paragraph, None, None, None

    def leave(self, document: Document, sentence: Sentence, claim: Claim | None) -> None:
        """Keep what the sentence leaves to the next."""
        start, end = sentence.span
        times = document.times.within(start, end)
        self.claim = claim or self.claim
        due = nearest(times, end, _DUE)
        if due is None and claim is Claim.PROMISES:
            due = nearest(times, end, frozenset({YearRole.AT}))
        self.due = due or self.due
        opening = [time for time in times if time.role is YearRole.AT and time.start - start <= 30 and time.year]
        self.year = opening[0] if opening else self.year
        self._open_list(document.lowered[start:end], due or self.due, sentence, claim)

    def _open_list(self, words: str, due: YearMention | None, sentence: Sentence, own_claim: Claim | None) -> None:
        """Let a heading, or a line that ends in a colon, set the claim and the due year of what follows."""
        opens = _OPENS_LIST.search(words) is not None
        if sentence.bullet or not (opens or len(words) <= _LONGEST_HEADING):
            self.list_due = due or self.list_due
            return
        claim = heading_claim(words) or (own_claim if opens else None)
        if claim is not None or opens:
            self.list_claim = claim or (Claim.PROMISES if due else self.list_claim)
        self.list_due = due or self.list_due


def claim_at(document: Document, context: Context, sentence: Sentence, place: int) -> tuple[Claim, bool]:
    """Return what a sentence does at a place, and whether its own words tell."""
    start, end = sentence.span
    claim = document.claims.at(place, start, end)
    in_list = context.list_claim is Claim.PROMISES and claim in (None, Claim.STANDS)
    if claim is None and (
        commands(document.lowered, start) or any(t.role is YearRole.DUE for t in document.times.within(start, end))
    ):
        return Claim.PROMISES, True
    if in_list and (sentence.bullet or claim is None):
        return Claim.PROMISES, sentence.bullet
    if claim is not None:
        return claim, True
    carried = context.claim or context.list_claim
    return carried or Claim.REPORTS, False


def due_of(document: Document, context: Context, sentence: Sentence, place: int) -> tuple[int | None, bool]:
    """Return the due year at a place, and whether the sentence itself names it."""
    times = document.times.within(*sentence.span)
    late = document.times.published
    own = nearest(times, place, _DUE)
    if own is None:
        ahead = [
            time for time in times if time.role is YearRole.AT and time.year and (late is None or time.year >= late)
        ]
        own = nearest(ahead, place, frozenset({YearRole.AT}))
    if own is not None:
        return own.year, True
    carried = context.due or context.list_due
    return (carried.year if carried else None), context.due is not None


def year_of(document: Document, context: Context, sentence: Sentence, place: int) -> tuple[int | None, bool]:
    """Return the year that a reported figure is of, and whether the paragraph names it."""
    every = frozenset({YearRole.AT, YearRole.DUE, YearRole.PERIOD})
    own = nearest(document.times.within(*sentence.span), place, every)
    if own is not None or context.year is not None:
        mention = own or context.year
        return (mention.year if mention else None), True
    return document.times.published, False
