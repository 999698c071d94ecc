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
