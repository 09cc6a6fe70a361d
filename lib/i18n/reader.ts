import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { localeCookie, type Reader, readerOf } from "./locale";

/** How the person of this request wants to be read to. */
export const getReader = cache(
  async (): Promise<Reader> =>
    readerOf((await cookies()).get(localeCookie)?.value, (await headers()).get("accept-language")),
);
