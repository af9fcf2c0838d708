"""The words of the result in the reader's language: amounts, notes of a month, ways back, what is open."""

from collections.abc import Mapping
from datetime import date

from flask import Flask
from markupsafe import Markup, escape

from app.calculator.explained import ParameterShown
from app.calculator.flow.payments import Note, Pay
from app.calculator.flow.to_do import Moment, ToDo
from app.calculator.flow.unknown import Open
from app.calculator.flow.way_back import Back, WayBack
from app.calculator.intake import OPEN_FACTS
from app.calculator.model import Kind
from app.calculator.room import room
from app.calculator.texts import Unit
from app.catalogue.content import catalogue
from app.facts.retyped import hours_text
from app.facts.told import PER_PERIOD
from app.money import CENTS_IN_A_EURO, Cents
from app.parameters import InForce
from app.parameters import Unit as ParameterUnit
from app.web.house import house
from app.web.locale import gettext as _
from app.web.locale import language, ngettext
from app.web.numbers import day_markup, isolated, money, number_text, ratio_text
from app.web.quantity import quantity
from app.web.say import GapValue, both, say


def N_(text: str) -> str:  # noqa: N802 — the name gettext tools look for
    """Mark a text for translators; it is translated where it is shown."""
    return text


PAY_OF_ROW: Mapping[Pay, Kind] = {pay: Kind(pay.value) for pay in Pay if pay.value in list(Kind)}
PAY_WORDS = {
    Pay.VAKANTIEGELD: N_("Vakantiegeld uit werk"),
    Pay.VAKANTIEGELD_BIJSTAND: N_("Vakantiegeld van de bijstand"),
    Pay.VAKANTIEGELD_WW: N_("Vakantiegeld van de WW"),
}
NOTE_WORDS = {
    Note.FIRST_WAGE_LATER: N_("Uw werk begint. Het eerste loon komt aan het eind van de periode."),
    Note.LAST_BENEFIT: N_("Dit is de laatste betaling van uw uitkering."),
    Note.OFFSET_MONTH_LATER: N_("De gemeente wacht op uw loonstrook. De bijstand komt een maand later."),
    Note.INCOME_STATEMENT: N_("UWV betaalt nadat u uw inkomsten hebt doorgegeven."),
    Note.HOLIDAY_PAY: N_("In deze maand komt uw vakantiegeld."),
    Note.EXEMPTION_ENDS: N_("Vanaf nu telt uw hele loon mee voor de bijstand."),
    Note.EXEMPTION_2027: N_("Vanaf nu gelden de nieuwe regels voor vrijlating."),
    Note.HALF_YEAR: N_("De bedragen in de wet veranderen."),
    Note.NEW_YEAR: N_("Er begint een nieuw jaar, met nieuwe bedragen voor belasting en toeslagen."),
    Note.WW_LOWER: N_("Vanaf nu is uw WW een kleiner deel van uw oude loon."),
    Note.WW_ENDS: N_("Uw WW is op."),
    Note.EXTRA_WAGE: N_("U wordt per vier weken betaald. In deze maand krijgt u twee keer loon."),
    Note.KINDERBIJSLAG: N_("In deze maand komt de kinderbijslag over drie maanden."),
    Note.NEW_ESTIMATE: N_("Uw toeslagen passen zich aan uw nieuwe inkomen aan."),
}
TILE_WORDS = {
    Note.HOLIDAY_PAY: N_("vakantiegeld"),
    Note.EXTRA_WAGE: N_("twee keer loon"),
    Note.WW_ENDS: N_("WW stopt"),
    Note.WW_LOWER: N_("WW lager"),
    Note.LAST_BENEFIT: N_("laatste uitkering"),
    Note.KINDERBIJSLAG: N_("kinderbijslag"),
}
"""The one word that fits on a tile, of the first note that has one."""
OPEN_WORDS = {
    Open.VRIJLATING: N_("U weet nog niet of u een deel van uw loon mag houden."),
    Open.RENT: N_("U weet nog niet hoe hoog uw huur is."),
    Open.SAVINGS: N_("U weet nog niet hoeveel spaargeld u hebt."),
    Open.PENSION: N_("U weet nog niet hoeveel u voor pensioen betaalt."),
    Open.HOUSEMATES: N_("U weet nog niet of u de kosten deelt met een huisgenoot."),
    Open.PARTNER_INCOME: N_("U weet nog niet wat uw partner verdient."),
    Open.TOESLAG_UWV: N_("U weet nog niet of u een toeslag van UWV krijgt."),
    Open.WW_WAGE: N_("U weet nog niet wat uw oude loon was."),
    Open.WW_MONTH: N_("U weet nog niet wanneer uw WW begon."),
    Open.PARENTS: N_("U weet nog niet of uw ouders u kunnen helpen met geld."),
    Open.HOURS: N_("U weet nog niet hoeveel uur u gaat werken."),
}
BACK_WORDS = {
    (Back.WW_GOES_ON, True): N_(
        "Uw WW loopt door. Stopt het werk? Dan wordt de WW weer %(amount)s bruto per maand."
    ),
    (Back.WW_GOES_ON, False): N_(
        "Uw WW loopt door. Stopt het werk? Dan wordt de WW weer %(amount)s bruto per maand."
    ),
    (Back.OLD_WW, True): N_(
        "Uw oude WW kan weer beginnen, zeker tot en met %(day)s. Dat is %(amount)s bruto per maand."
    ),
    (Back.OLD_WW, False): N_("Uw oude WW kan weer beginnen. Dat is %(amount)s bruto per maand."),
    (Back.NEW_WW, True): N_(
        "Werkt u tot %(begin)s of langer? Dan krijgt u nieuwe WW, minstens %(months)s maanden. "
        "Die begint met ongeveer %(amount)s bruto per maand."
    ),
    (Back.BIJSTAND_GOES_ON, False): N_(
        "Uw bijstand loopt door naast het werk. Stopt het werk? Dan wordt de bijstand weer hoger."
    ),
    (Back.BIJSTAND_SHORT, True): N_(
        "Stopt het werk vóór of op %(day)s? Dan gebruikt de gemeente uw oude gegevens opnieuw. "
        "U vraagt korter aan."
    ),
    (Back.BIJSTAND_NEW, True): N_(
        "Stopt het werk vanaf %(begin)s? Dan vraagt u opnieuw bijstand aan, met alle gegevens."
    ),
    (Back.BIJSTAND_NEW, False): N_(
        "Hebt u daarna te weinig geld? Dan kunt u bijstand aanvragen bij de gemeente."
    ),
    (Back.NOTHING_KNOWN, False): N_(
        "Wij zien nog geen uitkering waar u zeker op terug kunt vallen. Vraag het de Sociaal Raadslieden."
    ),
}
"""By whether a day stands in it."""
LATER = N_("Later")
OVERDUE = N_("Deze datum is voorbij: %(day)s. Doe het vandaag nog.")
UNDATED_WORDS = {Moment.NOW: N_("Nu"), Moment.MONTHLY: N_("Elke maand")}
DATED_WORDS = {
    Moment.NOW: N_("Nu"),
    Moment.MONTHLY: N_("Elke maand"),
    Moment.BEFORE: N_("Vóór %(day)s"),
    Moment.BY: N_("Uiterlijk %(day)s"),
    Moment.FROM_DAY: N_("Vanaf %(day)s"),
    Moment.FROM_MONTH: N_("Vanaf %(day)s"),
}


