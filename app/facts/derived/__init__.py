"""Derived facts: named pure functions of answers, numbers of law and the day.

A derived fact is known as soon as every completion of the answers that are still missing agrees. Where the
answers leave a bounded doubt (a month of birth without its day) the value is a `Span`, so that a comparison
which both ends agree on still decides.
"""

from collections.abc import Mapping

from app.facts.derived.after_ww import (
    bijstand_na_ww_kan,
    leeftijd_einde_ww,
    leeftijd_maanden_begin_ww,
    partner_laat_ruimte,
    recht_ioaw,
    recht_iow,
)
from app.facts.derived.beside_bijstand import (
    begin_nieuwe_vrijlating,
    bijstand_bij_werk,
    inkomen_onder_110,
    inkomen_onder_130,
    nieuwe_vrijlating,
    oude_vrijlating,
    uitkering_onder_bijstand,
)
from app.facts.derived.business import aanvraagtijd_ioaz_voorbij, leeftijd_bij_stoppen, urencriterium
from app.facts.derived.children import kind_onder_5
from app.facts.derived.contract import aanzegdag_voorbij
from app.facts.derived.household import (
    huishouden,
    kind_in_opvang,
    kind_onder_12,
    onder_sociaal_minimum,
    vermogen_onder_grens,
)
from app.facts.derived.model import Derived
from app.facts.derived.newcomer import eerste_maanden_bijstand
from app.facts.derived.toeslagen import (
    huur_past_bij_toeslag,
    inkomen_partner_kindgebonden,
    inkomen_partner_zorgtoeslag,
)
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

PARTNER_NEEDS = ("woonsituatie", "inkomen_partner", "inkomen_partner_bruto")

OLDER_NEEDS = ("geboortemaand", "einddatum_ww", "begindatum_ww", "duur_ww_maanden")

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
        Derived("kind_onder_5", ("kinderen",), kind_onder_5),
        Derived("eerste_maanden_bijstand", ("bijstand_sinds",), eerste_maanden_bijstand),
        Derived("leeftijd_einde_ww", ("geboortemaand", "einddatum_ww"), leeftijd_einde_ww),
        Derived(
            "leeftijd_maanden_begin_ww",
            ("geboortemaand", "einddatum_ww", "begindatum_ww"),
            leeftijd_maanden_begin_ww,
        ),
        Derived("recht_iow", OLDER_NEEDS, recht_iow),
        Derived("recht_ioaw", OLDER_NEEDS, recht_ioaw),
        Derived(
            "partner_laat_ruimte",
            ("woonsituatie", "inkomen_partner", "geboortemaand", "huisgenoot_27"),
            partner_laat_ruimte,
        ),
        Derived(
            "bijstand_na_ww_kan",
            ("woonsituatie", "spaargeld", "inkomen_partner", *OLDER_NEEDS, "huisgenoot_27"),
            bijstand_na_ww_kan,
        ),
        Derived(
            "bijstand_bij_werk",
            (
                "nettoloon",
                "woonsituatie",
                "inkomen_partner",
                "geboortemaand",
                "huisgenoot_27",
                "startdatum_werk",
                "vrijlating_tot_nu",
                "afspraken_werk",
            ),
            bijstand_bij_werk,
        ),
        Derived(
            "uitkering_onder_bijstand",
            ("brutoloon", "woonsituatie", "inkomen_partner", "huisgenoot_27"),
            uitkering_onder_bijstand,
        ),
        Derived("begin_nieuwe_vrijlating", ("startdatum_werk",), begin_nieuwe_vrijlating),
        Derived("oude_vrijlating", ("startdatum_werk",), oude_vrijlating),
        Derived("nieuwe_vrijlating", ("startdatum_werk",), nieuwe_vrijlating),
        Derived(
            "inkomen_onder_110",
            ("inkomen_samen", "woonsituatie", "geboortemaand", "huisgenoot_27"),
            inkomen_onder_110,
        ),
        Derived(
            "inkomen_onder_130",
            ("inkomen_samen", "woonsituatie", "geboortemaand", "huisgenoot_27"),
            inkomen_onder_130,
        ),
        Derived("inkomen_partner_zorgtoeslag", PARTNER_NEEDS, inkomen_partner_zorgtoeslag),
        Derived("inkomen_partner_kindgebonden", PARTNER_NEEDS, inkomen_partner_kindgebonden),
        Derived("huur_past_bij_toeslag", ("huur_per_maand", *PARTNER_NEEDS), huur_past_bij_toeslag),
        Derived("aanzegdag_voorbij", ("laatste_werkdag",), aanzegdag_voorbij),
        Derived("urencriterium", ("uren_bedrijf",), urencriterium),
        Derived("leeftijd_bij_stoppen", ("geboortemaand", "stopdatum_bedrijf"), leeftijd_bij_stoppen),
        Derived("aanvraagtijd_ioaz_voorbij", ("stopdatum_bedrijf",), aanvraagtijd_ioaz_voorbij),
    )
}

__all__ = ["DERIVED", "Derived"]
