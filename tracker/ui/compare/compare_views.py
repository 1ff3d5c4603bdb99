"""The charts of a comparison: zones over the years, goals of successive plans, and paces."""

import streamlit as st

from tracker import charts
from tracker.briefings.deck.chart_rows import zone_series
from tracker.charts import PaceRow, Size, Theme
from tracker.domain.quantity.units import spoken_unit
from tracker.domain.vocabulary import Accumulates
from tracker.language import _, clauses, labelled, remarks
from tracker.services.compare.comparison import (
    Comparison,
    ZoneRecord,
    cautions,
    comparison_headline,
    goals_not_drawn,
    succession_headline,
)
from tracker.services.compare.paces import as_changes, as_growth, paces
from tracker.services.view_settings import ViewSettings
from tracker.ui.shell.links import link_to
from tracker.ui.shell.view_settings import view_words
from tracker.ui.widgets.charts import chart
from tracker.ui.widgets.elements import pairs_table, plain_table
from tracker.ui.widgets.escaping import markdown


def zones_chart(comparison: Comparison, how: ViewSettings) -> None:
    """Draw the indicator's actuals and goals of every zone, under the headline."""
    headline = comparison_headline(comparison)
    st.title(markdown(headline), anchor=False)
    st.caption(view_words(how))
    series = [zone_series(record, comparison) for record in comparison.zones]
    if not any(zone.known or zone.goals for zone in series):
        st.info(_("No zone has a value or a dated target of this indicator; what is known stands in the table below."))
        return
    unit = spoken_unit(comparison.indicator.unit)
    rank = comparison.indicator.accumulates is Accumulates.RANK

    def build(theme: Theme, size: Size) -> charts.Scene:
        name = comparison.indicator.name
        return charts.series_by_zone(series, unit, indicator=name, rank=rank, theme=theme, size=size, title=False)

    chart(build, key="zones-chart", alt=headline)
    if left_out := goals_not_drawn(comparison):
        text = _("Goals that are no level of one year are not drawn: {goals}.").format(goals=remarks(left_out))
        st.caption(markdown(text))


def succession_charts(comparison: Comparison) -> None:
    """Draw the goals of successive plans of each zone that has more than one."""
    above = comparison_headline(comparison)
    for place, record in enumerate(record for record in comparison.zones if len(record.successive) > 1):
        headline = succession_headline(record)
        named = _("Successive plans of {zone}").format(zone=record.zone.name)
        st.header(markdown(named if headline == above else headline), anchor=False)

        def build(theme: Theme, size: Size, record: ZoneRecord = record) -> charts.Scene:
            return charts.successive(record.successive, theme=theme, size=size, title=False)

        chart(build, key=f"succession-chart-{place}", alt=headline)


def paces_chart(comparison: Comparison) -> None:
    """Draw the paces needed and reached."""
    reached = paces(comparison)
    if not reached:
        return
    st.header(_("Pace needed against pace reached"), anchor=False)
    st.caption(_("What was reached counts from each goal's own start to the year it is judged."))
    measure = _("Growth per year") if as_growth(comparison) else _("Change per year")
    measure = _("Mean yearly change") if as_changes(comparison) else measure

    def build(theme: Theme, size: Size) -> charts.Scene:
        return charts.pace(reached, measure=measure, theme=theme, size=size, title=False)

    words = remarks(_spoken(pace) for pace in reached)
    chart(build, key="paces-chart", alt=words, size=lambda width: charts.pace_size(len(reached), width, title=False))


def _spoken(pace: PaceRow) -> str:
    """Return one row of the chart in words."""
    needed = _("needed {pace}").format(pace=pace.needed_words) if pace.needed is not None else ""
    reached = _("reached {pace}").format(pace=pace.reached_words) if pace.reached is not None else ""
    paired = clauses((needed, reached)) if needed else pace.reached_words
    return labelled(clauses((pace.label, pace.second)), paired)


def reported_table(comparison: Comparison) -> None:
    """Show what every zone reported and wants."""
    goals = [(record.zone.name, report) for record in comparison.zones for report in record.reports]
    if goals:
        st.header(_("What the plans want"), anchor=False)
        heads = (_("Zone"), _("Plan"), _("Asked"), _("By"))
        rows = [
            (
                zone,
                report.plan.name,
                link_to(report.asked, "goal", goal=report.goal.goal),
                str(report.goal.due or "–"),
            )
            for zone, report in goals
        ]
        st.html(plain_table(heads, rows, ("", "", "", "short")))
    st.header(_("What was reported"), anchor=False)
    if not comparison.table:
        st.caption(_("No zone has reported this indicator."))
        return
    columns = (_("Zone"), _("Year"), _("Value"), _("Data status"), _("Source"))
    reported = [
        (row.zone, str(row.year or _("no year")), row.value, row.certainty, row.source) for row in comparison.table
    ]
    st.html(plain_table(columns, reported, ("", "short", "strong", "short", "")))


def cautions_list(comparison: Comparison) -> None:
    """Say what may make zones or plans hard to compare."""
    sentences_shown = cautions(comparison)
    if sentences_shown:
        st.header(_("Before comparing"), anchor=False)
        st.html(pairs_table(sentences_shown))