def install(app: Flask) -> None:
    """Offer the templates of this room their words."""
    app.jinja_env.globals.update(
        row_label=row_label,
        pay_label=pay_label,
        whole=whole,
        euros=euros,
        change=change,
        hours_words=hours_words,
        back_words=back_words,
        both_open=lambda one: both(OPEN_WORDS[one]),
        open_fact=OPEN_FACTS.get,
        to_do_words=to_do_words,
        to_do_when=to_do_when,
        number_text=number_text,
        counted=counted,
        law_number=law_number,
    )


def counted(value: int, unit: Unit) -> Markup:
    """Return a number of a sum with its unit."""
    match unit:
        case Unit.EURO:
            return money(Cents(value))
        case Unit.RATIO:
            return isolated(f"{ratio_text(value)}\u00a0%")
        case Unit.YES_NO:
            return say("Ja") if value else say("Nee")
        case Unit.HOURS:
            return isolated(hours_text(value))
        case _:
            return isolated(number_text(value))


def law_number(shown: ParameterShown) -> Markup:
    """Return a number of law with its unit and over which period it is."""
    found = in_force(shown.id, shown.since)
    if shown.unit is ParameterUnit.BANDS:
        return escape(
            ngettext("een tabel met %(number)s regel", "een tabel met %(number)s regels", len(shown.bands))
        ) % {"number": isolated(len(shown.bands))}
    if shown.unit is ParameterUnit.RATIO and isinstance(shown.value, int):
        return isolated(f"{ratio_text(shown.value)}\u00a0%")
    amount = quantity(found, language(), house().lookups[language().code])
    return amount if shown.period is None else escape(_(PER_PERIOD[shown.period])) % {"amount": amount}


