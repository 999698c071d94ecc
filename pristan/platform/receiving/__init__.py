# SPDX-License-Identifier: EUPL-1.2
"""What the forms for visitors share: a code to ask with, how many are taken in an hour, and text without tricks."""
