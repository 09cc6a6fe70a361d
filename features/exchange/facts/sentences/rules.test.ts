import { describe, expect, it } from "vitest";
import { factsOfRow } from "../rules";

const saidIn = (text: string) => factsOfRow({ notes: text }).facts;

describe("what is said not to be asked for", () => {
  it.each([
    "We don't ask for ID",
    "We don’t ask for ID.",
    "We dont ask for id",
    "We do not ask for any identification",
    "We never ask for ID",
    "we never, ever ask for an ID",
    "nobody asks for ID",
    "No one will ask for your ID",
    "Nobody will ask you for papers or ID",
    "No need to bring ID",
    "You don't have to bring ID",
    "You do not need to show ID to shop here",
    "You won't be asked for ID",
    "You will not be asked to show ID",
    "You will never be asked for identification",
    "You don't need an ID",
    "We do not require ID or proof of address",
    "We don't require proof of income, proof of address or ID",
    "ID isn't required",
    "Photo ID is not needed",
    "ID is never asked for",
    "No ID or proof of residence required",
    "No proof of income or ID needed",
    "No paperwork, address or ID required",
    "No ID needed. No proof of income needed.",
    "No ID, no problem",
    "No questions asked, no ID",
    "There is no need for ID",
    "Everyone is welcome with or without ID",
    "Hungry? Come in, no ID needed",
    "No cash, no ID required",
    "No hace falta identificación",
    "No necesitas traer identificación.",
    "Nadie te pide papeles",
    "Nunca pedimos identificación",
    "No te vamos a pedir identificación",
    "No te pedirán ningún documento",
    "No hay que mostrar identificación",
    "No se requiere comprobante de domicilio ni identificación",
    "Comida gratis sin pedir identificación",
    "Sin identificación",
  ])("no ID: %j", (text) => {
    expect(saidIn(text)).toEqual({ "id-asked": "no" });
  });

  it.each([
    "No referral needed",
    "You don't need a referral",
    "We do not require a referral",
    "Referrals are not required",
    "Referrals welcome but not required",
    "No need for a referral",
    "nobody needs a referral",
    "With or without a referral",
    "No hace falta derivación",
    "No se necesita carta de referencia",
    "sin derivación",
  ])("no referral: %j", (text) => {
    expect(saidIn(text)).toEqual({ "referral-needed": "no" });
  });

  it.each([
    "No appointment necessary",
    "You don't need an appointment",
    "Appointments are not needed",
    "No hace falta cita",
    "Sin cita previa",
    "Sin necesidad de pedir cita",
  ])("no appointment: %j", (text) => {
    expect(saidIn(text)).toEqual({ "appointment-needed": "no" });
  });

  it.each<[string, Record<string, string>]>([
    ["No ID or referral needed", { "id-asked": "no", "referral-needed": "no" }],
    ["Neither ID nor referral is required", { "id-asked": "no", "referral-needed": "no" }],
    [
      "We don't ask for an appointment, a referral or ID",
      { "id-asked": "no", "appointment-needed": "no" },
    ],
    [
      "You don't need an appointment, ID required",
      { "appointment-needed": "no", "id-asked": "yes" },
    ],
    ["No referral needed, bring ID", { "referral-needed": "no", "id-asked": "yes" }],
    ["No ID needed, by referral only", { "id-asked": "no", "referral-needed": "yes" }],
    ["Sin cita, se requiere identificación", { "appointment-needed": "no", "id-asked": "yes" }],
    ["No pedimos cita ni identificación", { "appointment-needed": "no", "id-asked": "no" }],
    ["The building isn't wheelchair accessible", { wheelchair: "no" }],
  ])("several at once: %j", (text, facts) => {
    expect(saidIn(text)).toEqual(facts);
  });
});

describe("what is said to be asked for", () => {
  it.each([
    "Must show ID",
    "Please bring a photo ID",
    "We ask for ID",
    "ID required, no exceptions",
    "No cash accepted, photo ID required",
    "You have to show ID",
    "Requires photo ID",
    "Se requiere identificación",
    "Hay que traer identificación",
    "Traer identificación",
    "Identificación requerida",
    "We do not serve people without ID",
    "You cannot be served without an ID",
  ])("ID: %j", (text) => {
    expect(saidIn(text)).toEqual({ "id-asked": "yes" });
  });

  it.each([
    "Referral required",
    "You must have a referral",
    "You cannot come without a referral",
    "Se requiere derivación",
    "Solo con carta de referencia",
  ])("a referral: %j", (text) => {
    expect(saidIn(text)).toEqual({ "referral-needed": "yes" });
  });
});

describe("what is not plain says nothing", () => {
  it.each([
    "Do you ask for ID? No.",
    "Do I need to bring ID?",
    "ID is not required to enter, but is required to receive food",
    "No ID required for veterans",
    "No ID needed for residents of Polk County",
    "No se pide identificación para veteranos",
    "No appointment needed on Tuesdays, appointment required Thursdays",
    "They ask for ID, but do not exclude anyone who has none",
    "We ask for ID but never turn anyone away",
    "Nobody is turned away without an ID",
    "It does not matter, come without an ID",
    "People who do not have ID must call first",
    "Those who cannot show ID may call",
    "If you have no ID, call us",
    "For those who have no ID, cards are provided",
    "ID is not required after the first visit",
    "You don't need to bring ID every time",
    "ID is not always required",
    "ID is optional",
    "No ID, no food",
    "No ID no service",
    "No referral, no food",
    "We don't only ask for ID",
    "Volunteers rarely ask for ID",
    "Not by referral only",
    "No self-referral required form",
    "No walk-ins accepted",
    "Walk-ins are never welcome",
    "Sin cita no se atiende",
    "Sin identificación, no se atiende",
    "No se atiende sin identificación",
    "No venga sin cita",
    "Personas sin identificación deben llamar",
    "A veces se pide identificación",
    "Si se requiere identificación, llame",
    "Vegetarian options, never halal",
    "Wheelchair accessible: no",
  ])("%j", (text) => {
    expect(saidIn(text)).toEqual({});
  });
});
