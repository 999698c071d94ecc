# SPDX-License-Identifier: EUPL-1.2
"""The plan on paper: one sheet, or all of it, in the reader's language and in that of the counters."""
