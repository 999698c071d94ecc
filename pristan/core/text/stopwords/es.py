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

LIGHT = """
no nada nunca jamás nadie ninguno ninguna ningún ningunos ningunas tampoco ni ahora hoy mañana ayer pronto luego después antes
siempre todavía aún vez veces nuevamente enseguida ahorita temprano tarde entonces mientras durante anoche recién actualmente solo
solamente incluso además bastante realmente demasiado casi apenas quizá quizás acaso exactamente directamente simplemente
rápidamente rápido normalmente normal claro cierto cierta fuera afuera adentro dentro arriba abajo atrás detrás delante adelante
lejos cerca entre sobre bajo contra aunque sino pues igual igualmente obstante excepto salvo pese cuyo siquiera más menos mucho
mucha muchos muchas poco poca pocos pocas varios varias demás ambos ambas mayoría mitad mismo misma mismos mismas diferente
diferentes distinto distinta distintos distintas semejante tales tipo tipos cosa cosas modo manera maneras forma formas parte
partes caso casos motivo tema tiempo tiempos día días semana semanas mes meses año años minuto minutos momento momentos rato largo
larga corto corta grande grandes gran pequeño pequeña pequeños pequeñas bueno buena buenos buenas buen bien mejor mejores malo
mala malos malas peor peores nuevo nueva nuevos nuevas antiguo antigua correcto correcta posible posibles imposible importante
importantes necesario necesaria necesarios fácil fáciles difícil difíciles último última consigues conseguí obtengo obtiene
obtenido recibir recibe recibí recibido hiciera hecho hice hizo hicieron haga hagan haciendo tomo llevar llevo lleva llevan doy da
dan dado dio dieron den dando venir vengo viene vienen vino ven ido iba fui fueron vaya vayan yendo poner pongo pone ponen puso
dejar dejo deja dejan dejaron encuentro encuentra encuentran encontré encontrado mirar miro mira ver veo ve vi visto querer quería
quieres quise necesitaba necesitas tenido tuve tuvo deber debo podido pudo pude podía podrían pueda puedan intentar intento
intenta intenté intentado probar pruebo usar uso usa usan usado utilizar utilizo utiliza decir digo dice dicen dijo dijeron dicho
diga saber sabe sabes saben sabía supe sepa pensar pienso piensa creer creo cree significa significar suponer supongo pasar pasa
pasó pasado ocurre ocurrió suceder sucede parece parecer parecen pertenece empezar empiezo empieza empecé comenzar comienzo
comienza terminar termina preguntar pregunto pregunta preguntas pregunté mostrar muestra muestran entender entiendo entiende
comprender comprendo comprende seguir sigo sigue siguen suele haría hará haré sido estado siendo estuve habido habría habrá
gracias perdón perdone disculpe disculpa saludos gente persona personas
"""

WISHES = """
quiero quiere quieren quisiera kiero puedo puede pueden encontrar conseguir deseo desea
"""
