# SPDX-License-Identifier: EUPL-1.2
"""Rules in three values: may this person use this, why, and what is the next question? Pure: no Django, no clock, no network.

The way of an answer: `read` (whatever was sent) -> `Facts` -> `decide` or `decide_all` (verdicts with reasons) -> `next_question`. The way
of a rule: `parse` (as people write it) -> a `Condition` in the `Cell` of an `Item`; `as_data` and `from_data` for other engines.
"""

from pristan.core.rules.attributes import ATTRIBUTES, LEVELS, NAMED, Answers, Attribute, Malformed, Read, read
from pristan.core.rules.canon import as_data, from_data
from pristan.core.rules.conditions import Explained, Leaf, explain, leaves, truth
from pristan.core.rules.errors import RuleError
from pristan.core.rules.facts import Dated, Facts, Parameter, Parameters
from pristan.core.rules.grammar import Known, parse
from pristan.core.rules.items import Cell, Item, span
from pristan.core.rules.nodes import Condition
from pristan.core.rules.problems import Problem, problems
from pristan.core.rules.questions import next_question
from pristan.core.rules.statuses import Possible, Status, Statuses, possible
from pristan.core.rules.verdicts import Reasons, Verdict, decide, decide_all

__all__ = [
    "ATTRIBUTES",
    "LEVELS",
    "NAMED",
    "Answers",
    "Attribute",
    "Cell",
    "Condition",
    "Dated",
    "Explained",
    "Facts",
    "Item",
    "Known",
    "Leaf",
    "Malformed",
    "Parameter",
    "Parameters",
    "Possible",
    "Problem",
    "Read",
    "Reasons",
    "RuleError",
    "Status",
    "Statuses",
    "Verdict",
    "as_data",
    "decide",
    "decide_all",
    "explain",
    "from_data",
    "leaves",
    "next_question",
    "parse",
    "possible",
    "problems",
    "read",
    "span",
    "truth",
]
