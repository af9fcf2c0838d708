"""Derived facts: named pure functions of answers, numbers of law and the day.

A derived fact is known as soon as every completion of the answers that are still missing agrees. Where the
answers leave a bounded doubt (a month of birth without its day) the value is a `Span`, so that a comparison
which both ends agree on still decides.
"""

from collections.abc import Mapping

from app.facts.derived.household import (
    huishouden,
    kind_in_opvang,
    kind_onder_12,
    onder_sociaal_minimum,
    vermogen_onder_grens,
)
from app.facts.derived.model import Derived
from app.facts.derived.work import (
    bedenktijd_loopt,
    bedenktijd_tot,
    eerste_werkloze_dag,
    leeftijd,
    leeftijd_maanden_eerste_werkloze_dag,
    recht_ww,
    recht_ziektewet,
)

FIRST_DAY_NEEDS = (
    "laatste_werkdag",
    "einde_werk",
    "tussentijds_stoppen_mag",
    "einddatum_contract",
    "datum_handtekening",
    "dienstjaren",
)

DERIVED: Mapping[str, Derived] = {
    derived.id: derived
    for derived in (
        Derived("leeftijd", ("geboortemaand",), leeftijd),
        Derived("eerste_werkloze_dag", FIRST_DAY_NEEDS, eerste_werkloze_dag),
        Derived(
            "leeftijd_maanden_eerste_werkloze_dag",
            ("geboortemaand", *FIRST_DAY_NEEDS),
            leeftijd_maanden_eerste_werkloze_dag,
        ),
        Derived(
            "recht_ww",
            ("einde_werk", "weken_gewerkt_van_36", "kan_werken", "tussentijds_stoppen_mag"),
            recht_ww,
        ),
        Derived("recht_ziektewet", ("kan_werken", "einde_werk"), recht_ziektewet),
        Derived("bedenktijd_tot", ("datum_handtekening", "bedenktijd_in_overeenkomst"), bedenktijd_tot),
        Derived("bedenktijd_loopt", ("datum_handtekening", "bedenktijd_in_overeenkomst"), bedenktijd_loopt),
        Derived("huishouden", ("woonsituatie",), huishouden),
        Derived("vermogen_onder_grens", ("spaargeld", "woonsituatie"), vermogen_onder_grens),
        Derived(
            "onder_sociaal_minimum",
            ("brutoloon", "woonsituatie", "inkomen_partner_bruto", "geboortemaand", "huisgenoot_27"),
            onder_sociaal_minimum,
        ),
        Derived("kind_in_opvang", ("kinderen",), kind_in_opvang),
        Derived("kind_onder_12", ("kinderen",), kind_onder_12),
    )
}

__all__ = ["DERIVED", "Derived"]
