const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((part) => JSON.stringify(part)).join()}}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A row as PostgreSQL's COPY reads it in its text format. */
export const copyLine = (values: readonly unknown[]): string => {
  const cells = values.map((value) =>
    value === null || value === undefined
      ? "\\N"
      : textOf(value).replace(/[\\\n\r\t]/g, (letter) => escapes[letter] ?? letter),
  );
  return `${cells.join("\t")}\n`;
};
