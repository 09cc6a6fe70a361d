import "server-only";
import { cookies } from "next/headers";
import { hourMs, now } from "@/lib/clock";
import { hash } from "@/lib/crypto";
import { env } from "@/lib/env";
import { touchSession } from "./mutations";
import { findSession } from "./queries";
import type { MemberViewer } from "./schema";

/** Over https a cookie that no other host and no other path can set. */
const cookieName = (name: string) => (env().APP_URL.startsWith("https:") ? `__Host-${name}` : name);

/** The member whose session cookie the request carries, or null. */
export async function readSession(): Promise<MemberViewer | null> {
  const token = (await cookies()).get(cookieName("session"))?.value;
  if (!token) return null;
  const moment = now();
  const session = await findSession(hash(token), moment);
  if (!session) return null;
  if (moment.getTime() - session.seenAt.getTime() > hourMs) {
    await touchSession(hash(token), session.createdAt, moment);
  }
  return session.viewer;
}
