import { asScriptText, type LinkedData as Data } from "@/features/pins/linked-data/rules";

/**
 * JSON-LD for programs that read the page. A block of data is no script: nothing runs, and the
 * content security policy, which is about what runs, does not ask it for a nonce.
 */
export const LinkedData = ({ value }: { value: Data }) => (
  <script type="application/ld+json">{asScriptText(value)}</script>
);
