"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireMember, signInInstead } from "@/features/members/guard";
import { now } from "@/lib/clock";
import { AppError } from "@/lib/errors";
import { renewPost } from "./mutations";

const renewFormSchema = z.object({ postId: z.uuid() });

/** Keeps the member's own post open longer, and says so on its page. */
export async function renewOwnPost(form: FormData): Promise<void> {
  const member = await requireMember().catch(signInInstead("/requests"));
  const parsed = renewFormSchema.safeParse({ postId: form.get("postId") });
  if (!parsed.success) throw new AppError("not-found");
  const { postId } = parsed.data;
  const answer = await renewPost(member, postId, now()).catch((error) => {
    if (error instanceof AppError && error.code === "not-allowed")
      return { ok: false as const, reason: "not-allowed" as const };
    throw error;
  });
  revalidatePath("/requests");
  redirect(`/requests/${postId}?said=${answer.ok ? "renewed" : answer.reason}`);
}
