import type { AccessId, Certainty, Fact, Field, Translated } from "@/features/kinds/schema";

type Pair = readonly [en: string, es: string];

const translated = ([en, es]: Pair): Translated<string> => ({ en, es });

const text = (id: string, words: Pair): Field => ({ id, type: "text", words: translated(words) });
const date = (id: string, words: Pair): Field => ({ id, type: "date", words: translated(words) });

/** Asked as a question in forms, said as a short statement on cards. */
function fact(id: string, words: Pair, says: { yes: Pair; no: Pair; unknown: Pair }): Field {
  return {
    id,
    type: "fact",
    words: translated(words),
    says: {
      yes: translated(says.yes),
      no: translated(says.no),
      unknown: translated(says.unknown),
    },
  };
}

export const idAsked = fact("id-asked", ["Is ID asked for?", "¿Piden identificación?"], {
  yes: ["ID asked for", "Piden identificación"],
  no: ["No ID needed", "Sin identificación"],
  unknown: ["Not known whether ID is needed", "No se sabe si piden identificación"],
});
export const referralNeeded = fact(
  "referral-needed",
  ["Is a referral needed?", "¿Hace falta una derivación?"],
  {
    yes: ["Referral needed", "Hace falta derivación"],
    no: ["No referral needed", "No hace falta derivación"],
    unknown: ["Not known whether a referral is needed", "No se sabe si hace falta derivación"],
  },
);
export const appointmentNeeded = fact(
  "appointment-needed",
  ["Is an appointment needed?", "¿Hace falta cita?"],
  {
    yes: ["Appointment needed", "Hace falta cita"],
    no: ["No appointment needed", "No hace falta cita"],
    unknown: ["Not known whether an appointment is needed", "No se sabe si hace falta cita"],
  },
);
export const membershipNeeded = fact(
  "membership-needed",
  ["Is a membership needed?", "¿Hay que asociarse?"],
  {
    yes: ["For members; ask how to join", "Hay que asociarse; pregunta cómo"],
    no: ["No membership needed", "No hace falta asociarse"],
    unknown: ["Not known whether a membership is needed", "No se sabe si hay que asociarse"],
  },
);
export const customersOnly = fact(
  "customers-only",
  ["Is it only for customers?", "¿Es solo para clientes?"],
  {
    yes: ["For customers only", "Solo para clientes"],
    no: ["For everyone, nothing to buy", "Para cualquiera, sin comprar nada"],
    unknown: ["Not known whether it is for customers only", "No se sabe si es solo para clientes"],
  },
);
export const freeOfCharge = fact("free-of-charge", ["Is it free?", "¿Es gratis?"], {
  yes: ["Free", "Gratis"],
  no: ["Costs something", "Cuesta algo"],
  unknown: ["Not known whether it is free", "No se sabe si es gratis"],
});
export const servesAreaOnly = fact(
  "serves-area-only",
  ["Is it only for people from a certain area?", "¿Es solo para gente de cierta zona?"],
  {
    yes: ["For people from a certain area", "Para gente de cierta zona"],
    no: ["For people from anywhere", "Para gente de cualquier lugar"],
    unknown: [
      "Not known whether it is for a certain area only",
      "No se sabe si es solo para cierta zona",
    ],
  },
);
export const wheelchair = fact(
  "wheelchair",
  ["Can a wheelchair get there?", "¿Se llega en silla de ruedas?"],
  {
    yes: ["Wheelchair accessible", "Accesible en silla de ruedas"],
    no: ["Not accessible by wheelchair", "No accesible en silla de ruedas"],
    unknown: [
      "Not known whether a wheelchair can get there",
      "No se sabe si se llega en silla de ruedas",
    ],
  },
);
export const halal = fact("halal", ["Is there halal food?", "¿Hay comida halal?"], {
  yes: ["Halal food", "Comida halal"],
  no: ["No halal food", "Sin comida halal"],
  unknown: ["Not known whether there is halal food", "No se sabe si hay comida halal"],
});
export const kosher = fact("kosher", ["Is there kosher food?", "¿Hay comida kosher?"], {
  yes: ["Kosher food", "Comida kosher"],
  no: ["No kosher food", "Sin comida kosher"],
  unknown: ["Not known whether there is kosher food", "No se sabe si hay comida kosher"],
});
export const vegetarian = fact(
  "vegetarian",
  ["Is there vegetarian food?", "¿Hay comida vegetariana?"],
  {
    yes: ["Vegetarian food", "Comida vegetariana"],
    no: ["No vegetarian food", "Sin comida vegetariana"],
    unknown: ["Not known whether there is vegetarian food", "No se sabe si hay comida vegetariana"],
  },
);
export const delivery = fact("delivery", ["Do they deliver?", "¿Llevan a domicilio?"], {
  yes: ["Delivers", "Llevan a domicilio"],
  no: ["No delivery", "No llevan a domicilio"],
  unknown: ["Not known whether they deliver", "No se sabe si llevan a domicilio"],
});
export const takeaway = fact(
  "takeaway",
  ["Can the meal be taken away?", "¿Se puede llevar la comida?"],
  {
    yes: ["Meals to take away", "Comida para llevar"],
    no: ["To eat there", "Para comer allí"],
    unknown: ["Not known whether meals can be taken away", "No se sabe si hay para llevar"],
  },
);
export const takesFood = fact(
  "takes-food",
  ["Can neighbours leave food there?", "¿Se puede dejar comida?"],
  {
    yes: ["You can leave food", "Puedes dejar comida"],
    no: ["Please leave no food", "No se puede dejar comida"],
    unknown: ["Not known whether you can leave food", "No se sabe si se puede dejar comida"],
  },
);
export const takesDonations = fact(
  "takes-donations",
  ["Can neighbours leave things there?", "¿Se pueden dejar cosas?"],
  {
    yes: ["You can leave things", "Puedes dejar cosas"],
    no: ["Please leave nothing", "No se pueden dejar cosas"],
    unknown: ["Not known whether you can leave things", "No se sabe si se pueden dejar cosas"],
  },
);
export const freezer = fact("freezer", ["Is there a freezer?", "¿Hay congelador?"], {
  yes: ["With a freezer", "Con congelador"],
  no: ["No freezer", "Sin congelador"],
  unknown: ["Not known whether there is a freezer", "No se sabe si hay congelador"],
});
export const pantryShelf = fact(
  "pantry-shelf",
  ["Is there a shelf for dry food?", "¿Hay un estante para comida seca?"],
  {
    yes: ["With a shelf for dry food", "Con estante para comida seca"],
    no: ["No shelf for dry food", "Sin estante para comida seca"],
    unknown: [
      "Not known whether there is a shelf for dry food",
      "No se sabe si hay estante para comida seca",
    ],
  },
);
export const childrensBooks = fact(
  "childrens-books",
  ["Are there books for children?", "¿Hay libros infantiles?"],
  {
    yes: ["Books for children", "Libros infantiles"],
    no: ["No books for children", "Sin libros infantiles"],
    unknown: [
      "Not known whether there are books for children",
      "No se sabe si hay libros infantiles",
    ],
  },
);
export const plotsFree = fact(
  "plots-free",
  ["Is there room for new gardeners?", "¿Hay lugar para más gente?"],
  {
    yes: ["Room for new gardeners", "Hay lugar para más gente"],
    no: ["Waiting list", "Lista de espera"],
    unknown: ["Not known whether there is room", "No se sabe si hay lugar"],
  },
);
export const harvestShared = fact(
  "harvest-shared",
  ["Is the harvest for everyone?", "¿La cosecha es para cualquiera?"],
  {
    yes: ["Harvest for everyone", "Cosecha para cualquiera"],
    no: ["Harvest for the gardeners", "Cosecha para quienes cultivan"],
    unknown: ["Not known who the harvest is for", "No se sabe para quién es la cosecha"],
  },
);
export const indoors = fact("indoors", ["Is it indoors?", "¿Está en un interior?"], {
  yes: ["Indoors", "En un interior"],
  no: ["Outdoors", "Al aire libre"],
  unknown: ["Not known whether it is indoors", "No se sabe si está en un interior"],
});
export const overnight = fact(
  "overnight",
  ["Can you stay the night?", "¿Se puede pasar la noche?"],
  {
    yes: ["You can stay the night", "Puedes pasar la noche"],
    no: ["In the daytime only", "Solo de día"],
    unknown: ["Not known whether you can stay the night", "No se sabe si se puede pasar la noche"],
  },
);
export const petsWelcome = fact("pets-welcome", ["Are pets welcome?", "¿Se admiten mascotas?"], {
  yes: ["Pets welcome", "Se admiten mascotas"],
  no: ["No pets", "Sin mascotas"],
  unknown: ["Not known whether pets are welcome", "No se sabe si se admiten mascotas"],
});
export const drinkingWater = fact(
  "drinking-water",
  ["Is there water to drink?", "¿Hay agua para beber?"],
  {
    yes: ["Water to drink", "Agua para beber"],
    no: ["No water to drink", "Sin agua para beber"],
    unknown: ["Not known whether there is water to drink", "No se sabe si hay agua para beber"],
  },
);
export const winter = fact("winter", ["Does it run in winter?", "¿Funciona en invierno?"], {
  yes: ["Runs all year", "Funciona todo el año"],
  no: ["Turned off in winter", "No funciona en invierno"],
  unknown: ["Not known whether it runs in winter", "No se sabe si funciona en invierno"],
});
export const showers = fact("showers", ["Are there showers?", "¿Hay duchas?"], {
  yes: ["With showers", "Con duchas"],
  no: ["No showers", "Sin duchas"],
  unknown: ["Not known whether there are showers", "No se sabe si hay duchas"],
});
export const changingTable = fact(
  "changing-table",
  ["Is there a changing table?", "¿Hay cambiador de bebés?"],
  {
    yes: ["With a changing table", "Con cambiador"],
    no: ["No changing table", "Sin cambiador"],
    unknown: ["Not known whether there is a changing table", "No se sabe si hay cambiador"],
  },
);
export const charging = fact(
  "charging",
  ["Can you charge a phone?", "¿Se puede cargar el teléfono?"],
  {
    yes: ["Sockets to charge a phone", "Enchufes para cargar el teléfono"],
    no: ["Nowhere to charge", "Sin enchufes"],
    unknown: [
      "Not known whether you can charge a phone",
      "No se sabe si se puede cargar el teléfono",
    ],
  },
);
export const wifi = fact("wifi", ["Is there free wifi?", "¿Hay wifi gratis?"], {
  yes: ["Free wifi", "Wifi gratis"],
  no: ["No wifi", "Sin wifi"],
  unknown: ["Not known whether there is wifi", "No se sabe si hay wifi"],
});

