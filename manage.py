#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Django's own commands, for engineers. The commands of the city are those of `pristan`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    execute_from_command_line(sys.argv)
