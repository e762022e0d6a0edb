"""What `audit` and `chain` share: reading the source, the reference, writing the result."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from waterpas.cli import options as shared_options
from waterpas.cli.circle import STAMPS, for_circle
from waterpas.cli.shown import ProgressLine, put
from waterpas.errors import CallError, InputError
from waterpas.results import Chain, Measured, Reference, Result
from waterpas.tallies.tally import Tally
from waterpas.texts import Language, mark, translate

ASKED = ("organisation", "row", "unit", "effect", "full_count", "sample", "once", "repeated")


def tally_of(
    source: Path, *, by: Sequence[str], lang: Language, options: Mapping[str, Any], **call: Any
) -> Tally:
    """The tally of the source, with progress on stderr."""
    from waterpas.tallies.build import tally

    check_targets(source, options=options)
    question = shared_options.question_of(**{name: options[name] for name in ASKED})
    with ProgressLine(quiet=options["quiet"], lang=lang) as progress:
        return tally(
            source,
            by=by,
            question=question,
            layout=options["layout"],
            sheet=options["sheet"],
            rounded_to=options["rounded_to"],
            totals=options["totals"],
            engine=options["engine"],
            progress=progress,
            **call,
        )


def refuse_one_answer(tally: Tally) -> None:
    """Refuse an outcome that everybody has, or nobody: there is nothing to compare.

    A tally may hold it, for it can be added to others; a comparison of it alone says nothing.
    """
    total = tally.total
    if total.cases and total.cases.value in {0, total.n.value}:
        raise InputError(
            mark(
                "De uitkomst '%(outcome)s' van %(source)s heeft maar één waarde. Zo is er niets te "
                "vergelijken. Voeg ook de rijen met een andere uitkomst toe."
            ),
            outcome=tally.outcome,
            source=" + ".join(source.name for source in tally.sources),
        )


def _refuse_one_group(tally: Tally, *, across: str) -> None:
    levels = tally.levels(across)
    if len(levels) == 1:
        raise InputError(
            mark(
                "In kolom '%(column)s' staat maar één groep: %(level)s. Zo is er niets te "
                "vergelijken. Kies een andere kolom, of voeg de andere groepen toe."
            ),
            column=across,
            level=levels[0],
        )


def reference_for(tally: Tally, *, across: str, options: Mapping[str, Any]) -> Reference:
    """The reference that was asked for, or the largest group, named as such."""
    from waterpas.measure.against import largest, reference_of

    _refuse_one_group(tally, across=across)
    if options["reference"] is None:
        if options["because"]:
            raise CallError(
                mark(
                    "U geeft een reden (--because) maar noemt geen referentiegroep. Noem haar met "
                    "--reference, of laat de reden weg."
                )
            )
        return largest(tally, across=across)
    return reference_of(
        options["reference"],
        levels=tally.levels(across),
        across=across,
        because=options["because"],
    )


def check_targets(source: Path, *, options: Mapping[str, Any]) -> None:
    """Refuse, before anything is read, to write where it cannot be or where it would destroy."""
    from waterpas.tallies.written import check_target

    needed = [source, *([Path(options["layout"])] if options["layout"] else [])]
    for name in ("output", "record"):
        if options[name] is not None:
            check_target(options[name], not_over=needed)
            needed.append(options[name])


def write(
    results: Sequence[Result],
    *,
    lang: Language,
    options: Mapping[str, Any],
    command: str,
) -> None:
    """Write the results for whom they are, in the form asked for, and put the run on record."""
    audience = options["audience"]
    stamp = translate(STAMPS[audience], lang)
    shown = for_circle(results, audience)
    put(FORMS[options["form"]](shown, lang, stamp), options["output"])
    if options["record"]:
        from waterpas.cli.record import add_to_record

        now = datetime.now(UTC)  # noqa: TID251 - the outermost edge: here the clock is read
        for result in results:
            add_to_record(options["record"], result, command=command, now=now)


def _as_json(results: Sequence[Result], lang: Language, stamp: str) -> str:
    from waterpas import serialise

    mark_ = {"publication": stamp}
    plains = [plain_of(result, lang) for result in results]
    if len(plains) == 1:
        return serialise.dumps(mark_ | plains[0])
    return serialise.dumps(mark_ | {"family": results[0].family, "comparisons": plains})


def plain_of(result: Result, lang: Language) -> dict[str, Any]:
    """A result as one plain object, with its sentence."""
    from waterpas import serialise
    from waterpas.explain.names import step_names
    from waterpas.explain.notes import note_text
    from waterpas.explain.results import sentence

    if isinstance(result, Measured):
        return {"sentence": sentence(result, lang), **_measured(result, lang)}
    names = step_names(result, lang)

    def text(note: Any) -> str:
        return note_text(note, lang, names=names)

    if isinstance(result, Chain):
        plain = serialise.chain(result, text=text)
    else:
        plain = serialise.comparison(result, text=text)
    return {"sentence": sentence(result, lang), **plain}


def _measured(result: Measured, lang: Language) -> dict[str, Any]:
    from waterpas.explain.measured.sentences import method_note_text
    from waterpas.explain.measured.speaking import Speaker
    from waterpas.serialise.measured import measured

    speaker = Speaker(result, lang)
    return measured(result, text=lambda note: method_note_text(note, speaker))


def _as_csv(results: Sequence[Result], lang: Language, stamp: str) -> str:
    from waterpas.explain.spreadsheet import csv_text, full_rows

    rows = [row for result in results for row in full_rows(result, lang)]
    return f"# {stamp}\r\n{csv_text(rows)}"


def _as_html(results: Sequence[Result], lang: Language, stamp: str) -> str:
    from waterpas.explain.html import standalone_pages

    return standalone_pages(results, lang, publication_mark=stamp)


def _as_text(results: Sequence[Result], lang: Language, stamp: str) -> str:
    from waterpas.explain.plain import plain_text

    return "\n".join(plain_text(result, lang, publication_mark=stamp) for result in results)


FORMS: dict[str, Callable[[Sequence[Result], Language, str], str]] = {
    "text": _as_text,
    "json": _as_json,
    "csv": _as_csv,
    "html": _as_html,
}
