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