export const areaServed = text("area-served", ["Which area?", "¿Qué zona?"]);
export const whoFor = text("who-for", ["Who it is for", "Para quién es"]);
export const whatToBring = text("what-to-bring", ["What to bring", "Qué llevar"]);
export const languages: Field = {
  ...text("languages", ["Languages spoken", "Idiomas que se hablan"]),
  hint: {
    en: "Their names with commas between them: English, Spanish, Mandarin. Filters find these.",
    es: "Sus nombres separados por comas: español, inglés, mandarín. Los filtros los encuentran.",
  },
};
export const usuallyHas = text("usually-has", ["What is usually there", "Qué suele haber"]);
export const sizes = text("sizes", ["Which sizes", "Qué tallas"]);
export const bookLanguages = text("book-languages", [
  "Languages of the books",
  "Idiomas de los libros",
]);

export const startsOn = date("starts-on", ["First day", "Primer día"]);
export const endsOn = date("ends-on", ["Last day", "Último día"]);

const no = (fact: Field, words: Pair) => ({ fact, value: "no", words: translated(words) }) as const;

/** A thing on a corner where nobody stands: there is no one to ask. */
export const nobodyAsks: readonly Certainty[] = [
  no(idAsked, ["Nobody asks for ID here", "Aquí nadie pide identificación"]),
  no(referralNeeded, ["Nobody asks for a referral here", "Aquí nadie pide derivación"]),
];

/** The access filters of a list, each as the fact and the value that it asks for. */
export const accessFacts: Readonly<Record<AccessId, { fact: Field; value: Fact["value"] }>> = {
  "no-id": { fact: idAsked, value: "no" },
  "no-referral": { fact: referralNeeded, value: "no" },
  wheelchair: { fact: wheelchair, value: "yes" },
  delivery: { fact: delivery, value: "yes" },
  halal: { fact: halal, value: "yes" },
  kosher: { fact: kosher, value: "yes" },
  vegetarian: { fact: vegetarian, value: "yes" },
};
