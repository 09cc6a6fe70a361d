"use client";

import { useEffect, useRef } from "react";
import { shortAnswers } from "@/features/pins/find/typing/rules";

/** Stands in a form of filters and shortens what it asks; without scripts the server does. */
export function ShortAddress() {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    const form = mark.current?.closest("form");
    const shorten = ({ formData }: FormDataEvent) => {
      const given = [...formData].flatMap(([name, value]): [string, string][] =>
        typeof value === "string" ? [[name, value]] : [],
      );
      for (const [name] of given) formData.delete(name);
      for (const [name, value] of shortAnswers(given)) formData.set(name, value);
    };
    form?.addEventListener("formdata", shorten);
    return () => form?.removeEventListener("formdata", shorten);
  }, []);
  return <i ref={mark} hidden />;
}
