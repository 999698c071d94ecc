# SPDX-License-Identifier: EUPL-1.2
"""A new entry, a copy of one, and another address for one that is there."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from pristan.city.directory import keys, policies, selectors, services
from pristan.city.directory.editing.adding import KINDS, NewForm
from pristan.city.directory.editing.renaming import SlugForm
from pristan.city.directory.refusals import FieldRefused
from pristan.city.directory.views.showing import live_of, seen, tell, typed, writable
from pristan.city.taxonomy import selectors as taxonomy
from pristan.platform.power.access import FORM, StaffRequest, permitted
from pristan.platform.published import services as published
from pristan.platform.review import proposals, words
from pristan.platform.review.errors import KeyTaken, ValueRefused
from pristan.platform.review.proposals import Wish
from pristan.platform.ui.languages import language, name_in

# What a copy does not take along: who it is, where it was read, how sure the city was.
NOT_COPIED = ("aliases", "sources", "confidence", "as_of", "as_of_basis", "recheck_reason", "provenance", "to_be_confirmed", "other_statements", "editors", "subjects")  # fmt: skip


@FORM
@permitted(policies.can_add_entries)
def add(request: StaffRequest) -> HttpResponse:
    """Begin a new entry: a draft that is written on section by section, and sent."""
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            return _begun(request, form.wish())
        except KeyTaken:
            form.add_error(
                None, gettext("Somebody made one of that name at the same moment. Send it once more.")
            )
        except ValueRefused as error:
            form.add_error(None, words.of(error))
    has_organization = bool(form.organizations) or policies.edits_city(request.actor)
    context = {"form": form, "has_organization": has_organization}
    return render(request, "directory/add.html", context, status=422 if form.errors else 200)


@require_POST
@permitted(policies.can_see_entries)
def duplicate(request: StaffRequest, key: str) -> HttpResponse:
    """A draft of a new entry that says the same as this one."""
    entry = writable(request, key)
    if not policies.can_copy(request.actor, entry):
        raise Http404
    live = {
        name: value for name, value in live_of(entry).items() if name not in NOT_COPIED and "." not in name
    }
    live |= {"name": gettext("%(name)s (copy)") % {"name": entry.name}}
    try:
        return _begun(request, Wish("entry", keys.free(key), live, {}, is_new=True))
    except KeyTaken:
        messages.error(request, gettext("Somebody made a copy at the same moment. Try once more."))
    except ValueRefused as error:
        messages.error(request, words.of(error))
    return redirect("directory:entry", key=key)


@FORM
@permitted(policies.can_see_entries)
def rename(request: StaffRequest, key: str) -> HttpResponse:
    """Give the page of an entry another address; the former one leads there for good."""
    entry = seen(request, key)
    if not policies.can_edit(request.actor, entry):
        raise Http404
    form = SlugForm(request.POST if request.method == "POST" else None, initial={"slug": entry.slug})
    if request.method == "POST" and form.is_valid():
        try:
            services.rename(key=key, slug=form.cleaned_data["slug"], actor=request.actor, at=request.at)
        except FieldRefused:
            form.add_error(
                "slug", gettext("This address leads to another entry already. Choose another one.")
            )
        else:
            published.soon(at=request.at)
            messages.success(request, gettext("Done. The former address leads to the new one for good."))
            return redirect("directory:entry", key=key)
    context = {"entry": entry, "form": form}
    return render(request, "directory/rename.html", context, status=422 if form.errors else 200)


def _begun(request: StaffRequest, wish: Wish) -> HttpResponse:
    """The draft, to write on. Raises KeyTaken, ValueRefused."""
    outcome = proposals.propose(wish, actor=request.actor, at=request.at, is_draft=True)
    tell(request, outcome)
    assert outcome.proposal is not None
    return redirect("review:proposal", uuid=outcome.proposal.uuid)


def _form(request: StaffRequest) -> NewForm:
    words = taxonomy.choices("kinds", language())
    offered = selectors.kept_by(request.actor).published().filter(kind="organization").order_by("name", "key")
    return NewForm(
        typed(request),
        kinds=[(kind, words.get(kind, kind)) for kind in KINDS],
        languages=[
            (code, name_in(code, language())) for code in selectors.languages(selectors.city().record)
        ],
        organizations=list(offered.values_list("key", "name")),
        may_be_nobodys=policies.edits_city(request.actor),
    )
