import { z } from "zod";

/** A calendar day of the pin's own place: 2026-11-26. */
const daySchema = z.iso.date();

const shared = {
  firstDay: daySchema,
  /** Included; from the day after, the exception is no longer told. */
  lastDay: daySchema,
  note: z.string().max(200).nullable(),
};

/** Days on which the hours, or the place, are not the usual ones. */
export const dayExceptionSchema = z.discriminatedUnion("effect", [
  z.object({ effect: z.literal("closed"), ...shared }),
  z.object({
    effect: z.literal("hours"),
    ...shared,
    /** OpenStreetMap opening_hours, in place of the usual ones. */
    openingHours: z.string().max(255),
  }),
  z.object({
    effect: z.literal("moved"),
    ...shared,
    to: z.string().min(1).max(200),
    /** Where that is, when somebody knows it exactly. */
    point: z
      .object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
      .nullable(),
  }),
]);
export type DayException = z.infer<typeof dayExceptionSchema>;

export const effects = ["closed", "hours", "moved"] as const;
export const mostExceptions = 10;
export const exceptionsSchema = z.array(dayExceptionSchema).max(mostExceptions).readonly();
