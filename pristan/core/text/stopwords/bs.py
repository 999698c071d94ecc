# SPDX-License-Identifier: EUPL-1.2
"""Bosnian, Croatian and Serbian function and question words."""

WORDS = """
a ako ali am baš bi bih bila bile bili bilo bio bismo biste biti bude budem budemo budete budu čega čemu čiji čija čije
cemu ciji cija cije će ćemo ćeš ćete ću ce cemo ces cete cu da dakle de dje do dobijem dobiti dok evo ga gde gdje god
hajde hoće hoćemo hoćeš hoćete hoću hoce hocu htjela htjeli htjeti htela hteo htio i ih ići idem ide iz ja jako je jel
jeli jer jesam jesmo jest jesi jesu jeste joj još ju jos kad kada kako kakav kakva kakvo kakvu kamo ko kod koga koja
koje kojeg kojem koji kojim koju kolika koliko kom kome li ma me mene meni mi mislim moj moja moje mojeg moju mora moram
moramo morate morati možda može možemo možete možeš mozda moze mozete mozes mogu mogao mogla mu na nad nađem naći nadjem
naci nam nama nas naš naša naše nasa nase neka neki neko netko nego negdje nešto nesto nju njega njegov njemu njen
njezin njih njihov njim njima njoj o od oko on ona onda oni ono onaj ova ovaj ovde ovdje ove ovo ovog ovu pa po pod
pokraj pored poslije potreban potrebna potrebno pred preko pri prije prema s sa sam samo se sebe sebi si smo ste su šta
što sta sva svaki sve svi svoj svoja svoju ta taj tako također takođe te tebe tebi ti to toga tom tražim trazim treba
trebam trebamo trebao trebala tu tvoj u uz vam vama vas vaš vaša vaše vasa već vec vi volio volila voljela voleo za
zanima zar zašto zasto zato zbog želim zelim želio željela molim molimo moliti imam ima imamo imate imati
"""

LIGHT = """
ne ni niti ništa ničega nikad nikada niko nitko nikoga nikome nikom nigdje nigde nikuda nijedan nijedna nijedno nikakav nikakva
nikako nije nisam nisi nismo niste nisu nemam nema nemaš nemamo nemate nemaju nemoj neću nećemo neće sada sad opet ponovo ponovno
uskoro kasnije kasno ranije rano nedavno odavno davno otkad otkako uvijek uvek često ponekad nekad nekada rijetko retko obično
odmah prvo zatim tada tad danas sutra jučer juče sinoć konačno stalno trenutno dosad upravo čak dosta zaista stvarno vrlo veoma
previše suviše dovoljno skoro gotovo uopće uopšte otprilike vjerojatno vjerovatno verovatno tačno točno direktno izravno
jednostavno brzo normalno naravno nazad natrag van vani napolje unutra gore dolje dole ovamo onamo tamo odavde odatle blizu daleko
između protiv osim umjesto umesto ispod iznad iza uprkos unatoč usprkos iako premda međutim stoga inače ukoliko pošto čim makar
barem bar ipak više manje najviše najmanje mnogo puno malo nekoliko neke nekih nekim nekog nekoj dio deo dijelovi delovi većina
cijeli cijela cijelo cijele celi cela celo ceo čitav svaka svako svake svakog svih svima svim ikakav drugi druga drugo druge
drugih drugog drugoj drugu isti ista isto iste različit različiti različite različita sličan takav takva takvo takvi takve vrsta
vrste vrstu tip stvar stvari način načina načine slučaj slučaju slučajevi razlog pitanje pitanja nešta ponešto nekako negde nekud
vrijeme vreme vremena dan dana dani danima danu sedmica sedmice sedmicu tjedan tjedna tjedana mjesec mjeseca mjeseci mesec meseca
meseci godina godine godinu godini godinama minuta minute minutu minut trenutak puta dugo dugi kratko kratak kratki velik veliki
velika veliko velike mali mala malu male dobar dobra dobro dobri dobre bolje bolji bolja najbolje najbolji loš loši lošiji nov
novi nova novo nove novu ispravno pravilno moguće nemoguće važno važan važna bitno neophodno obavezno lako lakše teško težak prvi
zadnji posljednji dobijam dobijamo dobije dobija dobio dobila dobili dobivam dobiva dobit postati postao postala postaje postanem
uraditi uradim uradi uradio uradila učiniti učinim činiti napraviti napravim napravi napravio napravila uzeti uzmem uzme uzeo
uzela uzimati dati dam dao dala dali daju daje davati dajte doći dođem dođe došao došla došli dolazi dolazim otići otišao otišla
idemo idete idu išao išla staviti stavim stavi stavio pustiti puste držati drži našao našla našli nađe nalazim tražiti traži traže
gledati gledam vidjeti videti vidim vidi hteli žele želi želimo trebalo trebali trebaju mogli moglo smijem smijemo smem smije sme
pokušati pokušavam pokušao probati probam koristiti koristim koristi reći rekao rekla rekli kaže kažu kažete recite kazati znati
znam zna znamo znate znaju znao znala misliti misli mislio misliš značiti znači dogodilo desilo dešava događa čini izgleda pripada
početi počela počeo počinje početak prestati prestao pitati pitam pita pitao pitala pokazati pokaži pokažite razumjeti razumeti
razumijem razumem razumije biva hvala oprostite izvinite izvini pozdrav bok ćao ok ljudi ljude osoba osobe osobu osobi čovjek
čovek čovjeka čoveka
"""

WISHES = """
hoće hoćemo hoću hoce hocu htio htjela htela hteo želim zelim želio željela nađem naći nadjem naci mogu može moze mogao mogla
volio voljela imam ima
"""
