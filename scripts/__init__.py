# SPDX-License-Identifier: EUPL-1.2
"""What the verbs of the Makefile run. Engineers' tools: nothing in the running city imports this."""
