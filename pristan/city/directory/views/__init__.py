# SPDX-License-Identifier: EUPL-1.2
"""Staff screens of the directory: the entries one works on, and changing them."""
