import { languageName } from "@/features/kinds/languages/rules";
import { commonLanguages, languageCodes } from "@/features/kinds/languages/schema";
import { type AccessId, accessIds } from "@/features/kinds/schema";
import { everydayWords } from "@/features/kinds/words/listed/rules";
import { stem, stems } from "@/features/kinds/words/stems/rules";
import { type PinFilter, weekdays } from "@/features/pins/schema";

/** What of a filter can be asked for in words. */
export type AskedFilter = Pick<PinFilter, "openAt" | "access" | "speaks" | "freshDays">;

export const noAskedFilter: AskedFilter = { openAt: null, access: [], speaks: [], freshDays: null };

const openNow = `
  open now, open right now, opened now, is open, are open, that is open, thats open, still open, now open, currently open
  open at the moment, open, opened, now, right now, right away, asap, at the moment, immediately, as soon as possible
  abierto, abierta, abiertos, abiertas, abierto ahora, abierta ahora, abiertos ahora, abiertas ahora
  que este abierto, que este abierta, abren ahora, abre ahora, esta abierto, estan abiertos, esta abierta
  ahora, ahora mismo, ahorita, ya mismo, en este momento, de inmediato, lo antes posible
`;

/**
 * Later today, perhaps: to ask what is open now would hide at noon what opens in the evening. The
 * cards say when each opens.
 */
const someTimeToday = `
  today, tonight, this evening, this afternoon, this morning, for tonight, for today
  open today, open tonight, open this evening, open this morning, open this afternoon
  abierto hoy, abierta hoy, abiertos hoy, abiertas hoy, abren hoy, abre hoy, que abra hoy, que abran hoy
  hoy, hoy mismo, esta noche, esta tarde, esta manana, para hoy, para esta noche
`;

const access: Readonly<Record<AccessId, string>> = {
  "no-id": `
    no id, no i d, no ids, doesn t ask for id, doesnt ask for id, don t ask for id, dont ask for id, not ask for id
    without asking for id, don t need id, dont need id, doesn t need id, don t ask for papers, dont ask for papers
    no ids asked, without id, without an id, without any id, without i d, no id needed, no id required
    no id asked, no id necessary, id not required, id not needed, no identification, without identification
    no identification needed, no identification required, dont have id, don t have id, dont have an id
    don t have an id, have no id, i have no id, do not have id, lost my id, no papers, without papers
    no documents, without documents, no documents needed, no documentation, without documentation
    no paperwork, without paperwork, undocumented, no questions asked, no proof, no proof needed
    no proof of address, no proof of income, no ssn, no social security number, without social security
    no license, no passport, no visa, without a visa
    sin id, sin identificacion, sin una identificacion, sin papeles, sin documentos, sin documentacion
    sin ine, sin dni, sin cedula, sin pasaporte, sin credencial, sin visa, sin comprobante, sin comprobantes
    no tengo id, no tengo identificacion, no tengo papeles, no tengo documentos, no tengo dni
    no piden id, no piden identificacion, no piden papeles, no piden documentos, que no pidan id
    que no pidan identificacion, que no pidan papeles, que no pidan documentos, que no pida papeles
    que no pida identificacion, sin pedir papeles, sin pedir documentos, sin pedir identificacion
    indocumentado, indocumentada, indocumentados, indocumentadas, sin preguntas, no se pide identificacion
  `,
  "no-referral": `
    no referral, without referral, without a referral, no referrals, no referral needed, no referral required
    referral not needed, referral not required, dont have a referral, don t have a referral, self referral
    no voucher needed, without a voucher, no caseworker, without a caseworker
    sin derivacion, sin remision, sin una derivacion, sin una remision, sin referencia, sin referido
    sin necesidad de derivacion, sin recomendacion, sin vale, sin trabajador social, sin trabajadora social
    que no pidan derivacion, no piden derivacion
  `,
  wheelchair: `
    wheelchair, wheelchairs, wheelchair accessible, wheelchair access, wheelchair friendly, in a wheelchair
    with a wheelchair, by wheelchair, for wheelchairs, wheelchair user, wheelchair users, accessible
    handicap accessible, handicapped accessible, handicap access, disabled access, disability access
    disability friendly, for disabled people, accessible entrance, ada accessible, step free, step free access
    no steps, no stairs, without stairs, without steps, ramp, with a ramp, mobility scooter
    silla de ruedas, sillas de ruedas, en silla de ruedas, con silla de ruedas, accesible
    accesible en silla de ruedas, accesible para silla de ruedas, acceso para silla de ruedas, accesibles
    acceso para discapacitados, para discapacitados, accesibilidad, sin escalones, sin escaleras, rampa
    con rampa, sin barreras, movilidad reducida
  `,
  delivery: `
    delivery, deliver, delivers, delivered, deliveries, home delivery, delivered to my home, delivered to me
    delivered home, to my door, brought to my home, brought to me, homebound, housebound
    i can t leave home, can t leave my house, can t go out, cant leave the house, cant leave home
    bring it to me, free delivery
    a domicilio, entrega a domicilio, entregas a domicilio, reparto a domicilio, servicio a domicilio
    domicilio, domicilios, envio a domicilio, a mi casa, hasta mi casa, en mi puerta, que me lo traigan
    que me la traigan, lleven a casa, llevan a casa, traigan a casa, entregado en casa
    no puedo salir, no puedo salir de casa
  `,
  halal: "halal, halaal, muslim friendly, jalal",
  kosher: "kosher, kasher, cosher",
  vegetarian: `
    vegetarian, vegetarians, veggie, meatless, no meat, without meat, meat free, vegan, vegans, plant based
    vegetariano, vegetariana, vegetarianos, vegetarianas, sin carne, vegano, vegana, veganos, veganas
  `,
};

