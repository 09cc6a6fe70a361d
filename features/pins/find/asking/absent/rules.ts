import { everydayWords } from "@/features/kinds/words/listed/rules";
import { stem, stems } from "@/features/kinds/words/stems/rules";

/** What people look for and no kind of place on the map answers. */
export const absentIds = ["refuge", "health", "money", "other"] as const;
export type AbsentId = (typeof absentIds)[number];

const listed = (text: string) => everydayWords(text.trim().replace(/\n/g, ","));

const phrases: Readonly<Record<AbsentId, string>> = {
  // A place for people who flee must not be found by whoever they flee from: never on this map.
  refuge: `
    shelter, shelters, homeless shelter, homeless shelters, emergency shelter, womens shelter, women s shelter
    family shelter, night shelter, domestic violence, domestic violence shelter, domestic abuse, safe house
    safe place, somewhere safe, safe place to stay, refuge, battered women, abused, abuse, sexual assault
    running away, runaway, bed, beds, bed for the night, a bed tonight, place to sleep, somewhere to sleep
    where to sleep, where can i sleep, sleep, sleeping, place to stay, somewhere to stay, stay the night
    hostel, motel, motel voucher, hotel, room for the night, i am homeless, tiny home
    albergue, albergues, refugio, refugios, casa de acogida, centro de acogida, violencia domestica
    violencia de genero, violencia, maltrato, casa segura, lugar seguro, un lugar seguro, cama, camas
    donde dormir, lugar para dormir, un lugar para dormir, dormir, donde quedarme, lugar donde quedarme
    donde pasar la noche, pasar la noche, hostal, sin techo, sin hogar, no tengo donde dormir
  `,
  health: `
    medicine, medicines, medication, meds, prescription, prescriptions, pharmacy, insulin, inhaler, pills, doctor
    doctors, nurse, clinic, clinics, free clinic, health clinic, health center, hospital, urgent care
    emergency room, dentist, dentists, dental, dental care, teeth, glasses, eyeglasses, eye exam, eye doctor
    hearing aid, narcan, naloxone, needle exchange, syringes, needles, harm reduction, rehab, detox, addiction
    drug test, test strips, condoms, birth control, plan b, pregnancy test, std test, hiv test, covid test
    vaccine, vaccines, vaccination, flu shot, mental health, therapy, therapist, counseling, counselling
    counselor, crisis, crisis line, suicide, suicidal, depressed, depression, aa meeting, alcoholics anonymous
    health insurance, health care, healthcare, health, medical, medical help, medical care, sick, i am sick, medicaid, first aid
    medicina, medicinas, medicamento, medicamentos, receta, recetas, farmacia, insulina, inhalador, pastillas
    doctora, medico, medica, medicos, enfermera, clinica, clinicas, clinica gratis, centro de salud, hospitales
    urgencias, dentista, dentistas, dientes, lentes, anteojos, gafas, audifonos, naloxona, jeringas
    rehabilitacion, adiccion, condones, anticonceptivos, preservativos, prueba de embarazo, prueba de vih
    vacuna, vacunas, salud mental, terapia, terapeuta, psicologo, psicologa, consejeria, crisis emocional
    suicidio, depresion, seguro medico, salud, atencion medica, enfermo, enferma, primeros auxilios
  `,
  money: `
    food stamps, food stamp, snap, snap benefits, ebt, ebt card, wic, wic office, calfresh, benefits, welfare, tanf
    cash, money, cash assistance, financial help, financial assistance, loan money, gift card, gift cards
    rent, rent help, rent assistance, help with rent, pay rent, pay my rent, eviction, utility bill, utilities
    utility assistance, electric bill, electricity bill, gas bill, water bill, light bill, phone bill, bills
    help with bills, housing, apartment, apartments, section 8, affordable housing, room to rent, taxes
    tax help, social security office, unemployment, disability benefits
    estampillas de comida, estampillas, cupones de alimentos, cupones de comida, cupones, subsidio, subsidios
    ayuda economica, ayuda financiera, dinero, efectivo, renta, alquiler, arriendo, pagar la renta
    pagar el alquiler, ayuda con la renta, ayuda con el alquiler, desalojo, desahucio, recibo de luz
    recibo de la luz, factura de la luz, pagar la luz, recibo del agua, facturas, vivienda, apartamento
    departamento, piso de alquiler, impuestos, paro, desempleo
  `,
  other: `
    job, jobs, work, employment, hiring, job search, resume help, day labor, ride, rides, a ride, ride to
    transport, transportation, bus pass, bus passes, bus ticket, gas card, gas money, gasoline, car repair, taxi
    childcare, child care, daycare, day care, babysitter, babysitting, preschool, after school, tutor, tutoring
    homework help, school, english class, english classes, esl, esl classes, ged, classes, training, lawyer
    lawyers, legal aid, legal help, immigration lawyer, immigration, asylum, notary, translator, interpreter
    moving help, help moving, storage, haircut, haircuts, barber, funeral, companionship, someone to talk to
    volunteer, volunteering, mailing address, mail, mailbox, parking, safe parking, gym, cell phone, free cell phone
    phone plan, car, laptop, clothes dryer
    trabajo, trabajos, empleo, empleos, transporte, aventon, un aventon, viaje, llevarme, boleto de autobus
    pasaje, pasajes, gasolina, taller mecanico, guarderia, guarderias, cuidado de ninos, ninera, tutoria, tarea
    escuela, clases de ingles, clases, capacitacion, abogado, abogada, abogados, ayuda legal, asistencia legal
    inmigracion, migracion, asilo, notario, traductor, interprete, mudanza, corte de pelo, peluqueria, funeraria
    compania, alguien con quien hablar, voluntario, voluntariado, correo postal, estacionamiento, telefono gratis
  `,
};

const known: ReadonlyMap<string, AbsentId> = new Map(
  absentIds.flatMap((id) => listed(phrases[id]).map((phrase) => [stems(phrase), id] as const)),
);

/** What folded words ask for that no kind of place on the map answers, or null. */
export const absentCalled = (words: readonly string[]): AbsentId | null =>
  known.get(words.map(stem).join(" ")) ?? null;
