"""What a calculation takes for granted where the law leaves a choice or a source is missing.

Each has a name, so that the line it touches can say so and the words can stand with the other texts.
"""

from enum import StrEnum


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
    IOAW_GRONDSLAG_BEREKEND = "ioaw_grondslag_berekend"
    """The gross grondslag is worked out from the net amount in the law; the published one was not found."""
