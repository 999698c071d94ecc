# SPDX-License-Identifier: EUPL-1.2
"""Entries as rows of a spreadsheet: a template, a dry run that names every cell, matches against what is there, one transaction."""
