"""Numbers of law through time, and the file that may not be wrong about them."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content_file import ContentError
from app.parameters import MOST_DAYS_KEPT, Listening, Parameters, Unit
from app.period import Period

CONTENT = Path(__file__).parent.parent / "content" / "parameters"

NORM = """\
[norm]
label = "Norm voor iemand alleen"
unit = "eurocent"
period = "month"
source = {law = "Participatiewet", bwb = "BWBR0015703", article = "21a"}
values = [
  {from = "2026-01-01", to = "2026-06-30", value = "140150", checked_on = "2026-11-21", confidence = "2+"},
  {from = "2026-07-01", to = "2026-12-31", value = "141946", checked_on = "2026-11-21", confidence = "2+"},
]
"""
DAYS = """\
[termijn]
label = "Tijd om te beslissen"
unit = "weeks"
source = {page = "uwv.nl", date = "2026-11-21"}
values = [{from = "2010-01-01", value = "8", checked_on = "2026-11-21", confidence = "1L"}]
[grens]
label = "Geboren voor"
unit = "date"
source = {law = "IOAW", bwb = "BWBR0004044", article = "2"}
values = [{from = 2010-01-01, value = "1965-01-01", checked_on = 2026-11-21, confidence = "1L"}]
"""


@pytest.fixture
def national(tmp_path: Path) -> Path:
    """A folder with two laws."""
    folder = tmp_path / "content" / "parameters"
    folder.mkdir(parents=True)
    (folder / "pw.toml").write_text(NORM, encoding="utf-8")
    (folder / "ww.toml").write_text(DAYS, encoding="utf-8")
    return folder


def test_a_parameter_is_named_after_its_file_and_table(national: Path) -> None:
    parameters = Parameters.load([national])
    assert parameters.ids == ("pw.norm", "ww.termijn", "ww.grens")
    assert "pw.norm" in parameters
    assert parameters["pw.norm"].unit is Unit.EUROCENT
    assert parameters["pw.norm"].period is Period.MONTH
    assert parameters["pw.norm"].id == "pw.norm"
    assert parameters.place("ww.grens") == (national / "ww.toml", 6)


def test_it_says_what_it_counts_if_it_exists(national: Path) -> None:
    parameters = Parameters.load([national])
    assert parameters.unit("ww.termijn") == "weeks"
    assert parameters.unit("ww.termijntje") is None


def test_what_nothing_uses_is_reported(national: Path) -> None:
    assert Parameters.load([national]).unused(["pw.norm", "ww.grens", "elsewhere.x"]) == ("ww.termijn",)


@pytest.mark.parametrize(
    ("day", "value", "since", "outdated"),
    [
        (date(2026, 1, 1), 140150, date(2026, 1, 1), False),
        (date(2026, 6, 30), 140150, date(2026, 1, 1), False),
        (date(2026, 7, 1), 141946, date(2026, 7, 1), False),
        (date(2026, 12, 31), 141946, date(2026, 7, 1), False),
        (date(2027, 1, 1), 141946, date(2026, 7, 1), True),
        (date(2031, 1, 1), 141946, date(2026, 7, 1), True),
    ],
)
def test_each_day_has_its_value_and_after_the_last_the_latest_known(
    national: Path, day: date, value: int, since: date, outdated: bool
) -> None:
    in_force = Parameters.load([national]).on(day).in_force("pw.norm")
    assert (in_force.value, in_force.since, in_force.outdated) == (value, since, outdated)
    assert in_force.parameter.label == "Norm voor iemand alleen"


def test_a_value_without_an_end_never_goes_out_of_date(national: Path) -> None:
    on = Parameters.load([national]).on(date(2099, 1, 1))
    assert on.value("ww.termijn") == 8
    assert not on.in_force("ww.termijn").outdated


def test_a_date_of_law_is_a_date(national: Path) -> None:
    assert Parameters.load([national]).on(date(2026, 1, 1)).value("ww.grens") == date(1965, 1, 1)


def test_before_its_first_day_a_number_is_an_error(national: Path) -> None:
    on = Parameters.load([national]).on(date(2025, 12, 31))
    with pytest.raises(LookupError, match=r"pw\.norm has no value on 2025-12-31"):
        on.value("pw.norm")
    assert on.value("ww.termijn") == 8


def test_a_number_that_does_not_exist_is_an_error(national: Path) -> None:
    with pytest.raises(LookupError, match="wekeneis"):
        Parameters.load([national]).on(date(2026, 1, 1)).value("ww.wekeneis")


def test_a_day_is_worked_out_once_and_only_the_last_days_are_kept(national: Path) -> None:
    parameters = Parameters.load([national])
    first = date(2026, 1, 1)
    kept = parameters.on(first)
    assert parameters.on(first) is kept
    for number in range(MOST_DAYS_KEPT):
        parameters.on(first + timedelta(number + 1))
    assert parameters.on(first) is not kept
    assert parameters.on(first).value("pw.norm") == 140150


def test_a_municipality_may_add_numbers(national: Path, tmp_path: Path) -> None:
    local = tmp_path / "local"
    local.mkdir()
    (local / "pw.toml").write_text(NORM.replace("[norm]", "[norm_zwolle]"), encoding="utf-8")
    assert Parameters.load([national, local]).ids[-1] == "pw.norm_zwolle"


def test_a_municipality_may_not_change_a_national_number(national: Path, tmp_path: Path) -> None:
    local = tmp_path / "content" / "municipalities" / "zwolle" / "parameters"
    local.mkdir(parents=True)
    (local / "pw.toml").write_text(f"# ours\n{NORM}", encoding="utf-8")
    with pytest.raises(ContentError) as error:
        Parameters.load([national, local])
    assert str(error.value).startswith("content/municipalities/zwolle/parameters/pw.toml, regel 2: ‘pw.norm’")


def test_a_folder_without_numbers_has_none(tmp_path: Path) -> None:
    assert Parameters.load([tmp_path, tmp_path / "absent"]).ids == ()


@pytest.mark.parametrize(
    ("before", "after", "line", "words"),
    [
        ("[norm]", "[Norm]", 1, "de naam ‘Norm’ kan niet"),
        ("[norm]", '["norm.per.maand"]', 1, "kan niet"),
        ("[norm]", '[norm]\nid = "x"', 2, "haal ‘id’ weg"),
        ("Norm voor iemand alleen", " ", 2, "‘label’ is leeg"),
        ('"eurocent"', '"euro"', 3, "‘euro’"),
        ('"eurocent"', '"ratio"', 4, "‘period’ hoort alleen bij een bedrag"),
        ('"month"', '"monthly"', 4, "‘monthly’"),
        ('period = "month"', 'periode = "month"', 4, "de sleutel ‘periode’ bestaat niet"),
        ('law = "Participatiewet", ', "", 5, "de bron is een wet met artikel"),
        (', article = "21a"', "", 5, "de bron is een wet met artikel"),
        (', bwb = "BWBR0015703"', "", 5, "BWBR0004045"),
        ("BWBR0015703", "15703", 5, "BWBR0004045"),
        ('law = "Participatiewet", bwb = "BWBR0015703", article = "21a"', 'page = "svb.nl"', 5, "de bron"),
        (
            'source = {law = "Participatiewet", bwb = "BWBR0015703", article = "21a"}\n',
            "",
            1,
            "‘source’ ontbreekt",
        ),
        ('"140150"', "140150", 7, "bij ‘value’ hoort een tekst"),
        ('"140150"', '"1.401,50"', 7, "zonder punt of komma"),
        ('"140150"', '"-5"', 7, "zonder punt of komma"),
        ("2026-01-01", "2026-31-01", 7, "hoort een datum"),
        (', checked_on = "2026-11-21"', "", 7, "‘checked_on’ ontbreekt"),
        (', confidence = "2+"', "", 7, "‘confidence’ ontbreekt"),
        ('confidence = "2+"', 'confidence = ""', 7, "‘confidence’ is leeg"),
        ('to = "2026-06-30"', 'to = "2025-06-30"', 7, "ligt voor de eerste dag"),
        (', to = "2026-06-30"', "", 7, "geen laatste dag"),
        ('to = "2026-06-30"', 'to = "2026-06-29"', 8, "tussen 2026-06-29 en 2026-07-01 geldt geen waarde"),
        ('to = "2026-06-30"', 'to = "2026-07-01"', 8, "deze waarde begint op 2026-07-01"),
        ('from = "2026-07-01"', 'from = "2025-07-01"', 8, "deze waarde begint op 2025-07-01"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(
    tmp_path: Path, before: str, after: str, line: int, words: str
) -> None:
    assert before in NORM
    (tmp_path / "pw.toml").write_text(NORM.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        Parameters.load([tmp_path])
    assert words in error.value.words
    assert error.value.line == line


def test_a_number_without_a_value_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pw.toml").write_text(f"{NORM.partition('values')[0]}values = []\n", encoding="utf-8")
    with pytest.raises(ContentError, match="ontbreekt een waarde"):
        Parameters.load([tmp_path])


def test_a_date_of_law_must_be_one(tmp_path: Path) -> None:
    (tmp_path / "ww.toml").write_text(DAYS.replace('"1965-01-01"', '"1965"'), encoding="utf-8")
    with pytest.raises(ContentError, match="1965-01-01") as error:
        Parameters.load([tmp_path])
    assert error.value.line == 10


@settings(deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=5), st.integers(0, 2500))
def test_every_day_from_the_first_has_exactly_one_value(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], later: int
) -> None:
    first = start = date(2020, 1, 1)
    values = []
    for number, length in enumerate(lengths):
        last = start + timedelta(length - 1)
        values.append(
            f'{{from = {start}, to = {last}, value = "{number}", checked_on = 2026-11-21, confidence = "1L"}}'
        )
        start = last + timedelta(1)
    folder = tmp_path_factory.mktemp("parameters")
    (folder / "pw.toml").write_text(
        f"{NORM.partition('values')[0]}values = [{', '.join(values)}]", encoding="utf-8"
    )
    found = Parameters.load([folder]).on(first + timedelta(later)).in_force("pw.norm")
    ends = [sum(lengths[: number + 1]) for number in range(len(lengths))]
    assert found.value == next((number for number, end in enumerate(ends) if later < end), len(lengths) - 1)
    assert found.outdated is (later >= ends[-1])


def test_the_numbers_that_are_shipped_are_good() -> None:
    assert "ww.wekeneis" in Parameters.load([CONTENT])


TABLE = """\
[delen]
label = "Deel dat vergoed wordt, per inkomen"
unit = "bands"
source = {page = "Rijksoverheid", date = "2026-11-21"}
values = [{from = "2026-01-01", checked_on = "2026-11-21", confidence = "2+", value = \"\"\"
      0 96000 96000
5641300 95500 95600
5818500 94800 95600
\"\"\"}]
"""


def test_a_table_of_law_gives_its_bands(national: Path) -> None:
    (national / "kot.toml").write_text(TABLE, encoding="utf-8")
    on = Parameters.load([national]).on(date(2026, 11, 21))
    assert on.bands("kot.delen") == ((0, 96000, 96000), (5641300, 95500, 95600), (5818500, 94800, 95600))
    assert on.value("kot.delen") == 3
    with pytest.raises(LookupError, match=r"pw\.norm is no table"):
        on.bands("pw.norm")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      0 96000", "    100 96000"),
        ("5641300", "9641300"),
        ("5641300", "0"),
        ("95500 95600", "95500"),
        ("95500", "95,5"),
        ("96000 96000\n5641300 95500 95600\n5818500 94800 95600\n", ""),
        ("      0 96000 96000\n5641300 95500 95600\n5818500 94800 95600\n", ""),
    ],
)
def test_a_table_begins_at_nothing_and_rises(national: Path, old: str, new: str) -> None:
    (national / "kot.toml").write_text(TABLE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match="elke regel hoger") as caught:
        Parameters.load([national])
    assert caught.value.line == 5


def test_listening_numbers_remember_what_was_asked_of_them(national: Path) -> None:
    listening = Listening(Parameters.load([national]).on(date(2026, 11, 21)))
    assert listening.value("pw.norm") == 141946
    with pytest.raises(LookupError):
        listening.value("pw.nor")
    assert listening.asked == {"pw.norm", "pw.nor"}
    assert listening.latest == "pw.nor"
