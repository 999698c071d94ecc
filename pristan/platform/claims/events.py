# SPDX-License-Identifier: EUPL-1.2
"""What others may want to know. The secret of a link is in an event and nowhere else."""

from django.dispatch import Signal

# Keywords: `email`, `link` (absolute), `role`, `language`.
ClaimGranted = Signal()
