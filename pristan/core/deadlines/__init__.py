# SPDX-License-Identifier: EUPL-1.2
"""Days that the law or an office sets: counted by rules that are data, with the trail of how. Pure: no Django, no clock.

Take each name from its module (`from pristan.core.deadlines.due import due`): two modules are called as their function.
"""
