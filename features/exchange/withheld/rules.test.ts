import { describe, expect, it } from "vitest";
import { saysItIsOver, speaksOfRefuge } from "./rules";

describe("shelter from violence", () => {
  it.each([
    "Hope Domestic Violence Shelter",
    "Emergency housing for battered women",
    "A safe house for families",
    "Women's Refuge of the Bay",
    "Serves survivors of domestic violence. Food on Mondays.",
    "Location is confidential, call the hotline",
    "Address: confidential address",
    "Casa de acogida para mujeres",
    "Apoyo a víctimas de violencia de género",
    "Refugio para mujeres maltratadas",
    "La ubicación es confidencial",
    "DOMESTIC\u00A0VIOLENCE services",
  ])("is seen in: %s", (text) => {
    expect(speaksOfRefuge({ notes: text })).toBe(true);
  });

  it("is seen in any column and in OpenStreetMap's tag", () => {
    expect(speaksOfRefuge({ name: "Anna's House", eligibility: "domestic abuse" })).toBe(true);
    expect(speaksOfRefuge({ "social_facility:for": "woman;abused" })).toBe(true);
  });

  it.each(["St. Mary's Food Pantry", "Shelter Rock Church", "House of Hope", "Casa de Barro"])(
    "is not seen in: %s",
    (name) => {
      expect(speaksOfRefuge({ name })).toBe(false);
    },
  );
});

describe("a place that is no more", () => {
  it.each(["** RETIRED ** no LFL #", "Permanently closed", "n/a Inactive as of 2018", "closed"])(
    "says so: %s",
    (text) => {
      expect(saysItIsOver([text])).toBe(true);
    },
  );

  it.each(["Closed on Mondays", "Temporarily closed", "A home for retired people"])(
    "does not say so: %s",
    (text) => {
      expect(saysItIsOver([text])).toBe(false);
    },
  );
});
