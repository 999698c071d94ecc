# SPDX-License-Identifier: EUPL-1.2
"""Turkish function and question words, also typed without the Turkish letters."""

WORDS = """
ve veya ya ile ama fakat ancak de da ki ise için icin gibi kadar göre gore diye dolayı dolayi yüzünden yuzunden sonra önce once
beri karşı karsi doğru dogru üzere uzere hakkında hakkinda ilgili ben sen o biz siz onlar beni seni onu bizi sizi onları onlari
bana sana ona bize size onlara bende sende onda bizde sizde onlarda benden senden ondan bizden sizden benim senin onun bizim sizin
onların onlarin kendi kendim kendimi kendisi bu şu bunu şunu sunu buna şuna suna bunun şunun sunun bunlar şunlar sunlar böyle boyle
şöyle soyle öyle oyle ne neyi neye neden niye niçin nicin nasıl nasil nere nerede nerde nereden nerden nereye neresi hangi hangisi
kim kime kimi kimin kimden kimse zaman kaç kac mı mi mu mü mıyım miyim muyum müyüm mısınız misiniz musunuz müsünüz mısın misin
mıdır midir bir biri birisi bazı bazi her hiç hic çok cok daha en pek şey sey şeyi seyi şeyler seyler var yok varsa yoksa vardı
vardi olan olarak olmak oldu olur olursa olacak oluyor olsun olması olmasi değil degil idi imiş imis istiyorum istiyoruz istiyor
istemek istesem isterim isterdim isteyen lazım lazim gerek gerekli gerekiyor gerekir ihtiyacım ihtiyacim ihtiyacımız ihtiyacimiz
ihtiyaç ihtiyac edebilirim edebilir edebiliriz ederim eder etmek etsem yapabilirim yapabilir yaparım yaparim yapmak yapmam
yapmalıyım yapmaliyim yapmalı yapmali yapayım yapayim yapılır yapilir alabilirim alabilir alırım alirim alınır alinir bulabilirim
bulabiliriz bulurum bulunur gidebilirim gidebilir giderim gidilir gitmeliyim olabilir lütfen lutfen rica acaba peki tamam şimdi
simdi burada burda buraya buradan yanında yanımda yanımızda yanına yanıma yanımıza yanından yanımdan yanındaki yanımdaki orada
orda oraya oradan bile sadece yani zaten belki eğer eger hem sanırım sanirim biraz bilmiyorum biliyor söyler soyler musun
teşekkürler tesekkurler sağolun sagolun merhaba selam
"""

LIGHT = """
hayır değilim değiliz değiller asla hiçbir hiçbiri hiçbirşey hiçkimse kimseyi kimseye kimsenin kimsem yoktu yoktur olmaz olmadı
olmuyor gene yine tekrar hala henüz artık yakında sonradan sonraki önceden önceki erken geç şuan anda daima sürekli hep sık sıkça
bazen ara nadiren genelde genellikle hemen derhal bugün yarın dün sonunda şimdiye halen yalnızca hatta dahi ayrıca oldukça
gerçekten cidden fazla fazlasıyla yeterli yeterince neredeyse aşağı yukarı tam tamamen galiba herhalde muhtemelen kesin kesinlikle
elbette tabii aynen doğrudan direkt hızlı hızlıca çabuk normalde normal özellikle geri geriye dışarı dışarıya içeri içinde içine
dışında üst alt üzerinde altında arasında arası yakın uzak karşısında etrafında yerine rağmen başka halbuki oysa aksi halde
böylece dolayısıyla çünkü yüzden iken madem mademki sanki üstelik az azı çoğu çoğunlukla birçok birkaç bazıları bütün tüm hepsi
hepsini herkes herkese herşey herhangi başkası başkasına diğer diğerleri öbür öteki aynı farklı çeşitli tür türlü çeşit tip
böylesi öylesi şeylerin şeyin birşey birşeyi şekil şekilde şeklinde yolu kısım bölüm parça durum durumda durumu sebep konu konuda
soru sorum zamanı zamanda zamanlar vakit sefer kez kere defa gün günü günde günler gündür günlük hafta haftada haftalar haftadır
haftaya ay ayda ayı aydır aylar yıl yılda yıllar yıldır yılı sene senedir seneler dakika dakikada an uzun kısa büyük küçük iyi
iyisi kötü kötüsü yeni eski güzel kolay kolayca zor önemli mümkün imkansız gereken gerekiyordu gerekmez şart mecbur belli yanlış
doğrusu basit basitçe son alıyorum alıyor alıyoruz almak aldım aldı aldık alacağım alınıyor alan alması olmuş oluyorum oldum olduk
olduğu olduğunu olduğum olabilirim olabiliyor olmam olmalı oluyorsa olayım yapıyorum yapıyor yapıyoruz yapıyorlar yaptım yaptı
yaptık yaptılar yapacağım yapacak yapsam yapan yapılıyor yapılması yapması yapabiliyorum yapabiliriz yapamıyorum edilir ediyorum
ediyor ediyoruz ettim etti edildi eden etmem edeceğim edecek vermek veriyor veriyorlar verir verdi verdiler verdim veren verilir
verebilir verin gelmek geliyor geliyorum geldi geldim geldik gelecek gelen gitmek gidiyorum gidiyor gittim gitti gideceğim gidecek
giden gideyim koymak koydum bulmak buluyorum buldum buldu bulamıyorum bulamadım bulabilir bulan bulayım aramak arıyorum arıyoruz
arıyor istedim istedi istiyorlar istemiyorum istiyordum isteriz istersem görmek görüyorum gördüm görebilirim denemek denedim
deniyorum kullanmak kullanıyorum kullanılır kullanabilirim söylemek söyledi söylediler söyledim söyleyin söylüyor söylüyorlar
demek dedi dediler dedim diyor diyorlar derler denir bilmek biliyorum biliyorsunuz bilir bilen bilmem düşünmek düşünüyorum sanmak
anlamına başlamak başladım başlıyor başladı başlamalıyım durmak durdu sormak sordum soruyorum sorabilirim göstermek gösterin
gösterir anlamak anlamıyorum anlıyorum anladım anlamadım görünüyor ait bitti kişi kişiler kişinin kişiye insanlar insanların
teşekkür ederiz sağol özür dilerim günaydın selamlar evet tamamdır olmadığı edemiyorum azıcık
"""

WISHES = """
istiyorum istiyoruz istiyor istemek istesem isterim yok değil degil
"""
