# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL: the words of documents are packed with LZ4."""

from django.db import migrations

from pristan.platform import packing


class Migration(migrations.Migration):
    """See `packing`."""

    dependencies = (("search", "0007_longer_list"),)

    operations = (packing.lightly("search_row", "tokens"),)
