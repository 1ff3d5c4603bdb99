"""Everything that is wrong or doubtful in what is being read, kept up to a limit and counted beyond it."""

from dataclasses import dataclass, field

from tracker.errors import Problem, RefusedInputError
from tracker.language import _

LIMIT = 1_000
ORDER = ("zones", "sources", "indicators", "plans", "goals", "actuals")


@dataclass(slots=True)
class ProblemList:
    """The problems that stop an import and the warnings that stop nothing."""

    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    problems_left_out: int = 0
    warnings_left_out: int = 0

    def add(self, problem: Problem) -> None:
        """Keep a problem or a warning; beyond the limit only count it."""
        kept = self.warnings if problem.warning else self.problems
        if len(kept) < LIMIT:
            kept.append(problem)
        elif problem.warning:
            self.warnings_left_out += 1
        else:
            self.problems_left_out += 1

    @property
    def any(self) -> bool:
        """Whether something was met that stops the import."""
        return bool(self.problems)

    def in_order(self) -> tuple[Problem, ...]:
        """Return the problems by file and line, with a last one that says how many more there are."""
        return (*sorted(self.problems, key=_place), *_more(self.problems_left_out))

    def warnings_in_order(self) -> tuple[Problem, ...]:
        """Return the warnings by file and line, with a last one that says how many more there are."""
        return (*sorted(self.warnings, key=_place), *_more(self.warnings_left_out, warning=True))

    def refuse(self) -> None:
        """Raise RefusedInputError with every problem, where there is one."""
        if self.problems:
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
