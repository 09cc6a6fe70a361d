import { z } from "zod";

/** Sign-in with an account elsewhere, where the host has set it up. */
export const providerIds = ["google", "github", "facebook", "openstreetmap"] as const;
export const providerIdSchema = z.enum(providerIds);
export type ProviderId = z.infer<typeof providerIdSchema>;
