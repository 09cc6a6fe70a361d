/**
 * The languages that can be asked for: those of ISO 639-1, and from ISO 639-3 some that have no
 * shorter code and are spoken where neighbours share. Varieties that their speakers tell apart
 * (Cantonese) count as the language that others ask for (Chinese). Without zod, for the map's code.
 */
export const isoLanguages: readonly string[] = (
  "aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz " +
  "ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz id ig ii " +
  "ik is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh " +
  "mi mk ml mn mr ms mt my na nd ne ng nl no nr nv ny oc oj om or os pa pl ps pt qu rm rn ro ru rw " +
  "sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt ty ug " +
  "uk ur uz ve vi wa wo xh yi yo za zh zu ase chk haw hmn kea quc"
).split(" ");
