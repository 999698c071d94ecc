# SPDX-License-Identifier: EUPL-1.2
"""How people change entries: the words of fields, forms section by section, and what a change is sent as."""
