# SPDX-License-Identifier: EUPL-1.2
"""Slovene function and question words."""

WORDS = """
a ali bi bil bila bile bili bilo biti bo bodo bom bomo bosta boste boš bova bolj če čez čigav da do dobim dobiti dobi ga
gre grem hočem hoče i iz ima imaš imajo imam imamo imate imel imeti in it ja jaz je jih jim jo k kaj kako kakšen kakšna kakšne kakšni
kakšno kam kamor kar kateri katera katere katero kdaj kdo ker ki kje kjer ko kogar koga komu koliko kot lahko le med me mene
meni mi midva moj moja moje mojega moji mojo moram mora morajo mu na nad naj najti najdem naš naša naše nam nas njega njegov njej njen
njim njo njihov o ob od on ona oni ono pa po pod poleg potem potreben potrebujem potrebuje pred prek pri prosim proti radi rad rada
s sam se sebe sem si sicer smo so sta ste sva svoj svoja svoje ta tudi tako tam te tega tej tem temu ti tisti to tu tukaj v vam
vas vaš vaša vaše ve vse vsi vsak več vendar z za zakaj zaradi zdaj že želim želi
"""