def in_force(parameter_id: str, since: date) -> InForce:
    """Return a number of law as it stood from a day on."""
    return house().parameters.on(since).in_force(parameter_id)


def row_label(kind: Kind) -> Markup:
    """Return the name of a row."""
    return say(room().texts.rows[kind].label)


def pay_label(pay: Pay) -> Markup:
    """Return the name of a payment; most are called as their row is."""
    kind = PAY_OF_ROW.get(pay)
    return both(PAY_WORDS[pay]) if kind is None else row_label(kind)


def whole(cents: int) -> Markup:
    """Return an amount in whole euros, half a euro up."""
    sign = -1 if cents < 0 else 1
    return euros(sign * ((abs(cents) + CENTS_IN_A_EURO // 2) // CENTS_IN_A_EURO))


def euros(amount: int) -> Markup:
    """Return whole euros."""
    return money(Cents(amount * CENTS_IN_A_EURO))


def change(amount: int) -> Markup:
    """Return a difference in whole euros with its sign; in words where there is none."""
    if not amount:
        return escape(_("gelijk"))
    if amount < 0:
        return euros(amount)
    return Markup('<bdi dir="ltr" class="bedrag">+\u00a0{}</bdi>').format(euros(amount).striptags())


def hours_words(hundredths: int) -> Markup:
    """Return hours per week as they are written: 24 or 28,5."""
    return isolated(hours_text(hundredths))


def back_words(way: WayBack) -> Markup:
    """Return a way back as whole sentences."""
    text = BACK_WORDS[way.back, way.until is not None or way.from_day is not None]
    found: dict[str, GapValue] = {"amount": whole(way.ww_per_month or 0), "months": way.months or 0}
    found |= {name: day for name, day in (("day", way.until), ("begin", way.from_day)) if day is not None}
    return both(text, **found)


def to_do_words(one: ToDo) -> Markup:
    """Return what to do, in the words of the catalogue."""
    item = catalogue().items[one.item]
    step = next(each for each in item.steps if each.id == one.step)
    return say(step.do, critical="steps" in item.critical)


def to_do_when(one: ToDo) -> Markup:
    """Return when it is due, as a whole phrase."""
    if one.day is None:
        return escape(_(UNDATED_WORDS.get(one.when, LATER)))
    day = day_markup(one.day, language(), deadline=True)
    return escape(_(OVERDUE if one.is_overdue else DATED_WORDS[one.when])) % {"day": day}
