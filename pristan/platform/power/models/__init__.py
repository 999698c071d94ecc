# SPDX-License-Identifier: EUPL-1.2
"""Roles that people hold, invitations to hold one, and the sessions in which administrators act."""

from pristan.platform.power.models.grant import Grant, GrantQuerySet
from pristan.platform.power.models.invitation import Invitation
from pristan.platform.power.models.staff_session import StaffSession

__all__ = ["Grant", "GrantQuerySet", "Invitation", "StaffSession"]
