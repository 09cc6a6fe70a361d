import { open, person, secret, type Table, technical } from "../schema";

/** What is on the map is everybody's; who added it is public too, by handle. */
export const mapTables = {
  pin: {
    topic: "map",
    ties: [{ column: "member_id", to: "member" }],
    entries: [
      technical(
        "number",
        "with-row",
        "id",
        "version",
        "folded",
        "cell_x",
        "cell_y",
        "content_hash",
      ),
      open("pin", "ever", "code", "kind", "name", "lng", "lat", "location", "is_approximate"),
      open("pin", "ever", "time_zone", "street", "city", "region", "postcode", "country"),
      open("pin", "ever", "hours_text", "opening_hours", "open_times", "hours_known_until"),
      open("pin", "ever", "description", "phone", "website", "details", "facts", "exceptions"),
      open("pin", "ever", "status", "paused_until", "visibility", "is_sample", "created_at"),
      open("check", "ever", "checked_at", "checked_by_count", "doubt", "doubted_at"),
      open("check", "ever", "observed_at", "fresh_until", "ageing_until", "dormant_at"),
      open("source", "ever", "source_id", "external_id"),
      open("pin", "ever", "updated_at"),
      person("pin-author", "ever", "member_id"),
    ],
  },
  pin_revision: {
    topic: "map",
    ties: [{ column: "member_id", to: "member" }],
    entries: [
      technical("number", "with-row", "id", "pin_id", "version"),
      open("history", "ever", "action", "snapshot", "created_at"),
      person("history-author", "ever", "member_id"),
    ],
  },
  verification: {
    topic: "map",
    ties: [{ column: "member_id", to: "member" }],
    entries: [
      technical("number", "with-row", "id", "pin_id"),
      open("check", "ever", "answer", "change", "is_on_site", "weight", "created_at"),
      person("check-author", "check", "member_id", "note"),
    ],
  },
  pin_count: {
    topic: "map",
    entries: [
      open("counts", "ever", "level", "x", "y", "kind", "total", "stored", "sum_lng", "sum_lat"),
      open("counts", "ever", "open", "seen", "no_id", "no_referral", "wheelchair"),
    ],
  },
  pin_count_delta: {
    topic: "map",
    entries: [
      technical("counts", "day", "id", "x", "y", "kind", "total", "sum_lng", "sum_lat"),
      technical("counts", "day", "open", "seen", "no_id", "no_referral", "wheelchair"),
    ],
  },
  source: {
    topic: "map",
    entries: [open("source", "ever", "id", "name", "licence", "imported_at")],
  },
} as const satisfies Record<string, Table>;

/** Towns, postcodes, streets: open data from elsewhere. */
export const gazetteerTables = {
  gazetteer_place: {
    topic: "map",
    entries: [
      open("gazetteer", "ever", "id", "kind", "name", "folded", "region", "country"),
      open("gazetteer", "ever", "population", "lng", "lat", "location"),
    ],
  },
  street_region: {
    topic: "map",
    entries: [open("streets", "ever", "id", "name", "loaded_at", "street_count", "address_count")],
  },
  street: {
    topic: "map",
    entries: [
      open("streets", "ever", "region_id", "id", "name", "folded", "town", "region", "country"),
      open("streets", "ever", "lng", "lat", "location", "numbers", "lngs", "lats"),
    ],
  },
} as const satisfies Record<string, Table>;

export const machineTables = {
  idempotency_key: {
    topic: "machine",
    ties: [{ column: "scope", to: "member" }],
    entries: [
      person("repeats", "day", "key", "scope", "action", "input_hash", "answer", "created_at"),
    ],
  },
  rate_limit: {
    topic: "machine",
    ties: [
      { column: "key", to: "member", isPart: true },
      { column: "key", to: "address", isPart: true },
    ],
    entries: [person("limits", "two-days", "key", "tokens", "updated_at")],
  },
  setting: {
    topic: "machine",
    entries: [secret("settings", "ever", "key", "value", "updated_at")],
  },
} as const satisfies Record<string, Table>;
