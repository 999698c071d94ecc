# SPDX-License-Identifier: EUPL-1.2
"""French function and question words."""

WORDS = """
a à ai aie aimerais ainsi alors apres après as au aussi aux avais avait avant avec avez avoir avons besoin bien bjr
bonjour bonsoir c ca ça ce ceci cela celle celles celui ces cet cette ceux cherche chercher chez chose ci cmt combien
comme comment d dans de depuis des dès devez devons dire dois doit doivent dont dsl du dun dune elle elles en encore
entre es eske est estce et etais étais etait était étant etre être eu eux faire fais fait faudrait faut font g ici il
ils j jai jaimerais jdois je jsuis jveux jvoudrais koi l la là le les leur leurs lui m ma madame mais me meme même
merci mes moi mon monsieur n ne ni nos notre nous on ont ou où par peu peut peuvent peux pkoi plus pour pourquoi
pourrais pourrait pourriez pouvez pouvoir pq pr prk qd qu quand que quel quelle quelles quelque quelques quelquun
quels qui quoi s sa se sera ses si slt soit sommes son sont souhaite souhaiterais sous stp suis sur svp t ta te tes
toi ton toujours tous tout toute toutes tres très tu un une v va vais vas veuillez veut veux voici vont vos votre
voudrais vouloir vous x y ya
"""

LIGHT = """
non pas rien jamais personne aucun aucune nul nulle nullement guère maintenant aujourdhui aujourd hui demain hier bientôt tard tôt
déjà souvent parfois quelquefois longtemps puis ensuite enfin autrefois actuellement récemment immédiatement vite rapidement
tantôt seulement juste vraiment assez trop presque plutôt beaucoup tellement environ exactement directement simplement normalement
surtout peutêtre certainement probablement évidemment dehors dedans dessus dessous haut bas arrière devant derrière loin près
ailleurs contre vers sauf hors cependant toutefois pourtant donc car sinon malgré parce puisque jusque jusqu jusquà lorsque
pendant tandis afin quoique autrement lieu moins plusieurs certains certaines certain certaine autre autres autant chaque chacun
chacune entier entière plupart moitié différent différente différents différentes pareil pareille mêmes tel telle tels telles
genre sorte sortes type types truc trucs choses façon façons manière moyen partie parties cas raison sujet temps fois jour jours
journée journées semaine semaines mois an ans année années minute minutes moment moments instant long longue longs court courte
grand grande grands grandes gros grosse petit petite petits petites bon bonne bonnes mieux meilleur meilleure meilleurs mauvais
mauvaise mauvaises pire nouveau nouvelle nouveaux nouvelles nouvel neuf neuve ancien ancienne anciens correct vrai vraie possible
possibles impossible important importante importants nécessaire nécessaires facile faciles difficile difficiles premier première
dernier dernière obtenir obtiens obtient obtenu recevoir reçois reçoit devenir devient devenu devenue prendre prends prend
prennent pris donner donne donnent donnez venir viens vient viennent venu venue allez aller allons allé allée ira irai mettre mets
met mettent mis laisser laisse laissent trouver trouve trouvent trouverai trouvez regarder regarde voir vois voit vu voulais voulu
veulent devait devrais devrait pouvais pouvait pu puisse puissent pourront essayer essaie essayé utiliser utilise utilisent dit
disent disait dites disant savoir sais sait savez savent savais su sache connaître connais connaît penser pense penses crois
croire croit signifie signifier faisait faisons faites ferai ferait fera fasse passer passé arriverait semble sembler paraît
appartient appartenir commencer commence commencent finir montrer montre montrez comprendre comprends comprend compris sois serais
serait seront soient étions étaient aura aurai aurait auront ayant étée sil plaît pardon désolé désolée excusez salut coucou
cordialement oui ok gens personnes
"""

WISHES = """
veux veut voudrais vouloir souhaite peux peut jveux cherche chercher
"""
