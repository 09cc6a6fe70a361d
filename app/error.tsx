"use client";

import { useBrokenWords } from "@/components/broken-words";
import { PageFrame } from "@/components/page-frame";
import { Button, ButtonLink } from "@/components/ui/button";

/** Something broke on our side: says so, with the id that the log has too. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const words = useBrokenWords();
  return (
    <PageFrame title={words.title} lead={words.lead}>
      <p>
        <Button type="button" onClick={reset}>
          {words.again}
        </Button>{" "}
        <ButtonLink href="/" look="quiet">
          {words.back}
        </ButtonLink>
      </p>
      {error.digest && <p>{words.id.replace("{id}", error.digest)}</p>}
    </PageFrame>
  );
}
