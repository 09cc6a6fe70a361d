import { describe, expect, it } from "vitest";
import { columnName, columnsLeftOut, sortRow } from "./rules";

describe("columns of any name", () => {
  it.each([
    ["Hours of Operation", "hours_of_operation"],
    ["hoursOfOperation", "hours_of_operation"],
    ["addr:city", "addr_city"],
    ["Dirección", "direccion"],
    ["POINT_Y", "point_y"],
  ])("%s is spelled %s", (header, name) => {
    expect(columnName(header)).toBe(name);
  });

  it("takes the likeliest column that has something in it", () => {
    const { cells } = sortRow({
      organization: "Grace Church",
      title: "",
      name: "N/A",
      agency: "County",
    });
    expect(cells.name).toEqual(["County", "Grace Church"]);
  });

  it("finds the parts of an address in nested objects", () => {
    const { cells } = sortRow({
      "physical_address.address_1": "451 Jersey St.",
      "physical_address.city": "SF",
    });
    expect(cells.street).toEqual(["451 Jersey St."]);
    expect(cells.city).toEqual(["SF"]);
  });

  it("joins one column per weekday", () => {
    const { weekdayHours } = sortRow({
      Monday: "9-5",
      tue_open: "10:00",
      tue_close: "12:00",
      Satellite: "no",
    });
    expect(weekdayHours).toBe("monday: 9-5\ntue: 10:00 - 12:00");
  });

  it("tells which columns are not used", () => {
    expect(columnsLeftOut(["name", "E-mail", "contact person", "Sunday", "amenity"])).toEqual([
      "E-mail",
      "contact person",
    ]);
  });
});
