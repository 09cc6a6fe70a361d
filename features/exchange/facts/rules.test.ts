import { describe, expect, it } from "vitest";
import { factsOfRow, isFactColumn } from "./rules";

const saidIn = (values: Record<string, string>) => factsOfRow(values).facts;

describe("columns with a yes or a no", () => {
  it.each([
    [{ "ID required": "No" }, { "id-asked": "no" }],
    [{ photoIdRequired: "TRUE" }, { "id-asked": "yes" }],
    [{ no_id_required: "x" }, { "id-asked": "no" }],
    [{ "Referral Required": "N" }, { "referral-needed": "no" }],
    [{ wheelchair: "yes" }, { wheelchair: "yes" }],
    [{ wheelchair: "designated" }, { wheelchair: "yes" }],
    [{ wheelchair: "no" }, { wheelchair: "no" }],
    [{ "diet:halal": "only" }, { halal: "yes" }],
    [{ "diet:vegan": "only" }, { vegetarian: "yes" }],
    [{ delivery: "yes" }, { delivery: "yes" }],
    [{ fee: "no" }, { "free-of-charge": "yes" }],
    [{ access: "customers" }, { "customers-only": "yes" }],
    [{ reservation: "required" }, { "appointment-needed": "yes" }],
    [{ "services.home_delivery": "true" }, { delivery: "yes" }],
  ])("%j", (values, facts) => {
    expect(saidIn(values)).toEqual(facts);
  });

  it.each<Record<string, string>>([
    { wheelchair: "limited" },
    { wheelchair: "" },
    { "ID required": "sometimes" },
    { "ID required": "unknown" },
    { delivery: "call us" },
    { "diet:vegan": "no" },
    { access: "yes" },
    { "toilets:wheelchair": "yes" },
  ])("%j says nothing for certain", (values) => {
    expect(saidIn(values)).toEqual({});
  });

  it("are told from others", () => {
    const headers = ["ID Required", "diet:halal", "languages", "language:es", "steward"];
    expect(headers.map(isFactColumn)).toEqual([true, true, true, true, false]);
  });
});

/** Sentences of real lists, as they stand there. */
describe("sentences", () => {
  it.each([
    ['["Free Groceries", "Walk up", "No documents required"]', { "id-asked": "no" }],
    ["Everyone welcome. No I.D. required.", { "id-asked": "no" }],
    ["ID is not required", { "id-asked": "no" }],
    ["No se pide identificación.", { "id-asked": "no" }],
    ["Bring ID, no appointment necessary.", { "id-asked": "yes", "appointment-needed": "no" }],
    [
      "Walk-in, for residents of Scotia only, once/month, ID required for every family member.",
      { "id-asked": "yes" },
    ],
    ["When clients are referred ask them to bring proof of ID", { "id-asked": "yes" }],
    ["Walk-ins welcome at any time, client choice.", { "appointment-needed": "no" }],
    ["Guests can visit once a month. walk in. Pre-packed", { "appointment-needed": "no" }],
    ["Frequency: 2x per Month | By Appointment Only.", { "appointment-needed": "yes" }],
    ["Appointment only, please call to schedule.", { "appointment-needed": "yes" }],
    ["No referral needed", { "referral-needed": "no" }],
    ["By referral only.", { "referral-needed": "yes" }],
    [
      "Frequency: Weekly | Wheelchair accessible. For OTHER SERVICES: Rental",
      { wheelchair: "yes" },
    ],
    ["The site is not wheelchair accessible", { wheelchair: "no" }],
    ["Pantry offers delivery on Wednesdays.", { delivery: "yes" }],
    ["Kosher foods. Delivery available. Serves Albany", { kosher: "yes", delivery: "yes" }],
    [
      "Vegetarian and vegan options, as well as limited delivery, are available.",
      { vegetarian: "yes" },
    ],
  ])("%j", (text, facts) => {
    expect(saidIn({ notes: text })).toEqual(facts);
  });

  it.each([
    "May require verification of ID for adults, proof of minors, proof of residence",
    "No ID required for children",
    "No ID required for the first visit",
    "They need to have your client ID #",
    "ID may be required",
    "No documents required. Updated proof of address is required every 4 months",
    "Call to verify hours of operation and to see if an appointment is required",
    "Guests can visit every 14 days, will take walk-ins as time permits",
    "Visits are also available by appointment",
    "Pantry is also available by appointment only on Friday from 6:00 – 8:00 p.m.",
    "Clients may not drop-in to the site without a referral",
    "Program participants only, No referrals",
    "Eligibility: Wellness Referral",
    "Agency is accessible for people with difficulty walking or standing in line",
    "Home delivery is available on a very limited basis to community members who are severely ill",
    "Delivery available for homebound seniors",
    "Delivery available on a case-by-case basis",
    "Green Island residents only, no more delivery",
    "Pantry delivers to guests’ vehicles",
    "No vegetarian options",
    "Additional Languages: 375, 376",
    "Languages Clients Speak: English and Spanish",
  ])("%j says nothing for certain", (text) => {
    expect(factsOfRow({ notes: text })).toEqual({ facts: {}, languages: null });
  });

  it("that contradict each other, or a column, leave the fact unknown", () => {
    expect(saidIn({ services: "No documents required", notes: "Bring your ID" })).toEqual({});
    expect(saidIn({ wheelchair: "yes", notes: "Not wheelchair accessible" })).toEqual({});
  });
});

describe("languages", () => {
  it.each([
    [{ languages: '["Chinese (Cantonese, Mandarin)"]' }, "Chinese (Cantonese, Mandarin)"],
    [{ "locations.languages": '["English only"]' }, "English only"],
    [
      { Idiomas: "español, inglés; intérprete por teléfono" },
      "español, inglés; intérprete por teléfono",
    ],
    [{ "language:es": "yes", "language:fr": "no", "language:zh": "main" }, "Spanish"],
    [{ notes: "Staff speaks: English and Spanish. Call Here For You Hotline" }, "English, Spanish"],
    [{ notes: "Se habla español." }, "Spanish"],
    [{ notes: "Languages Agency can Provide: English and Spanish" }, "English, Spanish"],
  ])("of %j", (values, languages) => {
    expect(factsOfRow(values).languages).toBe(languages);
  });

  it.each<Record<string, string>>([
    { languages: '["None"]' },
    { languages: "374" },
    { language: "English" },
    { notes: "No se habla inglés." },
    { notes: "We speak English but not Spanish" },
    { notes: "Staff speaks English, nobody speaks Spanish" },
  ])("are not guessed from %j", (values) => {
    expect(factsOfRow(values).languages).toBeNull();
  });
});
