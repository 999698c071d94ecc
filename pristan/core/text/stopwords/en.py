# SPDX-License-Identifier: EUPL-1.2
"""English function and question words."""

WORDS = """
a about am an and any are as at be been being but by can could d did do does doing for from get go got had has have he her here
hers him his how i if im in into is it its just ll looking like may me might mine must my need needs of on or our out please re s shall
she should so some somebody someone such t than that the their them then there these they this those through to too up us ve
very want wants was we were what when where which while who whom whose why will wish with would you your yours
"""

LIGHT = """
not no nothing never nobody none nor neither cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt
havent hasnt hadnt aint don doesn didn isn aren wasn weren won wouldn couldn shouldn haven hasn hadn nowhere now again still yet
already soon later before after since ago always often sometimes usually ever once twice last finally immediately recently
currently today tomorrow yesterday only even also quite really enough almost rather maybe perhaps probably actually anyway
especially mostly hardly else back away down off around along forward ahead although though however therefore otherwise instead
despite because until till unless whether during within between behind against besides except per both either more most less least
many much few several whole all every each other others another same different various kind kinds sort sorts thing things
something anything everything anyone anybody everyone everybody stuff way ways part parts case cases reason point bit lot lots
somehow somewhere anywhere time times day days week weeks month months year years minute minutes moment moments long longer short
shorter big bigger small smaller little great good better best well nice bad worse worst new newer right wrong sure certain
possible impossible important necessary easy easier difficult hard exactly directly simply quickly fast slowly normally normal
gets gotten getting become becomes became make makes made making take takes took taken taking give gives gave given giving come
comes came coming goes going gone went bring brings brought put puts let lets keep keeps kept keeping find finds found finding
look looks looked see sees saw seen wanted wanting needed needing try tries tried trying use uses used using tell tells told
telling say says said saying know knows knew known knowing think thinks thought thinking believe mean means meant guess happen
happens happened happening seem seems seemed belong belongs start starts started starting begin begins began stop stops stopped
ask asks asked asking show shows showed understand understands understood liked having done able thanks thank sorry hello hi hey
dear kindly ok okay yes people person persons
"""

WISHES = """
want wants wish can could need
"""
