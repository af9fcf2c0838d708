"""The addresses of this room hang on one blueprint; its pages stand in `asking_views` and `result_views`."""

from flask import Blueprint

blueprint = Blueprint("calculator", __name__, template_folder="templates")
