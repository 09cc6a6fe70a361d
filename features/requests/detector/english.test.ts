import { expect, it } from "vitest";
import { filled, thrown } from "@/lib/testing/filled";
import { findPersonal } from "./rules";

const streets = [
  "12 Elm Street",
  "1420 W 63rd St",
  "7 Station Road",
  "221b Baker Street",
  "48 Martin Luther King Drive",
  "305 N Oak Ave",
  "9 Rose Court, flat 3",
  "5500 Lakeshore Blvd",
  "16 mill lane",
  "84 church street",
  "2 St Mary's Terrace",
  "17 Hawthorn Close",
  "610 5th Avenue",
  "33 Acacia Gardens",
  "1 The Row Cottage, house number 1",
  "apt 4B",
  "apartment 12",
  "flat 7",
  "SW1A 1AA",
  "M1 4BT",
  "K1A 0B1",
  "60614-1234",
  "Cedar Road, number 15",
];
const phones = [
  "312-555-0142",
  "(312) 555-0142",
  "312.555.0142",
  "+1 312 555 0142",
  "+44 7700 900123",
  "07700 900123",
  "020 7946 0958",
  "3125550142",
  "555-0142",
  "01632 960001",
  "1-800-555-0199",
  "three one two five five five zero one four two",
];
const mails = [
  "rosa@example.org",
  "r.smith+help@mail.example.com",
  "rosa at gmail dot com",
  "rosa (at) example (dot) org",
  "ROSA_77@EXAMPLE.NET",
];
const points = [
  "41.8819, -87.6278",
  "41.88190 -87.62780",
  "51.5034° N, 0.1276° W",
  `41°52'55"N`,
  "lat 41.88 lng -87.63",
  "geo:41.88,-87.63",
  "https://maps.app.goo.gl/abc123",
  "86HJV9JH+2C",
  "V9JH+2C Chicago",
  "///filled.count.soap",
  "filled.count.soap",
  "what3words filled count soap",
];

const personal = [
  ...filled(
    [
      "It is {0}, near the school",
      "Please bring it to {0} after six.",
      "I live at {0}, ring twice",
      "We are near the park ({0}).",
      "drop off at {0} thanks",
    ],
    streets,
  ),
  ...filled(
    [
      "Call me on {0} any time",
      "text {0}, no calls",
      "My number is {0}.",
      "Nappies size 5, reach me: {0}",
    ],
    phones,
  ),
  ...filled(["Write to {0}", "my mail: {0}, thank you", "({0})"], mails),
  ...filled(["I am at {0}", "Where: {0}", "Come to {0} on Friday"], points),
];

const things = [
  "nappies",
  "winter coats",
  "tins of beans",
  "boxes of cereal",
  "school shoes",
  "jars of baby food",
  "bags of rice",
  "light bulbs",
  "folding chairs",
  "library books",
];
const sizes = [
  "5",
  "10-12",
  "38",
  "XL",
  "4T",
  "36 38 40 42",
  "6 to 9 months",
  "UK 7",
  "90 x 200 cm",
  "L4",
];
const times = [
  "9:30",
  "10 am",
  "17:00-19:00",
  "half past 4",
  "12.30 to 14.00",
  "8 pm",
  "2026-12-31",
  "12/24/2026",
  "3 May",
  "24.12.2026",
];
const numbers = ["2", "3", "12", "40", "100", "250", "1,000", "1 000 000", "6", "15"];
const prices = [
  "$5",
  "£12.50",
  "€100",
  "10 dollars",
  "under $1,200",
  "free",
  "$3.999",
  "99p",
  "1.50",
  "20%",
];
const buses = [
  "bus 12",
  "the 66 bus",
  "line 4",
  "the 22 Clark Street bus",
  "route 9",
  "the Red Line",
  "exit 14",
  "I-90",
  "bus 8 to Main Street",
  "train 1204",
];
const places = [
  "Main Street",
  "the library on Oak Avenue",
  "St Mary's church",
  "Lincoln Park",
  "the corner of Elm and 5th",
  "Station Road",
  "Memorial Drive",
  "the community fridge",
  "town hall",
  "platform 2",
];

const harmless = thrown(
  [
    "I need {2} {0}, size {1}.",
    "{2} packs of {0}, or {2} boxes if you have them, by {3}",
    "We can hand them over at {6} around {3}.",
    "Take {5} to {6}; it is a 10 minute walk",
    "A ride from {6} on Thursday at {3}, for 2 adults and 1 child",
    "I could pay {4} for {0}, {2} would do",
    "My kids are 3, 5 and 8 years old and wear size {1}",
    "Every week from {3}, for {2} weeks, near {6}",
    "Moving {2} boxes of {0} two blocks from {6}, 3rd floor, no lift",
    "{0} in size {1}, {2} of them; {4}",
    "Anyone on {5}? I get off near {6} at {3}",
    "Tutoring for grade {2}, pages 12-48, {3}",
    "The lamp takes 60 W bulbs, 220-240 V, {2} of them, {4}",
    "It is {2} miles from {6}, about a 15 minute drive; {5} goes there",
    "One bag with {2} {0} and 500 g of rice, best before {3}",
    "Dog sitting for {2} days, 2 walks a day, until {3}",
    "I offer {0}: sizes {1}, ages 2026-2027 school year",
    "A 2 way street, a 3 bed place, {2} stairs, {0} welcome",
    "Wi-Fi help for {2} hours; version 2.14.1, windows 11, {3}",
    "Piano lessons, 45 minutes, {4} an hour, {2} times, 24/7 flexible",
    "Looking for {0} in the 60614 area, {2} would be plenty",
    "Between {3} and dark, at {6}. Thanks, {2} of us",
    "1 2 3 4 5 6 7 8 9 blocks puzzle, {2} pieces, ages 3-6, {4}",
    "Bring a 12 ft ladder, 3/4 inch screws and {2} {0} to {6}",
    "Sugar: 1 cup. Flour: 2.5 cups. Butter: 113 g. {2} eggs. {3}",
    "The 2nd and 4th Saturday, {3}, take exit 7 at {6}",
  ],
  [things, sizes, numbers, times, prices, buses, places],
  30,
);

const missed = personal.filter((text) => findPersonal(text).length === 0);
const wrong = harmless.flatMap((text) =>
  findPersonal(text).map((found) => `${found.type} "${found.text}" in: ${text}`),
);

it("nine of ten ways to say where or how in English are asked about", () => {
  expect(personal.length).toBeGreaterThanOrEqual(200);
  expect(missed.length / personal.length, missed.join("\n")).toBeLessThanOrEqual(0.1);
});

it("one of twenty harmless English sentences is asked about at most", () => {
  expect(harmless.length).toBeGreaterThanOrEqual(500);
  expect(wrong.length / harmless.length, wrong.join("\n")).toBeLessThanOrEqual(0.05);
});

it.each([
  ["Ring 312-555-0142", "phone", "312-555-0142"],
  ["rosa@example.org!", "email", "rosa@example.org"],
  ["at 12 Foo Street.", "house-number", "12 Foo Street."],
  ["41.8819, -87.6278", "coordinates", "41.8819, -87.6278"],
  ["86HJV9JH+2C", "plus-code", "86HJV9JH+2C"],
  ["///filled.count.soap", "what3words", "///filled.count.soap"],
])("%s is named for what it is", (text, type, piece) => {
  expect(findPersonal(text)).toContainEqual({ type, text: piece });
});
