/** So many members of a list in an address are read; nobody asks for more. */
const mostMembers = 40;

/**
 * The members of a list in an address that are known, each once, in their order; what else stands
 * there is passed over. One reader for the page and for the map, which may not weigh zod.
 *
 * @param values one text with commas between the members, or several where the name is repeated
 */
export function membersOf<Member extends string>(
  values: readonly string[],
  isKnown: (text: string) => text is Member,
): Member[] {
  const parts = values.flatMap((text) => text.split(",", mostMembers)).slice(0, mostMembers);
  return [...new Set(parts.filter(isKnown))];
}

/** A whole number from 1 to `most`, in four digits at most; null for anything else. */
export function countOf(text: string | null | undefined, most: number): number | null {
  const count = text && /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : null;
}
