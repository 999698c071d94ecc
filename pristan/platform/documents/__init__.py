# SPDX-License-Identifier: EUPL-1.2
"""Documents that leave the screen: paper and calendar files. Made from data for one answer, kept nowhere."""
