import {
  appointmentNeeded,
  delivery,
  halal,
  idAsked,
  kosher,
  referralNeeded,
  vegetarian,
  wheelchair,
} from "@/features/kinds/fields";
import type { Fact, Field } from "@/features/kinds/schema";
import { bareDenials, plainDenials } from "./denials/rules";

/** What a text says of a fact. Unclear ("limited", "may require ID") takes away any certainty. */
export type Said = Fact["value"] | "unclear";

export type SaidOf = { fact: Field; said: Said };

/** Sentences that say a thing for certain, when nothing in them turns it round. */
const sentences: readonly (SaidOf & { pattern: RegExp })[] = [
  {
    fact: idAsked,
    said: "yes",
    pattern:
      /(?<!\b(?:may|might|client) (?:photo )?)\b(?:id|identification) (?:is |are )?(?:needed|required)\b/,
  },
  {
    fact: idAsked,
    said: "yes",
    pattern:
      /\b(?:bring|asks?(?: only)? for|requires?|(?:must|have to|need to) (?:show|have|present|bring)) (?:an? |any |your |valid |photo |picture |proof of )*(?:id|identification)\b/,
  },
  {
    fact: idAsked,
    said: "yes",
    pattern:
      /\b(?:(?:se )?(?:pide|requiere|necesita|exige)n?|pedimos|(?:hay|tienes?|tienen) que (?:traer|llevar|mostrar)|debe[ns]? (?:traer|llevar|mostrar|presentar)|traer|llevar|traigan?) (?:una? |su |tu |la )*(?:identificacion|documento de identidad)\b|\bidentificacion (?:oficial )?(?:es )?(?:requerida|obligatoria|necesaria)\b/,
  },
  { fact: idAsked, said: "unclear", pattern: /\bproof of (?!id)\w+|\bverification of id\b/ },
  {
    fact: referralNeeded,
    said: "yes",
    pattern:
      /(?<!\bself[- ])\breferrals? (?:is |are )?(?:needed|required|only)\b|\bby referral only\b|\b(?:requires?|must have|(?:have|need) to have) an? referral\b|\b(?:requiere|necesita|exige)n? (?:una? )?(?:derivacion|remision|carta de referencia)\b|\bsolo con (?:derivacion|remision|carta de referencia)\b/,
  },
  {
    fact: appointmentNeeded,
    said: "no",
    pattern: /\bwalk[- ]?ins? (?:are )?(?:always )?(?:welcome|ok|okay|accepted)\b|^walk[- ]?ins?$/,
  },
  {
    fact: appointmentNeeded,
    said: "yes",
    pattern:
      /^(?:(?:all )?(?:pantry )?visits (?:are )?)?by appointment only$|^appointments? only\b|^(?:solo )?con cita previa$|^solo con cita\b|\bse (?:requiere|necesita) cita\b/,
  },
  {
    fact: appointmentNeeded,
    said: "unclear",
    pattern: /\bif an appointment is (?:required|needed)/,
  },
  {
    fact: wheelchair,
    said: "yes",
    pattern: /^(?:(?:the )?(?:site|building|agency|pantry) )?(?:is )?wheelchair[- ]accessible\b/,
  },
  {
    fact: delivery,
    said: "yes",
    pattern: /^(?:home )?delivery (?:is )?available$|^we deliver$|\boffers delivery on \w+days$/,
  },
  ...[halal, kosher, vegetarian].map((fact): (typeof sentences)[number] => ({
    fact,
    said: "yes",
    pattern: new RegExp(
      `^${fact.id} (?:food )?pantry$|^(?:(?:we |also )?(?:have|offer|offers|provide|provides) )?${fact.id} (?:(?:and|or|/) \\w+ )?(?:foods?|meals|meat|options)(?:,.*)?(?: (?:is|are))? ?(?:available)?$`,
    ),
  })),
];

const notWheelchair = /\bnot wheelchair[- ]accessible\b/;

