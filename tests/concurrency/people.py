# SPDX-License-Identifier: EUPL-1.2
"""People of one organisation who may publish summaries at once, signed in; and what became of all they wrote.

``python -m tests.concurrency.people sign-in 40`` prints the keys of their sessions, ``... words`` every summary that is live,
kept in a version or waiting in a proposal. Both run in the environment of a served city.
"""

import json
import sys

ORGANIZATION = "org"


def main() -> None:
    """One of the two verbs."""
    import django

    django.setup()
    print(json.dumps(sign_in(int(sys.argv[2])) if sys.argv[1] == "sign-in" else words()))


def sign_in(count: int) -> list[str]:
    """Keys of sessions of so many managers."""
    from django.utils import timezone

    from pristan.platform.accounts.actors import system
    from pristan.platform.accounts.permits import allow
    from pristan.platform.power import services as power
    from pristan.platform.review import trust
    from tests.access.roles import person, signed_in

    at, root = timezone.now(), system("test")
    trust.entrust(organization=ORGANIZATION, fields=["summary"], permit=allow("test"), actor=root, at=at)
    keys = []
    for number in range(count):
        user = person(f"editor-{number}", at=at)
        power.give(user=user, role="organization_manager", scope=ORGANIZATION, actor=root, at=at)
        keys.append(signed_in(user))
    return keys


def words() -> dict[str, list[str]]:
    """Every summary that somebody wrote, and where it is; and what is kept and not shown to readers yet."""
    from pristan.platform.published.models import Dirty
    from pristan.platform.review.models import Proposal, Version

    waiting = [wanted["summary"] for wanted in Proposal.objects.values_list("wanted", flat=True)]
    kept = [
        after["summary"] for after in Version.objects.values_list("after", flat=True) if "summary" in after
    ]
    unseen = [str(thing) for thing in Dirty.objects.values_list("thing", flat=True)]
    return {"waiting": waiting, "kept": kept, "unseen": unseen}


if __name__ == "__main__":
    main()
