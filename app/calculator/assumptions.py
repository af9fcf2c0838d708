"""What a calculation takes for granted where the law leaves a choice or a source is missing.

Each has a name, so that the line it touches can say so and the words can stand with the other texts.
"""

from collections.abc import Iterable
from enum import StrEnum

from app.calculator.trace import Traced


class Assumption(StrEnum):
    """A choice that somebody may make otherwise."""

    VAKANTIEGELD_TELT_MEE = "vakantiegeld_telt_mee"
    """Net wage with the holiday pay built up in it, against the norm with holiday allowance; the table of the
    Regeling Participatiewet was not found. It may differ by tens of euros a month."""
    NETTO_ALS_JAARGEMIDDELDE = "netto_als_jaargemiddelde"
    """Net wage is a twelfth of what a whole year leaves, not what one payslip says."""
    VRIJLATING_OVER_VAKANTIEGELD = "vrijlating_over_vakantiegeld"
    """The exemption is taken over net wage with the holiday pay built up in it."""
    GEMEENTE_BESLIST_OVER_VRIJLATING = "gemeente_beslist_over_vrijlating"
    """Whether the exemption is granted, also above the norm or for a job one already had, is not known."""
    GEMEENTE_VERLAAGT_NIET = "gemeente_verlaagt_niet"
    """The norm is not lowered for want of housing costs or after school."""
    ARBEIDSKORTING_EERST = "arbeidskorting_eerst"
    """The arbeidskorting is set against tax first, so that nothing is left to settle over bijstand."""
    BIJSTAND_VOOR_DE_HELFT = "bijstand_voor_de_helft"
    """A couple's bijstand is half of each partner, who has an own algemene heffingskorting."""
    LOONHEFFINGSKORTING_BIJ_EEN = "loonheffingskorting_bij_een"
    """One payer takes off the loonheffingskorting."""
    WW_ZONDER_ARBEIDSKORTING = "ww_zonder_arbeidskorting"
    """WW, toeslag and IOW give no arbeidskorting; a matter about it is before the Hoge Raad."""
    WW_STOPT_BIJ_DE_GRENS = "ww_stopt_bij_de_grens"
    """WW can end at the limit; UWV may let one month pass."""
    VAKANTIEGELD_NAAST_WW_BIJ_UITBETALING = "vakantiegeld_naast_ww_bij_uitbetaling"
    """Holiday pay from a job beside WW is offset in the month in which it is paid."""
    TWAALF_GELIJKE_MAANDEN = "twaalf_gelijke_maanden"
    """A steady year has twelve equal months."""
    TOESLAG_NAAR_WW_ALLEEN = "toeslag_naar_ww_alleen"
    """The limit of the toeslag at the old wage looks at the benefit alone; the decree on it was not read."""
    TOESLAG_STOPT_MET_WW = "toeslag_stopt_met_ww"
    """Where the WW is too low to be paid its toeslag stops too; the law says that it ends with the WW."""
    IOAW_GRONDSLAG_BEREKEND = "ioaw_grondslag_berekend"
    """The gross grondslag is worked out from the net amount in the law; the published one was not found."""


_OF_A_FAVOUR = Assumption.GEMEENTE_BESLIST_OVER_VRIJLATING, Assumption.VRIJLATING_OVER_VAKANTIEGELD

BY_RULE = {
    "norm": (Assumption.GEMEENTE_VERLAAGT_NIET,),
    "norm_jongere": (Assumption.GEMEENTE_VERLAAGT_NIET,),
    "netto_loon": (
        Assumption.NETTO_ALS_JAARGEMIDDELDE,
        Assumption.TWAALF_GELIJKE_MAANDEN,
    ),
    "inkomen_naast_bijstand": (Assumption.VAKANTIEGELD_TELT_MEE,),
    "vrijlating_n": _OF_A_FAVOUR,
    "vrijlating_r": _OF_A_FAVOUR,
    "vrijlating_y": (Assumption.VRIJLATING_OVER_VAKANTIEGELD,),
    "vrijlating_z": (Assumption.VRIJLATING_OVER_VAKANTIEGELD,),
    "vrijlating_aa": _OF_A_FAVOUR,
    "vrijlating_34a": _OF_A_FAVOUR,
    "vrijlating_34a_urenbeperkt": (Assumption.VRIJLATING_OVER_VAKANTIEGELD,),
    "brutering": (Assumption.ARBEIDSKORTING_EERST,),
    "ww": (Assumption.WW_ZONDER_ARBEIDSKORTING, Assumption.VAKANTIEGELD_NAAST_WW_BIJ_UITBETALING),
    "ww_einde": (Assumption.WW_STOPT_BIJ_DE_GRENS,),
    "ww_niet_betaald": (Assumption.WW_STOPT_BIJ_DE_GRENS,),
    "toeslag": (Assumption.WW_ZONDER_ARBEIDSKORTING,),
    "grens_toeslag": (Assumption.TOESLAG_NAAR_WW_ALLEEN,),
    "iow": (Assumption.WW_ZONDER_ARBEIDSKORTING,),
    "grondslag_ioaw": (Assumption.IOAW_GRONDSLAG_BEREKEND,),
}
"""What each rule takes for granted; what hangs on the whole situation is for the flow to add."""


def assumptions_in(trace: Iterable[Traced]) -> tuple[Assumption, ...]:
    """Return what the rules that took part take for granted, each once, in the order of the rules."""
    return tuple(dict.fromkeys(each for step in trace for each in BY_RULE.get(step.rule, ())))
