"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireMember, signInInstead } from "@/features/members/guard";
import { AppError } from "@/lib/errors";
import { typedValues } from "@/lib/form-values";
import { addAbility, removeAbility } from "./mutations";
import { type AbilityState, newAbilitySchema } from "./schema";

const path = "/me/abilities";

/** Keeps what the member can do or could use, for themselves and for suggestions. */
export async function keepAbility(_before: AbilityState, form: FormData): Promise<AbilityState> {
  const member = await requireMember().catch((error) => {
    if (error instanceof AppError && error.code === "sign-in-needed") return null;
    throw error;
  });
  const values = typedValues(form);
  if (!member) return { error: "sign-in-needed", values };
  const parsed = newAbilitySchema.safeParse(values);
  if (!parsed.success) return { error: "wrong-fields", values };
  const answer = await addAbility(member, parsed.data);
  if (!answer.ok) return { error: answer.reason, values };
  revalidatePath(path);
  redirect(path);
}

/** Takes one away. */
export async function dropAbility(form: FormData): Promise<void> {
  const member = await requireMember().catch(signInInstead(path));
  const { data: id } = z.uuid().safeParse(form.get("id"));
  if (id) await removeAbility(member, id);
  revalidatePath(path);
  redirect(path);
}
