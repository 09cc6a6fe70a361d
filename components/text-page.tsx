import { Fragment, type ReactNode } from "react";
import { PageFrame } from "./page-frame";

type Section = { title: string; text: string };

/** A page of a few short texts, each under its own heading. */
export function TextPage({
  title,
  lead,
  sections,
  children,
}: {
  title: string;
  lead: string;
  sections: readonly Section[];
  children?: ReactNode;
}) {
  return (
    <PageFrame title={title} lead={lead}>
      {sections.map((section) => (
        <Fragment key={section.title}>
          <h2>{section.title}</h2>
          <p>{section.text}</p>
        </Fragment>
      ))}
      {children}
    </PageFrame>
  );
}
