# SPDX-License-Identifier: EUPL-1.2
"""Spanish function and question words."""

WORDS = """
a adonde ahí al algo alguien alguna algunas alguno algunos algún allí aquel aquí así buscando buscar busco cada como con conseguir
consigo consigue consiguen cual cuales cualquier cuando cuanta cuantas cuanto cuantos cuál cuáles cuándo cuánta cuántas cuánto
cuántos cómo dame dar de debe debemos deben debería del deme desde desea deseo donde dónde e el ella ellas ellos en encontrar era
eran es esa esas ese esos esta estaba estamos estar estas este esto estos estoy está están favor fue ha haber había hace hacen
hacer haces hago han has hasta hay haya he hemos hola i ir k ke kiero kisiera la las le les lo los me mi mis muy mí mía mías mío
necesita necesitamos necesitan necesitar necesito nesesito nos nosotros nuestra nuestro nuestros o obtener os otra otras otro
otros para pero podemos podría por porfa porfavor porque pq puede pueden puedes puedo q que quien quienes quiera quiere quieren
quiero quisiera quién quiénes qué se según ser será si somos son soy su sus sí tal también tan tanto te tenemos tener tengo tenía
ti tiene tienen tienes toca toda todas todo todos tu tus tú u un una unas unos usted ustedes va vamos van vas vosotros voy xq
y ya yo él
"""
