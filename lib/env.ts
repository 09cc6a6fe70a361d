import { z } from "zod";

const blankAsMissing = (value: unknown) => (value === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankAsMissing, schema.optional());
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>) =>
  z.preprocess((given) => blankAsMissing(given) ?? value, schema);

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be postgresql://…" });

/** The variables of docs/running.md. Anything else in the environment is ignored. */
export const envSchema = z.object({
  NODE_ENV: withDefault(z.enum(["development", "production", "test"]), "development"),
  PORT: withDefault(z.coerce.number().int().min(1).max(65535), 3000),
  APP_URL: withDefault(
    z.url({ protocol: /^https?$/, error: "must be http(s)://…" }),
    "http://localhost:3000",
  ),
  DATABASE_URL: postgresUrl,
  DATA_DIR: withDefault(z.string().min(1), ".data"),
  SAMPLE_DATA: withDefault(z.enum(["on", "off"]), "on"),
  AUTH_SECRET: z
    .string("must be set when DATABASE_URL is: 32 random characters or more")
    .min(32, "must have at least 32 characters"),
  MAIL_URL: optional(z.url({ protocol: /^smtps?$/, error: "must be smtp://… or smtps://…" })),
  MAIL_FROM: withDefault(z.string().min(3).max(200), "Cup of Sugar <noreply@localhost>"),
  /** Where somebody lands who leaves quickly: a page that is on everybody's screen now and then. */
  QUICK_EXIT_URL: withDefault(
    z.url({ protocol: /^https?$/, error: "must be http(s)://…" }),
    "https://www.wikipedia.org/",
  ),
  BASEMAP_URL: optional(z.string().min(1)),
  /** On: a proxy in front of us sets X-Forwarded-For, and is the only way in. */
  TRUST_PROXY: withDefault(z.enum(["on", "off"]), "off"),
  AUTH_TRUST_HOST: z
    .undefined("must not be set: addresses in mail come from APP_URL alone")
    .optional(),
  GOOGLE_CLIENT_ID: optional(z.string()),
  GOOGLE_CLIENT_SECRET: optional(z.string()),
  GITHUB_CLIENT_ID: optional(z.string()),
  GITHUB_CLIENT_SECRET: optional(z.string()),
  FACEBOOK_CLIENT_ID: optional(z.string()),
  FACEBOOK_CLIENT_SECRET: optional(z.string()),
  OPENSTREETMAP_CLIENT_ID: optional(z.string()),
  OPENSTREETMAP_CLIENT_SECRET: optional(z.string()),
});

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** Parses variables; throws with one line that names the wrong one. */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const result = envSchema.safeParse(variables);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(
    `${issue?.path.join(".") ?? "A variable"}: ${issue?.message ?? "is wrong"}. See docs/running.md.`,
  );
}

/** The parsed environment of this process; throws with one line that names the wrong variable. */
export function env(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}
