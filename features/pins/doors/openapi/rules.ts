import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiPathItemObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { pinIdSchema } from "@/features/pins/schema";
import {
  featureCollectionSchema,
  featureSchema,
  kindsAnswerSchema,
  placesAnswerSchema,
  problemSchema,
} from "../answers/schema";
import {
  listParametersSchema,
  noParametersSchema,
  placeParametersSchema,
  tileParametersSchema,
} from "../schema";
import { suggestionParametersSchema, suggestionsAnswerSchema } from "../suggestions/schema";

const wrong = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemSchema } },
});

const answers = (
  description: string,
  type: string,
  schema: z.ZodType,
  more: ZodOpenApiResponsesObject = {},
): ZodOpenApiResponsesObject => ({
  "200": { description, content: { [type]: { schema } } },
  "304": { description: "As you know it (If-None-Match)." },
  "400": wrong("A parameter is wrong, unknown or given twice; `parameter` names it."),
  ...more,
});

const whole = z.string().regex(/^\d+$/);
const unknownPin = wrong("There is no such pin.");

const paths: Record<string, ZodOpenApiPathItemObject> = {
  "/api/v1/pins": {
    get: {
      summary: "Pins, the nearest first with near",
      requestParams: { query: listParametersSchema },
      responses: answers("A page of pins", "application/geo+json", featureCollectionSchema),
    },
  },
  "/api/v1/pins/{id}": {
    get: {
      summary: "One pin",
      requestParams: { path: z.object({ id: pinIdSchema }), query: noParametersSchema },
      responses: answers("The pin", "application/geo+json", featureSchema, {
        "404": unknownPin,
        "410": wrong("The pin was removed."),
      }),
    },
  },
  "/api/v1/kinds": {
    get: {
      summary: "What can be on the map",
      requestParams: { query: noParametersSchema },
      responses: answers("The catalogue of kinds", "application/json", kindsAnswerSchema),
    },
  },
  "/api/v1/places": {
    get: {
      summary: "Towns and postcodes by name",
      requestParams: { query: placeParametersSchema },
      responses: answers(
        "Up to ten places, the likeliest first",
        "application/json",
        placesAnswerSchema,
      ),
    },
  },
  "/api/v1/suggestions": {
    get: {
      summary: "What somebody may mean while they type",
      description:
        "Kinds, places, streets and house numbers as far as the host has loaded them, and pins by their name. What is typed is not kept.",
      requestParams: { query: suggestionParametersSchema },
      responses: answers("The likeliest first", "application/json", suggestionsAnswerSchema),
    },
  },
  "/tiles/pins/{z}/{x}/{y}": {
    get: {
      summary: "Pins as a Mapbox vector tile",
      description:
        "Layer pins: id, kind, freshness, open (1 or 0; absent where not known). Layer clusters: count, kinds (the commonest first, with commas between them), ignores (the filters that this count leaves out, with commas between them; absent where it leaves out none).",
      requestParams: {
        path: z.object({ z: whole, x: whole, y: whole }),
        query: tileParametersSchema,
      },
      responses: answers(
        "The tile",
        "application/vnd.mapbox-vector-tile",
        z.string().meta({ format: "binary" }),
        {
          "404": wrong("There is no such tile."),
        },
      ),
    },
  },
};

/** The description of the machine doors, from the schemas that parse and write them. */
export const openApiDocument = (origin: string) =>
  createDocument({
    openapi: "3.1.0",
    info: {
      title: "Cup of Sugar",
      version: "1",
      description:
        "The open data of this map: places where neighbours share what they have. No key is needed. Each pin names its source and licence.",
      license: { name: "See source and licence of each pin" },
    },
    servers: [{ url: origin }],
    paths,
  });
