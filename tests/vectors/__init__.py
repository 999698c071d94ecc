# SPDX-License-Identifier: EUPL-1.2
"""What every engine of orientation must answer: rules, answers, and all that Python makes of them (docs/api.md says how to use them)."""
