"use client";

import { useEffect, useState } from "react";
import { Link } from "@/components/ui/link";
import { searchWithPosts } from "@/features/map/camera-url";
import type { MapSettings } from "@/features/map/schema";
import styles from "./posts-toggle.module.css";

type PostsToggleProps = {
  words: MapSettings["words"];
  isShown: boolean;
};

/** Puts the hexagons of requests and offers on the map; the address says so, and the list is a page. */
export function PostsToggle({ words, isShown }: PostsToggleProps) {
  // The box answers at once; the address, which others change too, follows a moment later.
  const [isTicked, setTicked] = useState(isShown);
  useEffect(() => setTicked(isShown), [isShown]);
  const toggle = (wanted: boolean) => {
    setTicked(wanted);
    const query = searchWithPosts(new URLSearchParams(location.search), wanted);
    history.replaceState(null, "", `${location.pathname}${query}`);
  };
  return (
    <div className={styles.posts}>
      <label>
        <input
          type="checkbox"
          checked={isTicked}
          onChange={({ target }) => toggle(target.checked)}
        />
        {words.showPosts}
      </label>
      {isShown && <Link href="/requests">{words.postsAsList}</Link>}
    </div>
  );
}
