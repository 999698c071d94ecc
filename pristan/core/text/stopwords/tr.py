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
simdi burada burda buraya buradan orada orda oraya oradan bile sadece yani zaten belki eğer eger hem sanırım sanirim biraz
bilmiyorum biliyor söyler soyler musun teşekkürler tesekkurler sağolun sagolun merhaba selam
"""