const listed = (text: string) => everydayWords(text.trim().replace(/\n/g, ","));

type Phrases = readonly (readonly [phrase: string, asked: AskedFilter])[];
const asking = (phrases: readonly string[], asked: Partial<AskedFilter>): Phrases =>
  phrases.map((phrase) => [phrase.trim(), { ...noAskedFilter, ...asked }]);

const days = [
  ["monday", "mondays", "lunes"],
  ["tuesday", "tuesdays", "martes"],
  ["wednesday", "wednesdays", "miercoles"],
  ["thursday", "thursdays", "jueves"],
  ["friday", "fridays", "viernes"],
  ["saturday", "saturdays", "sabado", "sabados"],
  ["sunday", "sundays", "domingo", "domingos"],
] as const;

/** Hours that people name by their part of the day. */
const partsOfDay: readonly (readonly [minutes: number, english: string, spanish: string])[] = [
  [12 * 60, "", ""],
  [10 * 60, "morning", "por la manana"],
  [12 * 60, "noon", "al mediodia"],
  [15 * 60, "afternoon", "por la tarde"],
  [18 * 60, "evening", "por la noche"],
  [20 * 60, "night", "de noche"],
];

const beforeDay = {
  english: ["on", "open", "open on", "this", "next", "for", ""],
  spanish: ["el", "los", "este", "abierto el", "abierto los", "abren el", "abre el", "para el"],
};

/** A day's name that stands alone may be a person's or a town's: "Santo Domingo". */
const saysDay = (phrase: string) => !phrase.startsWith("domingo");

/** "on friday evening", "el viernes por la tarde". */
const weekTimes = (): Phrases =>
  weekdays.flatMap((weekday, place) =>
    (days[place] ?? []).flatMap((day) =>
      partsOfDay.flatMap(([minutes, english, spanish]) => {
        const phrases = [
          ...beforeDay.english.map((word) => `${word} ${day} ${english}`.trim()),
          ...beforeDay.spanish.map((word) => `${word} ${day} ${spanish}`.trim()),
        ];
        return asking(phrases.filter(saysDay), { openAt: { weekday, minutes } });
      }),
    ),
  );

const weekend = `
  on the weekend, this weekend, weekend, weekends, on weekends, at the weekend
  fin de semana, el fin de semana, este fin de semana, los fines de semana
`;

const lately = `
  recently checked, checked recently, checked lately, verified, recently verified, checked this month
  confirmed recently, revisado recientemente, revisados recientemente, comprobado hace poco, verificado
  verificados, actualizado, actualizados
`;

const beforeLanguage = {
  english: ["speaks", "speak", "speaking", "who speak", "who speaks", "that speak", "only speak"],
  spanish: ["habla", "hablan", "hable", "hablen", "que hablan", "que hablen", "se habla", "hablo"],
};
const behindLanguage = ["speaking", "speaker", "speakers", "spoken", "language"];

function spoken(code: string): Phrases {
  const [english, spanish] = [languageName(code, "en"), languageName(code, "es")];
  // "en chino" may be in the town of Chino.
  const isCommon = commonLanguages.includes(code) && code !== "zh";
  const phrases = [
    ...beforeLanguage.english.map((word) => `${word} ${english}`),
    ...behindLanguage.map((word) => `${english} ${word}`),
    ...beforeLanguage.spanish.map((word) => `${word} ${spanish}`),
    ...(isCommon ? [`in ${english}`, `en ${spanish}`] : []),
  ];
  return asking(phrases, { speaks: [code] });
}

let known: ReadonlyMap<string, AskedFilter> | undefined;

/** Made when it is first asked for: some thousand phrases. */
function filters(): ReadonlyMap<string, AskedFilter> {
  if (known) return known;
  const all = [
    ...asking(listed(openNow), { openAt: "now" }),
    ...asking(listed(someTimeToday), {}),
    ...accessIds.flatMap((id) => asking(listed(access[id]), { access: [id] })),
    ...weekTimes(),
    ...asking(listed(weekend), { openAt: { weekday: "sat", minutes: 12 * 60 } }),
    ...asking(listed(lately), { freshDays: 30 }),
    ...languageCodes.flatMap(spoken),
  ];
  known = new Map(all.map(([phrase, asked]) => [stems(phrase), asked]));
  return known;
}

/** What a filter's folded words ask for, or null. */
export const filterCalled = (words: readonly string[]): AskedFilter | null =>
  filters().get(words.map(stem).join(" ")) ?? null;

/** All of what several phrases ask for; of two times the first. */
export const allOf = (asked: readonly AskedFilter[]): AskedFilter => ({
  openAt: asked.find(({ openAt }) => openAt !== null)?.openAt ?? null,
  access: [...new Set(asked.flatMap(({ access: some }) => some))],
  speaks: [...new Set(asked.flatMap(({ speaks }) => speaks))],
  freshDays: asked.find(({ freshDays }) => freshDays !== null)?.freshDays ?? null,
});

export const asksForNothing = ({ openAt, access: some, speaks, freshDays }: AskedFilter): boolean =>
  openAt === null && some.length === 0 && speaks.length === 0 && freshDays === null;
