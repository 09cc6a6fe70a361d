import type { KindId } from "@/features/kinds/schema";
import type { Answer, Change } from "@/features/pins/schema";

/** A made-up pin at a real park or street corner of Chicago. */
export type Sample = {
  kind: KindId;
  name: string;
  at: readonly [street: string, lng: number, lat: number];
  story: StoryName;
  /** OpenStreetMap opening_hours syntax. */
  hours?: string;
  /** Hours in words that no program understands. */
  hoursText?: string;
  /** By the id of the kind's field: yes or no for a fact, words for a text. */
  details?: Readonly<Record<string, string>>;
  startsInDays?: number;
  endsInDays?: number;
  about?: string;
};

export type SampleWord = {
  /** How many members have to move on from the one who added the pin to find who says it. */
  by: number;
  daysAgo: number;
  answer: Answer;
  change?: Change;
  /** True for the word that turned the pin's status. */
  isDecisive?: boolean;
};

/** How long ago a pin was added, and what members have said of it since. */
type Story = { addedDaysAgo: number; words: readonly SampleWord[] };

const stillThere = (by: number, daysAgo: number): SampleWord => ({
  ...{ by, daysAgo },
  answer: "still-there",
});

/** Told in the kind's own time: a fridge is stale after weeks, a library after years. */
const stories = {
  new: () => ({ addedDaysAgo: 1.2, words: [] }),
  fresh: (days) => ({
    addedDaysAgo: 3 * days,
    words: [stillThere(1, 0.5 * days), stillThere(2, 0.15 * days)],
  }),
  "well-checked": (days) => ({
    addedDaysAgo: 4 * days,
    words: [1, 2, 3, 4].map((by) => stillThere(by, (0.6 - by * 0.13) * days)),
  }),
  ageing: (days) => ({
    addedDaysAgo: 4 * days,
    words: [stillThere(1, 1.6 * days), stillThere(3, 1.4 * days)],
  }),
  stale: (days) => ({ addedDaysAgo: 5 * days, words: [stillThere(2, 2.7 * days)] }),
  dormant: (days) => ({ addedDaysAgo: 5 * days, words: [stillThere(1, 4.4 * days)] }),
  over: (days) => ({ addedDaysAgo: 4 * days, words: [stillThere(1, 2 * days)] }),
  doubted: (days) => ({
    addedDaysAgo: 3 * days,
    words: [
      stillThere(1, 0.6 * days),
      stillThere(2, 0.4 * days),
      { by: 3, daysAgo: 2, answer: "gone" },
    ],
  }),
  changed: (days) => ({
    addedDaysAgo: 3 * days,
    words: [
      stillThere(2, 0.7 * days),
      stillThere(4, 0.3 * days),
      { by: 1, daysAgo: 1, answer: "changed", change: "wrong-details" },
    ],
  }),
  paused: (days) => ({
    addedDaysAgo: 3 * days,
    words: [
      stillThere(1, 0.8 * days),
      { by: 2, daysAgo: 5, answer: "changed", change: "paused" },
      { by: 3, daysAgo: 4, answer: "changed", change: "paused", isDecisive: true },
    ],
  }),
  gone: (days) => ({
    addedDaysAgo: 3 * days,
    words: [
      stillThere(1, 0.8 * days),
      { by: 2, daysAgo: 9, answer: "gone" },
      { by: 4, daysAgo: 6, answer: "gone", isDecisive: true },
    ],
  }),
} satisfies Record<string, (freshDays: number) => Story>;

export type StoryName = keyof typeof stories;

export const storyOf = (name: StoryName, freshDays: number): Story => stories[name](freshDays);

/** The made-up members who added and checked the samples; none of them can sign in. */
export const sampleMembers = ["Amina", "Dev", "June", "Kofi", "Rosa", "Tomasz"].map((name) => ({
  handle: `sample-${name.toLowerCase()}`,
  displayName: `${name} (sample)`,
}));
