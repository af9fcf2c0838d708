"""The pages of the calculator, all on one blueprint."""

from app.calculator import asking_views, result_views
from app.calculator.blueprint import blueprint

__all__ = ["asking_views", "blueprint", "result_views"]
