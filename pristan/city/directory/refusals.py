# SPDX-License-Identifier: EUPL-1.2
"""Why a value of an entry was not written."""


class FieldRefused(Exception):
    """A value does not have the shape of its field; nothing was written."""
