"""Suggestions: names that texts use and no record has yet, and events that nobody wrote down.

Pure: what is proposed is for an editor to accept.
"""

from generator.suggest.held import Held
from generator.suggest.organisations import Organisation, organisations
from generator.suggest.people import Person, people, unrecorded_posts
from generator.suggest.records import organisation_record, person_record
from generator.suggest.sighting import How
from generator.suggest.survey import Context, Survey, survey

__all__ = [
    "Context",
    "Held",
    "How",
    "Organisation",
    "Person",
    "Survey",
    "organisation_record",
    "organisations",
    "people",
    "person_record",
    "survey",
    "unrecorded_posts",
]
