import { fold } from "@/lib/text";

/** What a column of somebody's list may hold for us. Whatever has no role is not imported. */
export type Role =
  | "id"
  | "name"
  | "lat"
  | "lng"
  | "point"
  | "street"
  | "houseNumber"
  | "unit"
  | "city"
  | "region"
  | "postcode"
  | "country"
  | "hours"
  | "days"
  | "phone"
  | "website"
  | "kind"
  | "description"
  | "seenAt"
  | "status"
  | "collection";

/** Names of columns, the likeliest first; folded, words joined with "_". */
const names: Readonly<Record<Role, string>> = {
  id: "id site_id location_id external_id entity_id pantry_id facility_id record_id row_id objectid object_id globalid uuid guid fid osm_id ref code key _id",
  name: "name title site_name site location_name place_name pantry_name program_name facility_name agency_name organization_name organisation_name agency organization organisation org provider partner facility label nombre titulo lugar sitio organizacion nombre_del_lugar",
  lat: "latitude lat y point_y geo_lat y_coord ycoord y_coordinate coord_y latitud lat_dd latitude_dd gps_latitude",
  lng: "longitude lng lon long x point_x geo_lng geo_lon x_coord xcoord x_coordinate coord_x longitud lon_dd longitude_dd gps_longitude",
  point:
    "coordinates coords coordinate geo geom geometry the_geom geolocation geocode geopoint geo_point geo_point_2d wkt latlng lat_lng lat_long latlong location point location_1 gps coordenadas ubicacion",
  street:
    "street_address address address_1 address1 address_line_1 addressline1 street physical_address site_address location_address full_address mailing_address addr_full addr addr_street direccion calle domicilio where location",
  houseNumber: "house_number housenumber street_number addr_housenumber numero",
  unit: "address_2 address2 address_line_2 addressline2 unit suite apt addr_unit",
  city: "city town municipality locality addr_city place borough ciudad municipio localidad",
  region: "state province region state_province addr_state st estado provincia departamento",
  postcode:
    "zip zip_code zipcode postal_code postcode postalcode postal addr_postcode codigo_postal cp",
  country: "country country_code addr_country pais",
  hours:
    "opening_hours hours hours_of_operation operating_hours open_hours business_hours service_hours distribution_hours distribution_time distribution_times hours_open hours_text schedule times time availability_hours horario horarios horas",
  days: "days day days_open open_days day_of_week days_of_operation distribution_day distribution_days dias dia",
  phone:
    "phone telephone phone_number tel phone1 phone_1 main_phone site_phone contact_phone_number telefono",
  website:
    "website url web site_url web_site web_address homepage link contact_website sitio_web pagina_web enlace",
  kind: "kind type category categories service_type site_type program_type resource_type location_type facility_type subcategory services service services_offered taxonomy tags collection_category tipo categoria servicios",
  description:
    "description notes note details comments comment more_information additional_information additional_info info about summary short_description eligibility requirements instructions descripcion notas detalles comentarios informacion requisitos",
  seenAt:
    "last_seen last_verified verified_at date_verified check_date last_checked survey_date last_updated updated updated_at date_updated last_modified modified modified_at actualizado ultima_actualizacion",
  status: "status site_status location_status operational_status estado_del_sitio",
  collection: "collection collection_name source dataset food_bank foodbank list layer folder",
};

const places = new Map<string, { role: Role; rank: number }[]>();
for (const role of keysOf(names)) {
  names[role].split(" ").forEach((name, rank) => {
    places.set(name, [...(places.get(name) ?? []), { role, rank }]);
  });
}

function keysOf<Key extends string>(of: Readonly<Record<Key, string>>): Key[] {
  const keys: Key[] = [];
  for (const key in of) keys.push(key);
  return keys;
}

/** "Hours of Operation", "hoursOfOperation", "addr:city" in one spelling. */
export const columnName = (header: string): string =>
  fold(header.replace(/([a-z\d])([A-Z])/g, "$1_$2"))
    .replace(/[^a-z\d]+/g, "_")
    .replace(/^_(?=.)|_$/g, "");

const weekday =
  /^(?:hours_|open_|opens_|horario_)?(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lunes|martes|miercoles|jueves|viernes|sabado|domingo)s?(?:_(hours|times?|open|opens|opening|from|start|close|closes|closing|to|end|horario))?$/;
