"""Pages as a planner uses them: fields are typed into and buttons pressed by the words that stand on them."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tracker.domain.people.roles import Person, Role

LIN = Person(account="lin", name="Lin", role=Role.PLANNER)
PLAN = "shenyang-14th-five-year-plan"
Open = Callable[..., AppTest]


def run(page: AppTest) -> AppTest:
    """Run a page, which shows no failure."""
    page.run()
    assert not page.exception, [failure.value for failure in page.exception]
    return page


def fill(page: AppTest, **texts: str) -> AppTest:
    """Type into fields, named by the words above them."""
    for label, text in texts.items():
        fields = [*page.text_input, *page.text_area]
        next(field for field in fields if field.label == label.replace("_", " ")).set_value(text)
    return run(page)


def value(page: AppTest, label: str) -> str:
    """Return what stands in the line with a label."""
    return str(next(field for field in page.text_input if field.label == label).value)


def choose(page: AppTest, label: str, key: str) -> AppTest:
    """Choose from the list with a label."""
    next(box for box in page.selectbox if box.label == label).set_value(key)
    return run(page)


def press(page: AppTest, label: str) -> AppTest:
    """Press the first button with these words on it."""
    next(button for button in page.button if label in button.label).click()
    return run(page)
