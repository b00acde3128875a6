"""How confidences come about, and how good they were: explain, calibration."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.cli._options import Output, StanceModelName, output_options, takes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.calibrating import Calibration
    from claimcheck.steps.calibration import Group

ORIGIN_COLUMNS = (
    "origin", "items", "evidence_id", "stance", "state", "probability", "reliability", "weight", "log_odds", "passage",
)  # fmt: skip
IN_TABLE = "origin,items,stance,probability,reliability,log_odds,passage"
ORIGIN_NUMBERS = ("items", "evidence_id", "probability", "weight", "log_odds")
CALIBRATION_COLUMNS = ("group", "count", "brier", "reference_brier", "base_rate", "calibration_error")
PLOT_WIDTH = 30


@takes(output=output_options)
def explain(
    context: typer.Context,
    output: Output,
    claim: Annotated[str, typer.Argument(metavar="ID", help="Number or beginning of the public id.")],
    model: StanceModelName = None,
) -> None:
    """Show how a claim's computed confidence comes about: every origin, its strongest passage, what it adds, and why.

    As labelled lines; with --format or --columns, one row for each origin; as JSON without --columns, everything.
    """
    from claimcheck.cli import _open, _render, _view, _weighing
    from claimcheck.cli._explanation import lines
    from claimcheck.steps.explain import explanation, origin_rows
    from claimcheck.store.lookups import claim_id

    with _open.reader(context) as reader:
        weigher, method = _weighing.weigher(reader, model)
        weighing = weigher.weigh(claim_id(reader, claim))
    if _is_whole_json(output):
        _view.write_json([{**explanation(weighing), "method": method}], path=output.path)
    elif output.format is None and output.columns is None and output.path is None:
        _view.write_lines(lines(explanation(weighing)))
    else:
        columns = _render.text_columns(*ORIGIN_COLUMNS, numbers=ORIGIN_NUMBERS)
        _render.write_chosen(columns, origin_rows(weighing), output, in_table=IN_TABLE)


@takes(output=output_options)
def calibration(
    context: typer.Context,
    output: Output,
    by: Annotated[str | None, typer.Option("--by", metavar="WHAT", help="For each source, author or method.")] = None,
) -> int:
    """Show how well stated confidences foretold verdicts: Brier score, and a table of forecasts against outcomes.

    Of every claim that a person found supported or refuted, the confidence counts that was stated before.
    """
    from claimcheck.calibrating import MIN_FORECASTS
    from claimcheck.cli import _open, _render, _view
    from claimcheck.errors import EXIT_OK, EXIT_PROBLEMS, UsageError, near_names
    from claimcheck.steps.calibration import GROUPINGS, scored

    if by is not None and by not in GROUPINGS:
        msg = f"--by {by!r} is none of {', '.join(GROUPINGS)}{near_names(by, GROUPINGS)}"
        raise UsageError(msg)
    with _open.reader(context) as reader:
        found = scored(reader, by)
    good = [group for group in found.groups if group.calibration is not None]
    if _is_whole_json(output):
        _view.write_json([_as_dict(group) for group in found.groups], as_list=True, path=output.path)
    elif output.format is None and output.columns is None and output.path is None:
        _view.write_lines(line for group in good for line in _lines(group))
    else:
        columns = _render.text_columns(*CALIBRATION_COLUMNS, numbers=CALIBRATION_COLUMNS[1:])
        _render.write_chosen(columns, [_row(group) for group in found.groups], output)
    if found.with_verdict_count:
        what = "1 confidence" if found.with_verdict_count == 1 else f"{found.with_verdict_count} confidences"
        _open.talk(context, f"{what} came together with the verdict, so they may not be forecasts at all")
    for group in found.groups:
        if group.calibration is None:
            decided = f"{group.forecast_count} decided with a confidence"
            _open.complain(f"{group.name}: {decided}, too few to score (at least {MIN_FORECASTS})")
    if not found.groups:
        _open.complain(
            f"no claim has a confidence and the verdict supported or refuted; at least {MIN_FORECASTS} are needed"
        )
    return EXIT_OK if good else EXIT_PROBLEMS


def _is_whole_json(output: Output) -> bool:
    """Whether everything is asked for as JSON, and not columns of it."""
    from claimcheck.cli._render import chosen_format

    return output.columns is None and chosen_format(output) == "json"


def _row(group: "Group") -> tuple[Any, ...]:
    scores = group.calibration
    if scores is None:
        return group.name, group.forecast_count, None, None, None, None
    numbers = (scores.brier, scores.reference_brier, scores.base_rate, scores.calibration_error)
    return group.name, group.forecast_count, *(round(number, 4) for number in numbers)


def _as_dict(group: "Group") -> dict[str, Any]:
    scores = group.calibration
    told: dict[str, Any] = {"group": group.name, "count": group.forecast_count, "is_scored": scores is not None}
    if scores is not None:
        told |= {key: round(value, 6) for key, value in scores._asdict().items() if isinstance(value, float)}
        told["bins"] = [part._asdict() for part in scores.bins]
    return told


def _lines(group: "Group") -> "Iterator[tuple[str, str]]":
    scores = group.calibration
    assert scores is not None  # noqa: S101 - only those with scores are asked for
    better = "better" if scores.brier < scores.reference_brier else "no better"
    yield group.name, f"{scores.forecast_count} forecasts, {scores.base_rate:.0%} came true"
    yield (
        "brier",
        (
            f"{scores.brier:.3f} (0 is best; {scores.reference_brier:.3f} for always saying {scores.base_rate:.0%}: "
            f"{better} than that)"
        ),
    )
    yield "off by", f"{scores.calibration_error:.3f} on average (calibration error)"
    yield "", f"{'forecast':<11}{'n':>5}  {'mean':>5}  {'true':>5}  0%{'':{PLOT_WIDTH - 6}}100%"
    yield from (("", line) for line in _plot(scores))
    yield "", "o what was forecast, # what came true, @ both"


def _plot(scores: "Calibration") -> "Iterator[str]":
    for part in scores.bins:
        row = ["."] * (PLOT_WIDTH + 1)
        row[round(part.true_share * PLOT_WIDTH)] = "#"
        at = round(part.mean_forecast * PLOT_WIDTH)
        row[at] = "@" if row[at] == "#" else "o"
        span = f"{part.lowest:.1f}-{part.highest:.1f}"
        yield f"{span:<11}{part.forecast_count:>5}  {part.mean_forecast:>5.2f}  {part.true_share:>5.2f}  {''.join(row)}"
