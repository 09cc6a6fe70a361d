import { useTranslations } from "next-intl";
import { ChipLink, ChipRow } from "@/components/ui/chip";
import { Link } from "@/components/ui/link";
import type { PostCard, PostFilter } from "@/features/requests/queries";
import { categories, sides } from "@/features/requests/schema";
import styles from "./posts.module.css";

type NearPostsProps = {
  title: string;
  posts: readonly PostCard[];
  filter: PostFilter;
  /** The area that the address names, kept when a filter is followed. */
  area: string | null;
};

function pathOf(filter: PostFilter, area: string | null): string {
  const search = new URLSearchParams();
  if (area) search.set("area", area);
  if (filter.side) search.set("side", filter.side);
  if (filter.category) search.set("category", filter.category);
  const query = search.toString();
  return query ? `/requests?${query}` : "/requests";
}

/** What neighbours around an area ask and offer; the filters are links. */
export function NearPosts({ title, posts, filter, area }: NearPostsProps) {
  const t = useTranslations("requests.posts");
  return (
    <section className={styles.part} aria-labelledby="near">
      <h2 id="near">{title}</h2>
      <Filters filter={filter} area={area} />
      {posts.length === 0 ? (
        <p>{t("near.none")}</p>
      ) : (
        <>
          <p>{t("near.order")}</p>
          <ul className={styles.cards}>
            {posts.map((post) => (
              <NearCard key={post.id} post={post} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Filters({ filter, area }: Pick<NearPostsProps, "filter" | "area">) {
  const t = useTranslations("requests.posts.near");
  const form = useTranslations("requests.form.category");
  const { side, category, ...rest } = filter;
  const bySide = (value?: PostFilter["side"]) =>
    pathOf({ ...rest, ...(category && { category }), ...(value && { side: value }) }, area);
  const byCategory = (value?: PostFilter["category"]) =>
    pathOf({ ...rest, ...(side && { side }), ...(value && { category: value }) }, area);
  return (
    <div>
      <ChipRow label={t("sides")}>
        <ChipLink href={bySide()} isOn={side === undefined}>
          {t("both")}
        </ChipLink>
        {sides.map((value) => (
          <ChipLink key={value} href={bySide(value)} isOn={side === value}>
            {t(value === "request" ? "requests" : "offers")}
          </ChipLink>
        ))}
      </ChipRow>
      <ChipRow label={t("categories")}>
        <ChipLink href={byCategory()} isOn={category === undefined}>
          {t("all")}
        </ChipLink>
        {categories.map((value) => (
          <ChipLink key={value} href={byCategory(value)} isOn={category === value}>
            {form(value)}
          </ChipLink>
        ))}
      </ChipRow>
    </div>
  );
}

function NearCard({
  post: { id, side, category, summary, distance, ageBucket },
}: {
  post: PostCard;
}) {
  const t = useTranslations("requests.posts");
  const form = useTranslations("requests.form.category");
  return (
    <li className={styles.card}>
      <h3>
        <Link href={`/requests/${id}`}>{summary}</Link>
      </h3>
      <p className={styles.facts}>
        <span>{t(`side.${side}`)}</span>
        <span>{form(category)}</span>
        <strong>
          {distance.is === "about"
            ? t("distance.about", { kilometres: distance.kilometres })
            : t(`distance.${distance.is}`)}
        </strong>
        <span>{t(`age.${ageBucket}`)}</span>
      </p>
    </li>
  );
}
