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
