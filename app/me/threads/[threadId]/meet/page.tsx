import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/back-link";
import { PageFrame } from "@/components/page-frame";
import { KindIcon } from "@/features/kinds/components/kind-icon";
import { kindOf } from "@/features/kinds/index";
import { memberOrSignIn } from "@/features/members/guard";
import { PlaceAbout } from "@/features/requests/threads/components/place-about";
import { ProposeForm } from "@/features/requests/threads/components/propose-form";
import { ThreadWords } from "@/features/requests/threads/components/thread-words";
import { meetingPlaces } from "@/features/requests/threads/meeting/queries";
import { wallTimeAt } from "@/features/requests/threads/meeting/rules";
import { threadPath } from "@/features/requests/threads/rules";
import { now } from "@/lib/clock";
import { getReader } from "@/lib/i18n/reader";
import { threadOfPage } from "../../thread-of-page";

type MeetPageProps = { params: Promise<{ threadId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.threads.meeting");
  return { title: t("pageTitle"), robots: { index: false } };
}

/** Public places near the area of the request, to choose one and a time. */
export default async function MeetPage({ params }: MeetPageProps) {
  const { threadId } = await params;
  const viewer = await memberOrSignIn(`${threadPath(threadId)}/meet`);
  const thread = await threadOfPage(viewer, threadId);
  if (!thread.isGoing) notFound();
  const [t, reader, pins] = await Promise.all([
    getTranslations("requests.threads.meeting"),
    getReader(),
    meetingPlaces(viewer, threadId),
  ]);
  const at = now();
  return (
    <PageFrame title={t("pageTitle")} lead={t("pageAbout")}>
      <BackLink href={threadPath(threadId)}>{t("back")}</BackLink>
      {pins.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ThreadWords>
          <ProposeForm
            threadId={threadId}
            idempotencyKey={randomUUID()}
            earliest={wallTimeAt(at, thread.timeZone)}
            places={pins.map((pin) => ({
              id: pin.id,
              name: pin.name,
              icon: <KindIcon kind={kindOf(pin.kind)} />,
              about: <PlaceAbout pin={pin} now={at} reader={reader} />,
            }))}
          />
        </ThreadWords>
      )}
    </PageFrame>
  );
}
