import { notFound, redirect } from "next/navigation";
import { getViewer } from "@/features/members/guard";
import { pinByCode } from "@/features/pins/queries";
import { AppError } from "@/lib/errors";

type ShortLink = { params: Promise<{ code: string }> };

/** A short code, from a sticker, leads to the page of its pin. */
export default async function ShortLinkPage({ params }: ShortLink): Promise<never> {
  const { code } = await params;
  const pin = await pinByCode(await getViewer(), code).catch((error) => {
    if (error instanceof AppError) notFound();
    throw error;
  });
  redirect(`/pins/${pin.id}`);
}
