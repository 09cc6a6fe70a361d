import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/page-frame";
import { AreaPicker } from "@/features/map/components/area-picker";
import { readMapSettings } from "@/features/map/queries";
import { memberOrSignIn } from "@/features/members/guard";
import { boundsOf } from "@/features/pins/find/rules";
import { pinsInBox } from "@/features/pins/queries";
import { firstValues } from "@/features/requests/abilities/queries";
import { FormWords } from "@/features/requests/form/components/form-words";
import { PostForm } from "@/features/requests/form/components/post-form";
import { lastArea } from "@/features/requests/form/queries";
import type { Side } from "@/features/requests/schema";
import { getReader } from "@/lib/i18n/reader";

/** Where the map looks while there are no pins. */
const everywhere = { west: -180, south: -90, east: 180, north: 90 };

/** The page of the form for asking and for offering, which are alike. */
export async function NewPostPage({
  side,
  path,
  search,
}: {
  side: Side;
  path: string;
  search: Readonly<Record<string, string | string[] | undefined>>;
}) {
  const viewer = await memberOrSignIn(path);
  const { locale } = await getReader();
  const [t, settings, { pins }, last, first] = await Promise.all([
    getTranslations("requests.form"),
    readMapSettings(),
    pinsInBox(viewer, { limit: 20 }),
    lastArea(viewer, locale),
    firstValues(viewer, side, search.ability),
  ]);
  return (
    <PageFrame title={t(`title.${side}`)} lead={t(`lead.${side}`)}>
      <FormWords>
        <PostForm
          side={side}
          first={first}
          last={last}
          idempotencyKey={randomUUID()}
          map={
            <AreaPicker
              settings={settings}
              initialView={pins.length > 0 ? boundsOf(pins) : everywhere}
            />
          }
        />
      </FormWords>
    </PageFrame>
  );
}