const dayEnd = /^(?:close|closes|closing|to|end)$/;
const dayStart = /^(?:open|opens|opening|from|start)$/;

/** The column of one weekday: its name in English or Spanish, and which half of a range it holds. */
export type WeekdayColumn = { day: string; part: "whole" | "opens" | "closes" };

/** null for a column that is not one weekday's. */
export function weekdayColumn(name: string): WeekdayColumn | null {
  const match = weekday.exec(name);
  if (!match?.[1]) return null;
  const ending = match[2] ?? "";
  const part = dayEnd.test(ending) ? "closes" : dayStart.test(ending) ? "opens" : "whole";
  return { day: match[1], part };
}

export type ColumnPlace = {
  roles: readonly { role: Role; rank: number }[];
  weekday: WeekdayColumn | null;
};

const known = new Map<string, ColumnPlace>();
const mostKnown = 5_000;

/**
 * What a header may mean, with the likeliest meaning ranked 0. Of a nested field
 * ("physical_address.city") the whole path counts first, then its last part.
 */
export function placeOfColumn(header: string): ColumnPlace {
  const cached = known.get(header);
  if (cached) return cached;
  const whole = columnName(header);
  const last = columnName(header.slice(header.lastIndexOf(".") + 1));
  const roles = places.get(whole) ?? (last === whole ? [] : (places.get(last) ?? []));
  const found = { roles, weekday: weekdayColumn(last) };
  if (known.size < mostKnown) known.set(header, found);
  return found;
}

export type Cells = Readonly<Record<Role, readonly string[]>>;

export type SortedRow = {
  /** For each role the cells that may hold it, likeliest first, empty ones left out. */
  cells: Cells;
  /** "mon: 9-5" lines from one column per weekday; empty without such columns. */
  weekdayHours: string;
};

/** Cells that stand for nothing. */
const blank = /^(?:|-+|n\/?a|none|null|undefined|nan|unknown|tbd|\[\]|\{\})$/i;

/** Sorts the cells of a row by what their columns mean. */
export function sortRow(values: Readonly<Record<string, string>>): SortedRow {
  const ranked = new Map<Role, { rank: number; value: string }[]>();
  const byDay = new Map<string, { whole: string; opens: string; closes: string }>();
  for (const [header, value] of Object.entries(values)) {
    if (blank.test(value.trim())) continue;
    const { roles, weekday } = placeOfColumn(header);
    for (const { role, rank } of roles) {
      ranked.set(role, [...(ranked.get(role) ?? []), { rank, value }]);
    }
    if (weekday && roles.length === 0) {
      const day = byDay.get(weekday.day) ?? { whole: "", opens: "", closes: "" };
      byDay.set(weekday.day, { ...day, [weekday.part]: value.trim() });
    }
  }
  const of = (role: Role) =>
    (ranked.get(role) ?? []).sort((a, b) => a.rank - b.rank).map(({ value }) => value);
  const weekdayHours = [...byDay]
    .map(
      ([day, { whole, opens, closes }]) =>
        `${day}: ${whole || [opens, closes].filter(Boolean).join(" - ")}`,
    )
    .join("\n");
  return { cells: cellsFrom(of), weekdayHours };
}

const cellsFrom = (of: (role: Role) => readonly string[]): Cells => ({
  id: of("id"),
  name: of("name"),
  lat: of("lat"),
  lng: of("lng"),
  point: of("point"),
  street: of("street"),
  houseNumber: of("houseNumber"),
  unit: of("unit"),
  city: of("city"),
  region: of("region"),
  postcode: of("postcode"),
  country: of("country"),
  hours: of("hours"),
  days: of("days"),
  phone: of("phone"),
  website: of("website"),
  kind: of("kind"),
  description: of("description"),
  seenAt: of("seenAt"),
  status: of("status"),
  collection: of("collection"),
});

/** OpenStreetMap keys that are read for the kind of a thing, beside the columns with a role. */
export const osmKindKeys = ["amenity", "social_facility", "shop", "leisure", "man_made"];

/** The headers of a file that have no role and so are not imported. */
export const columnsLeftOut = (headers: Iterable<string>): string[] =>
  [...headers].filter((header) => {
    const { roles, weekday } = placeOfColumn(header);
    return header !== "" && roles.length === 0 && !weekday && !osmKindKeys.includes(header);
  });
