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

LIGHT = """
ne ni nič ničesar nikoli nihče nikogar nikomur nikjer nikamor noben nobena nobeno nobenega nobene nobenih niti nisem nisi nismo
niste niso nimam nima nimamo nimate nimajo nočem nočeš noče nočemo nočete nočejo spet ponovno znova kmalu pozneje kasneje pozno
prej zgodaj nedavno dolgo odkar vedno zmeraj pogosto včasih redko običajno ponavadi takoj najprej nato takrat danes jutri včeraj
nazadnje končno stalno trenutno doslej šele samo celo precej res zares zelo preveč dovolj skoraj sploh približno okoli okrog
morda mogoče verjetno gotovo točno natančno direktno neposredno preprosto enostavno hitro normalno seveda vsaj nazaj stran ven
zunaj noter notri gor dol tja blizu daleč razen namesto kljub čeprav vendarle toda ampak zato drugače dokler medtem preden saj
torej manj največ najmanj veliko mnogo malo nekaj nekaterih nekateri nekatere del deli večina cel cela celi celoten vsake vsaka
vsako vsakega vsakdo vseh vsem vsemi katerikoli drug druga drugo drugi druge drugih drugega isti ista isto iste enak enako
različen različni različne različna podoben takšen takšna takšno takšni tak taka taki vrsta vrste vrsto tip stvar stvari način
načini primer primeru razlog vprašanje vprašanja nekdo nekoga nekje nekako nekam kdorkoli karkoli čas časa časi dan dneva dni
dnevi dnevih teden tedna tedni tednov mesec meseca meseci mesecev leto leta let letih letu minuta minute minuto minut trenutek
krat enkrat dvakrat večkrat kratek kratka kratko velik velika veliki velike majhen majhna majhno majhni dober dobra dobro dobri
dobre boljše boljši boljša najboljši najboljše najbolje slab slaba slabši slabše nov nova novo novi nove pravilno prav možno
nemogoče pomembno pomemben pomembna potrebno obvezno lažje težko težek prvi zadnji zadnja dobimo dobiš dobijo dobil dobila
dobili postati postal postala postane postanem narediti naredim naredi naredimo naredil naredila storiti storim stori vzeti
vzamem vzame vzel vzela jemati dati dam dal dala dajo daje dajte priti pridem pride pridemo prišel prišla prišli prihaja grejo
gremo greste šel šla šli iti oditi postaviti pustiti pusti pustijo držati drži najde našel našla našli iskati iščem išče iščemo
gledati gledam videti vidim vidi hotel hotela hočemo želimo želel želela moral morala morali moramo morate mogel mogla smem sme
smemo poskusiti poskusim poskušam probati uporabiti uporabim uporabljam uporablja reči rekel rekla rekli reče pravi pravijo
povedati povedal povedali povejte vedeti vem vemo veste vedo vedel vedela misliti mislim misli mislil pomeni pomeniti zgodilo
zgodi dogaja zdi izgleda spada pripada začeti začnem začne začel začela prenehati preneham vprašati vprašam vprašal sprašujem
pokazati pokaže pokažite razumeti razumem razume razumel obstaja nahaja imela imeli hvala oprostite oprosti pozdravljeni živjo
ok ljudje ljudi ljudem oseba osebe osebo osebi človek človeka
"""

WISHES = """
hočem hoče želim želi najdem najti dobim dobi dobiti rad rada imam ima imajo imamo
"""
