import { describe, expect, it } from "vitest";
import { readHours } from "./rules";

const understood = (hours: string, notes = "", days = "") =>
  readHours({ hours, days, notes })?.openingHours ?? null;

describe("hours elsewhere", () => {
  it("finds them in labelled notes and keeps those words", () => {
    const notes =
      "Distribution Day: Wednesday | Distribution Time: 12:00 pm - 1:00 pm | Enrollment Time: 1:00 pm";
    expect(readHours({ hours: "12:00 pm - 1:00 pm", days: "", notes })).toEqual({
      text: "Distribution Day: Wednesday | Distribution Time: 12:00 pm - 1:00 pm",
      openingHours: "We 12:00-13:00",
    });
  });

  it("finds them in the one sentence of a description that tells them", () => {
    const notes =
      "Distribution is on the 1st Tuesday of each month from 4:00 – 5:30 p.m. The full schedule is on the site.";
    expect(readHours({ hours: "", days: "", notes })?.openingHours).toBe("Tu[1] 16:00-17:30");
  });

  it("does not take delivery times or two different sentences for opening hours", () => {
    expect(readHours({ hours: "", days: "", notes: "Delivery is Monday 9am-11am." })).toBeNull();
    const two = "Open Monday 9am-11am. Closed in August.";
    expect(readHours({ hours: "", days: "", notes: two })).toBeNull();
  });

  it("reads days and times from two columns", () => {
    expect(understood("9am-12pm", "", "Mon, Wed")).toBe("Mo,We 09:00-12:00");
  });

  it.each([
    "Pantry is also open every 3rd Saturday.",
    "The pantry is closed in July.",
    "By appointment only.",
    "An appointment is required.",
    "Temporarily at another place.",
  ])("believes no hours when the notes say: %s", (notes) => {
    expect(understood("Monday 9am-5pm", notes)).toBeNull();
  });

  it("believes the hours when the notes merely advise to call", () => {
    const notes = "Call to verify hours and to see if an appointment is required";
    expect(understood("Monday 9am-5pm", notes)).toBe("Mo 09:00-17:00");
  });
});

it("hours that are not understood are kept as they were said", () => {
  const text = "Mon-Fri 9-5 by appointment";
  expect(readHours({ hours: text, days: "", notes: "" })).toEqual({ text, openingHours: null });
});
