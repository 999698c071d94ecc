# SPDX-License-Identifier: EUPL-1.2
"""How static files are stored: compressed, named by their content, and so are the modules that a script imports."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesWithModules(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # a library without types
    """Scripts import each other by the names of their contents: a new version of one is never mixed with an old one of another."""

    support_js_module_import_aggregation = True
    max_post_process_passes = 12  # each names one more floor of modules that import each other
