# SPDX-License-Identifier: EUPL-1.2
"""Where this app holds texts that a value can be taken out of."""

from pristan.platform.privacy.places import Place
from pristan.platform.ticks.models import Heartbeat, JobState

PLACES: tuple[Place, ...] = ()
NO_TEXTS = {JobState: "names of jobs, and of errors without their words", Heartbeat: "an instant"}
