import type { FocusEvent } from "react";
import { CupMark, HistoryIcon, PlaceIcon, SearchIcon } from "@/components/ui/icons";
import type { Chosen } from "@/features/pins/find/typing/rules";
import type { SearchWords } from "./search-field";
import styles from "./suggestions.module.css";

const icons = {
  kind: SearchIcon,
  place: PlaceIcon,
  address: PlaceIcon,
  pin: CupMark,
  recent: HistoryIcon,
};

/** What the search box suggests; the keyboard stays in the box, which names the active option. */
export function Suggestions({
  id,
  options,
  active,
  isRecent,
  words,
  onChoose,
  onForget,
  onBlur,
}: {
  id: string;
  options: readonly Chosen[];
  active: number;
  isRecent: boolean;
  words: SearchWords;
  onChoose: (option: Chosen) => void;
  onForget: () => void;
  onBlur: (event: FocusEvent) => void;
}) {
  return (
    <div className={styles.popup}>
      <div
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-label={isRecent ? words.recent : words.suggestions}
        // A press must not take the focus away from the box before it is a click.
        onMouseDown={(event) => event.preventDefault()}
      >
        {options.map((option, index) => {
          const Icon = icons[option.sort];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keyboard
            <div
              key={`${option.sort} ${option.label} ${option.detail}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              onClick={() => onChoose(option)}
            >
              <Icon size={18} />
              <span className={styles.words}>
                <span className={styles.label}>{option.title}</span>
                {option.detail && <span className={styles.detail}>{option.detail}</span>}
              </span>
            </div>
          );
        })}
      </div>
      {isRecent && (
        <p className={styles.foot}>
          <button type="button" className={styles.forget} onClick={onForget} onBlur={onBlur}>
            {words.forgetRecent}
          </button>
          <span className={styles.hint}>{words.removeRecent}</span>
        </p>
      )}
      {options.some(({ isCredited }) => isCredited) && (
        <p className={styles.foot}>{words.credit}</p>
      )}
    </div>
  );
}
