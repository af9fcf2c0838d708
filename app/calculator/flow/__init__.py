"""From a situation to what a household keeps: steady months, more or fewer hours, a year by payment date."""
