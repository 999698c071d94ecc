# SPDX-License-Identifier: EUPL-1.2
"""Why something was not kept or not decided, in words for whoever asked for it: one sentence a cause, with the way out."""

from django.utils.translation import gettext

from pristan.platform.review.errors import (
    ChangedMeanwhile,
    KeyTaken,
    NothingProposed,
    NotListed,
    OwnProposal,
    RemovedForGood,
    SecretPlace,
    SourceMissing,
    TooManyOpen,
    ValueRefused,
    WrittenAnew,
)


def of(error: Exception) -> str:
    """The words for an error of this app, or of the states of a proposal."""
    return {
        ChangedMeanwhile: gettext(
            "Somebody else changed the same meanwhile. Look at both versions below and choose."
        ),
        WrittenAnew: gettext(
            "The author went on writing after you had opened this page. Nothing was decided: read it once more."
        ),
        OwnProposal: gettext("This is your own proposal. Somebody else has to look at it."),
        SourceMissing: gettext("Say where this is known from before you send it."),
        NothingProposed: gettext("Nothing of it would change what readers see."),
        KeyTaken: gettext(
            "An entry with this id was made meanwhile. Refuse this one, or make it a change of that entry."
        ),
        ValueRefused: gettext("This cannot be published: a value does not fit its field."),
        RemovedForGood: gettext("Something in it was removed for good and may not come back. Take it out."),
        NotListed: gettext("This cannot be published: the organisation asked not to be listed."),
        TooManyOpen: gettext(
            "You have so many open proposals that no more fit in. Take some back, or wait until some are decided. Then send this again."
        ),
        SecretPlace: gettext("This place is secret: where it is must not be written anywhere. Take it out."),
    }.get(type(error), gettext("Somebody else was faster: this proposal is already decided or taken back."))
