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
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  MAIL_URL: optional(z.url({ protocol: /^smtps?$/, error: "must be smtp://… or smtps://…" })),
  MAIL_FROM: withDefault(z.string().min(3).max(200), "Cup of Sugar <noreply@localhost>"),
  BASEMAP_URL: optional(z.string().min(1)),
});

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** The parsed environment; throws with one line that names the wrong variable. */
export function env(): Env {
  if (parsed) return parsed;
  const result = envSchema.safeParse(process.env);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new Error(
      `${issue?.path.join(".") ?? "A variable"}: ${issue?.message ?? "is wrong"}. See docs/running.md.`,
    );
  }
  parsed = result.data;
  return parsed;
}
