# SPDX-License-Identifier: EUPL-1.2
"""English function and question words."""

WORDS = """
a about am an and any are as at be been being but by can could d did do does doing for from get go got had has have he her here
hers him his how i if im in into is it its just ll looking like may me might mine must my need needs of on or our out please re s shall
she should so some somebody someone such t than that the their them then there these they this those through to too up us ve
very want wants was we were what when where which while who whom whose why will wish with would you your yours
"""
