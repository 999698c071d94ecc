# SPDX-License-Identifier: EUPL-1.2
"""Traces: where a value stands in texts, however it is written there, and what is the same of it in all its forms."""

from pristan.core.traces.finder import GONE, Finder, finder
from pristan.core.traces.forms import Form, form
from pristan.core.traces.windows import lines

__all__ = ["GONE", "Finder", "Form", "finder", "form", "lines"]
