# SPDX-License-Identifier: EUPL-1.2
"""Rights and orientation: may I use this, why, and what do I do first. Reads the published rules, keeps nothing, knows nobody."""
