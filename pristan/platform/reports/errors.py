# SPDX-License-Identifier: EUPL-1.2
"""Why a report is not taken: one class per cause."""


class NothingSaid(ValueError):
    """Neither a matter was chosen nor a word written."""


class TooLong(ValueError):
    """More was written than is kept; cutting it could lose what matters."""


class ReportMissing(Exception):
    """There is no such report, or this actor may not see it."""


class UnknownAnswer(ValueError):
    """Not one of the fixed answers."""
