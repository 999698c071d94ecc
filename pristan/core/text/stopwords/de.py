# SPDX-License-Identifier: EUPL-1.2
"""German function and question words, with umlauts and as typed without them."""

WORDS = """
aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist bitte brauch brauche
brauchen braucht bräuchte brauchte da dabei dafür dafuer dafur damit dann darf darüber darueber das dass daß dazu
dein deine deinem deinen deiner dem den der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch
dürfen duerfen durfen ein eine einem einen einer eines er es etwas für fuer fur geht gibt gibts habe
haben hallo hat hätte haette hätten hast hab hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in ins irgendwo
ist ja jede jeder jedes jemand jemanden kann kannst können koennen konnen könnte koennte könnten könnt mal man mein meine meinem meinen
meiner meines mich mir mit möchte moechte mochte möchten muss muß müssen muessen mussen müsste nach nur ob oder schon sehr sei
sein seine seinem seinen seiner seit sich sie sind so sollte soll sollen sollten suche such suchen über ueber um und uns unser unsere
unserem unseren unserer vom von vor wann war wäre waere waren warum was weil welche welchem welchen welcher welches wem wen wenn wer
werde werden wie will wir wird wo wohin woher wollen wollte wozu würde wuerde würden zu zum zur gern gerne
danke dank
"""
