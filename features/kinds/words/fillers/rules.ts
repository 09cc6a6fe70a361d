import { foldWords } from "@/lib/text";

const listed = (text: string): readonly string[] => foldWords(text).split(" ");

/** Words that stand within a phrase and change nothing of it: "food for my dog" is food, dog. */
const within = new Set(
  listed(`
    a an the my our your his her their this that these for to of some any in on with from
    el la los las un una unos unas mi mis tu tus su sus nuestro nuestra de del al para por con en
  `),
);

export const isWithin = (word: string): boolean => within.has(word);

/** Words around a need that say nothing about it: "where can I get", "necesito". */
const fillers = new Set([
  ...within,
  ...listed(`
    able about again also am and any anybody anyone anything anywhere are as ask asking at be been being
    both but by can cannot cant could do does doesn dont don donation donations else even ever every
    everyday family families find finding folks free from get gets getting give gives giving go
    going good got guy guys had has have having hello help here hi how i id im if into is isn it its
    just kind kinds let like list local look looking lot lots m made make many maybe me more most much
    must near need needed needing needs nice no not now of off offer offers offering ok on one ones
    only open or other others out over people person persons pick place places please plus provide
    provides providing put re really right s see seek seeking send should show so someone something
    somewhere spot spots still stuff such t take takes taking tell thank thanks them then there they
    thing things too trying up us use ve very via want wanting wants was way we well were what whats
    when where wheres which while who whose will wish with without would yes you your
    adult adults child children kid kids man men woman women boy boys girl girls teen teens mum mom dad
    son daughter wife husband mother father friend friends neighbor neighbors neighbour neighbours
    homeless poor broke today tonight best borrow lend loan cheap nearest closest available emergency urgent urgently
    extra big small little fresh clean new used second hand size sizes program programs service services
    year years month months old age aged large medium inside senior seniors elderly student students
    veteran veterans immigrant immigrants refugee refugees
    assistance supply supplies
  `),
  ...listed(`
    ademas ahi alguien algo algun alguna algunas alguno algunos alla alli anda aqui ayuda ayudame
    ayudar buenas bueno buenos busca buscamos buscando buscar busco cada casa como conseguir consigo
    conmigo cosa cosas cual cuales cualquier cuando cuanto da dan dar dame das de del desde dia dias
    donacion donaciones donan donde e ella ellos encontrar encuentro entre es esa ese eso esta estan
    este esto estos estoy familia familias favor gente gracias gratis gratuita gratuitas gratuito
    gratuitos gustaria ha haber hace hacer han hay he hola la le les lo los lugar lugares manera mas me
    mi mis misma mismo mucha mucho muy necesita necesitamos necesitan necesitar necesite necesito ni
    no nos nosotros nuevo nueva o obtener ofrecen os otra otro pero persona personas podemos podria
    prestado prestar por porque poder puede pueden puedo pues que quien quiere quiero quisiera recibir recoger regalan
    regalen sale se sea ser si sido sin sino sitio sitios sobre solo son soy su sus tal tambien tan
    te tener tengo tenemos tiene tienen toda todo todos tomar tu tus u un una uno unos unas urge urgente
    usada usado usar va vamos van ver voy y ya yo zona
    ano anos mes meses edad mayores ancianos ancianas jovenes estudiante estudiantes dentro adentro
    inmigrantes refugiados
    adulto adultos hijo hija hijos hijas hombre hombres mujer mujeres nino nina ninos ninas
    mama papa madre padre amigo amiga barata barato pequeno pequena talla
    tallas
  `),
]);

/** Whether a folded word says nothing by itself; of one letter no word does. */
export const isFiller = (word: string): boolean => fillers.has(word) || /^[a-z]$/.test(word);
