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

LIGHT = """
nicht nichts kein keine keinem keinen keiner keines nie niemals niemand niemanden nirgends weder noch
jetzt nun heute morgen gestern bald spaeter später wieder immer oft manchmal selten schon erst bereits gerade gleich sofort
lange lang kurz früher frueher vorher nachher danach davor zuerst zuletzt endlich dauernd ständig staendig
mehr weniger viel viele vielen vieler wenig wenige wenigen meist meiste meisten genug fast etwa ganz ganze ganzen ganzer ganzes
einmal zweimal mehrmals manche manchen mancher einige einigen einiger mehrere mehreren beide beiden
trotzdem obwohl deshalb deswegen darum daher sonst außerdem ausserdem jedoch sondern anstatt statt bevor nachdem während waehrend
bevor sobald solange falls mitten unter zwischen hinter neben gegen wegen bis seit
raus heraus rein herein hinein hinaus runter herunter los weg zurück zurueck weiter weiterhin vorbei zusammen hin her daran davon darauf darin daraus
gut gute guten guter gutes besser bessere besseren bester beste besten schlecht schlechte schlechten schlimm schlimmer schlimme
neu neue neuem neuen neuer neues alt alte alten alter altes groß gross große grosse großen grossen klein kleine kleinen kleiner kleines
wichtig möglich moeglich unmöglich nötig noetig notwendig einfach leicht schwer schwierig genau richtig falsch normal sicher bestimmt wirklich eigentlich überhaupt ueberhaupt vielleicht
gleiche gleichen selbe selben verschieden verschiedene solche solchen sowas irgendwie irgendwas irgendein irgendeine
ding dinge sache sachen teil teile weise art fall grund mal tag tage tagen woche wochen monat monate monaten jahr jahre jahren zeit stunde minuten
bekomme bekommen bekommt bekam kriege kriegen kriegt mache machen macht gemacht tun tut tue getan nehme nehmen nimmt genommen gebe geben gegeben gebt
komme kommen kommt kam gekommen gehe gehen geht gegangen ging bringe bringen bringt gebracht lasse lassen lässt laesst gelassen
finde finden findet gefunden sage sagen sagt gesagt sehe sehen sieht gesehen schaue schauen schaut
weiß weiss wissen wusste kenne kennen kennt denke denken denkt glaube glauben glaubt meine meinen meint heißt heisst
fange anfangen anfängt beginne beginnen beginnt bleibe bleiben bleibt passiert passieren setze setzen
frage fragen fragt gefragt verstehe verstehen versteht zeige zeigen zeigt nutze nutzen benutzen verwenden versuche versuchen versucht
leute person personen mensch menschen jemandem
"""

WISHES = """
will wollen wollte möchte moechte mochte möchten kann können koennen konnen gern gerne
"""
