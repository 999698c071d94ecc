# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL: documents are packed with LZ4."""

from django.db import migrations

from pristan.platform import packing


class Migration(migrations.Migration):
    """See `packing`."""

    dependencies = (("published", "0002_words_of_the_index"),)

    operations = (packing.lightly("published_document", "body", "card", "facets"),)