/** "You cannot be served without a referral" asks for one. */
const notWithout =
  /\b(?:cannot|(?:can|may|must|will|could|do|does) not) (?:be )?(?:served|seen|helped|receive|get|come|shop|enter|drop[- ]in|serve|help|give|visit|attend)\b[^,]*\bwithout (?:an? )?(?:(?<referral>referral)|(?:photo )?id|identification)\b/;

/** What makes a sentence uncertain, or true for some people only. */
const qualified =
  /\b(?:if|unless|except|until|may|might|sometimes|usually|often|case-by-case|permits?|no longer|no more|for (?:children|kids|seniors?|youth|students|infants|the first)|si|salvo|excepto|a veces|puede que|para (?:ninos|mayores|adultos))\b|\?/;

/**
 * What makes the no of a sentence uncertain: for whom, when and for what else it is not so. "For" is
 * followed by the people it is said of, unless by everybody or by what is handed out.
 */
const narrowed =
  /\b(?:but|however|although|pero|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|for (?!all\b|any|every|us\b|our\b|the\b|food|groceries|meals?\b|help|assistance|services?\b|pantry|this\b)\w+|para (?!todo|recibir|la\b|comida|alimentos)\w+|who|those|every|each|first|next|again|after|online|phone|only (?:at|for|on|when)|quienes|primera|cada|solo (?:para|los|las))\b/;

/** What turns a sentence round when it is none of the plain denials. */
const turned =
  /\b(?:no|not|never|nobody|none|nor|neither|without|cannot|nothing|hardly|rarely|seldom|instead of|rather than|optional|nadie|nunca|sin|tampoco|ni|opcional)\b/;

/** "No cash", "no exceptions" as a whole part of a sentence denies nothing else in it. */
const otherNo = /(?:^|, |: |- )no (?!one\b|need\b|se\b|hay\b)[\w-]+(?: [\w-]+)?(?=,|~|$)/g;
const isList = /\b(?:or|nor|ni|sin)\b/;

const withoutOtherNo = (rest: string, clause: string): string =>
  (isList.test(clause) ? rest : rest.replace(otherNo, "")).trim();

/** "don't" and "dont" as "do not", "never ever" as "never": one spelling is enough. */
const spelledOut = (clause: string) =>
  clause
    .replace(/[\u2018\u2019`]/g, "'")
    .replace(/\b(do|does|did|is|are|wo|need|would|should|must|have|has|ca)n'?t\b/g, "$1 not")
    .replace(/,? ever\b,?/g, "");

/**
 * What one clause says of facts, folded. Where it denies anything in a way that is not understood,
 * it says nothing for certain: a barrier that is none would keep away whom the place is for.
 */
export function saidInClause(folded: string): SaidOf[] {
  const clause = spelledOut(folded);
  const plain = turned.test(clause) ? plainDenials(clause) : { facts: [], rest: clause };
  const bare = turned.test(plain.rest) ? bareDenials(plain.rest) : { ...plain, facts: [] };
  // "Sin cita" holds only where nothing else is refused: "sin cita, no se atiende".
  const isBare = !turned.test(withoutOtherNo(bare.rest, clause));
  const rest = withoutOtherNo(isBare ? bare.rest : plain.rest, clause);
  const isTurned = turned.test(rest);

  const found: SaidOf[] = [];
  const note = (fact: Field, said: Said, isSure: boolean) =>
    found.push({ fact, said: isSure && !qualified.test(clause) ? said : "unclear" });
  for (const fact of [...plain.facts, ...(isBare ? bare.facts : [])]) {
    note(fact, "no", !narrowed.test(rest));
  }
  if (notWheelchair.test(clause)) note(wheelchair, "no", true);
  const without = notWithout.exec(clause);
  if (without) note(without.groups?.referral ? referralNeeded : idAsked, "yes", true);
  for (const { fact, said, pattern } of sentences) {
    if (pattern.test(rest)) note(fact, said, !isTurned);
  }
  return found;
}
