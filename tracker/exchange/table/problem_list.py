"""Everything that is wrong or doubtful in what is being read: one line a cause, up to a limit and counted beyond it."""

from dataclasses import dataclass, field, replace

from tracker.errors import Problem, RefusedInputError
from tracker.language import _

LIMIT = 1_000
ORDER = ("zones", "sources", "indicators", "plans", "goals", "actuals")
# So many places of a cause are named, and so many things that were seen there are told one by one.
_NAMED = 3


@dataclass(slots=True)
class _Cause:
    """What is wrong in the same way in many places of a column: what was seen there, each with its first places."""

    count: int = 0
    lines: list[int] = field(default_factory=list)
    seen: dict[tuple[str, str], Problem] = field(default_factory=dict)

    def add(self, problem: Problem) -> None:
        """Count one more place."""
        self.count += 1
        if problem.line is not None and len(self.lines) < _NAMED:
            self.lines.append(problem.line)
        key = problem.seen, problem.right
        known = self.seen.get(key)
        if known is not None:
            lines = known.lines or (() if known.line is None else (known.line,))
            if problem.line is not None and len(lines) < _NAMED:
                lines = (*lines, problem.line)
            self.seen[key] = replace(known, count=known.count + 1, lines=lines)
        elif len(self.seen) <= _NAMED:
            self.seen[key] = problem

    def told(self) -> list[Problem]:
        """Return the problems one by one, or as one where more was seen than is told one by one."""
        if len(self.seen) <= _NAMED:
            return list(self.seen.values())
        first, *others = list(self.seen.values())[:_NAMED]
        seen = ", ".join(dict.fromkeys(one.seen for one in (first, *others) if one.seen))
        return [replace(first, seen=f"{seen} …" if seen else "", count=self.count, lines=tuple(self.lines))]


@dataclass(slots=True)
class _Causes:
    """The causes met so far, and how many problems are left out beyond the limit."""

    found: dict[tuple[str, str, str], _Cause] = field(default_factory=dict)
    left_out: int = 0

    def add(self, problem: Problem) -> None:
        """Keep a problem with those of its cause; new causes beyond the limit are only counted."""
        key = problem.file, problem.column, problem.wrong
        if key not in self.found:
            if len(self.found) >= LIMIT:
                self.left_out += 1
                return
            self.found[key] = _Cause()
        self.found[key].add(problem)

    def in_order(self) -> list[Problem]:
        """Return the problems by file and line."""
        return sorted((problem for cause in self.found.values() for problem in cause.told()), key=_place)


@dataclass(slots=True)
class ProblemList:
    """The problems that stop an import and the warnings that stop nothing."""

    problems: _Causes = field(default_factory=_Causes)
    warnings: _Causes = field(default_factory=_Causes)

    def add(self, problem: Problem) -> None:
        """Keep a problem or a warning; beyond the limit only count it."""
        (self.warnings if problem.warning else self.problems).add(problem)

    @property
    def any(self) -> bool:
        """Whether something was met that stops the import."""
        return bool(self.problems.found)

    def in_order(self) -> tuple[Problem, ...]:
        """Return the problems by file and line, with a last one that says how many more there are."""
        return (*self.problems.in_order(), *_more(self.problems.left_out))

    def warnings_in_order(self) -> tuple[Problem, ...]:
        """Return the warnings by file and line, with a last one that says how many more there are."""
        return (*self.warnings.in_order(), *_more(self.warnings.left_out, warning=True))

    def refuse(self) -> None:
        """Raise RefusedInputError with every problem, where there is one."""
        if self.any:
            raise RefusedInputError(self.in_order())


def _place(problem: Problem) -> tuple[int, int]:
    """Return a problem's rank: by the files' own order, then by line; what concerns no file comes first."""
    folded = problem.file.casefold()
    rank = next((number for number, kind in enumerate(ORDER, 1) if kind in folded), 0)
    return rank, problem.line or 0


def _more(count: int, warning: bool = False) -> tuple[Problem, ...]:
    """Return the problem that counts those left out, if any."""
    if not count:
        return ()
    text = _("{count} more warnings are not listed") if warning else _("{count} more problems are not listed")
    return (Problem(text.format(count=count), warning=warning),)
