# SPDX-License-Identifier: EUPL-1.2
"""Albanian function and question words, with and without diacritics."""

WORDS = """
a ai ajo albo andej ani apo aq as asaj asht ashtu askush ata ate atij atje ato aty atyre atë be bej bejne ben bëj
bëjnë bën c cdo cfare cila cilat cilen cilet cili cilin cilën cilët cka ckado cpo dashur deshiroj dhe di dicka dike
diku dikujt dikush dikë din diçka do doja doni dot dua duam duan duhej duhen duhet duke dëshiroj e edhe esht eshte fal
falni gjej gjeje gjem gjen gjendet gjesh gjith gjithe gjithë i ia iu ja jam jane janë jap jemi jeni jo jon jone jonë
ju juaj juve ka kam kame kane kanë kaq ke kemi kene keni kenë kerkoj kerkon kesaj keta kete ketij keto ketu ketyre
kish kisha kishim kishin kishte kjo ku kudo kujt kur kush ky kërkoj kërkon kësaj këta këtij këto këtu këtyre këtë lus
lutem lutemi lyp lypet m ma mbi me moj mu mua muj mujm mund mundem mundemi mundeni mundesh mundet më na nashta ndaj
ndokush ndonje ndonjë ne nen neper nese nevoj nevojiten nevojitet nga nja nje njeri një njëri në nën nëpër nëse o ose
para pas per perse pervec po por pra prej pse për përse përveç qe qene qenka qenë qysh që s sa saj sapo se sepse si
sic sikur sipas siç së t ta tash te tek tende ti tij tim time tjera tjeter tjetër tona tone tonë tu tuaj tyre të tënde
u ua une unë ve vec vet veta vete vetem vetë vetëm veç yne ynë âsht ç çdo çfarë çka çpo është
"""

LIGHT = """
nuk skam ska skemi asgjë asnjë askënd askujt kurrë kurrgjë hiç askund askurrë mos tani përsëri prapë sërish ende akoma tashmë
shpejt shpejti vonë pastaj mëparshëm dje sot nesër sonte gjithmonë gjithnjë shpesh ndonjëherë rrallë zakonisht menjëherë
fillimisht atëherë deri derisa ndërsa ndërkohë tanimë madje gjithashtu mjaft vërtet shumë tepër pothuajse gati fare rreth ndoshta
mbase sigurisht saktësisht saktë drejtpërdrejt drejt thjesht normalisht sidomos mbrapa prapa jashtë brenda lart poshtë larg afër
tutje këndej midis ndërmjet kundër nëpërmjet sipër pranë megjithëse edhepse ndonëse megjithatë prandaj ndryshe megjithë
pavarësisht meqë meqenëse kurse përkundrazi shumica pak pakë paksa disa shumta mjaftueshëm gjysma pjesë pjesa gjithçka gjithsej
tërë krejt secili secila secilin çdonjë çfarëdo tjerë tjerët tjetrin tjetrën njëjtë njëjtën njëjtat ndryshme ndryshëm ngjashëm
tillë lloj lloji lloje llojit tip gjë gjëra gjërat gjëja send sende mënyrë mënyra mënyrën rast rasti rastin raste arsye pyetje
pyetja dikushi disi ndokund kohë koha kohën kohës herë herën ditë dita ditën ditët javë java javën javësh muaj muajin muajve vit
viti vitin vite vitet vjet minutë minuta moment momenti gjatë shkurtër madh madhe mëdha vogël vogla mirë mira mirën keqe ri re
vjetër vjetra mundur mundshme pamundur rëndësishme rëndësishëm domosdoshme domosdoshëm lehtë vështirë fundit marr marrë merr
marrin mora mori morën merrni merret marrim marrësh jepni jep jepen japin dhashë dha dhanë dhënë jepet japim bëhem bëhet bëhen
bëra bëri bënë bërë bësh bëni bëjmë bëje vij vjen vijnë erdha erdhi erdhën vish shkoj shkon shkojnë shkova shkoi shkuar shkojmë
vendos vendosa vura lë lënë lejojnë lejohet mbaj mban mbajtur gjeta gjeti gjetur gjejmë gjeni gjendem shikoj shiko shoh sheh
shohin pashë kërkuar kërkova dashkam desha deshte dëshironi mundja mundesha mundej provoj provova provuar përdor përdorur përdoret
them thotë thonë tha thanë thashë thënë thua tregoj trego tregon tregoni dinë dimë dini dija ditur mendoj mendon mendova besoj
kuptim domethënë ndodh ndodhi ndodhur ndodhin duket duken përket filloj fillon fillova filloi filluar ndaloj ndalem pyes pyet
pyeta pyetur kuptoj kupton kuptova kuptohet isha ishe ishim ishin kishit pasur patur faleminderit falemnderit falënderoj
përshëndetje tungjatjeta mirëdita përshëndes njerëz njerëzit njerëzve njeriu person personi persona personat personave ok
"""

WISHES = """
dua do duam duan doja dashur deshiroj dëshiroj gjej gjeje gjem gjen mund mundem muj kam ka
"""
