import createNextIntlPlugin from "next-intl/plugin";
import { takesGzipPattern } from "./lib/takes-gzip.mjs";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** On every answer, files and errors too; proxy.ts adds the policy that needs a nonce. */
const everywhere = [
  // Not no-referrer: it makes browsers send `Origin: null` with forms posted without JavaScript.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  {
    key: "Permissions-Policy",
    value: "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** The open data alone may be read by other sites; lib/http.ts says so there. */
const notOpenData = [{ key: "Cross-Origin-Resource-Policy", value: "same-origin" }];

/** Pages for one person stay out of search engines. */
const notSearched = [{ key: "X-Robots-Tag", value: "noindex" }];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // Titles and descriptions stand in the head at once, not after a script has run.
  htmlLimitedBots: /./,
  // next/image writes style attributes, which the content security policy refuses.
  images: { unoptimized: true },
  // Few style sheets and few scripts: on a slow line a request costs more than bytes.
  // And a form of more than a megabyte, the default, would be refused without words and lose what was typed.
  experimental: {
    turbopackChunking: {
      firstPageLoadPriority: 1,
      requestCost: 5_000_000,
      minChunkSize: 400_000,
      maxChunkCountPerGroup: 2,
      maxMergeChunkSize: 5_000_000,
    },
    cssChunking: { type: "graph", requestCost: 10_000_000 },
    serverActions: { bodySizeLimit: "3mb" },
  },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/((?!api/v1|tiles/).*)", headers: notOpenData },
    {
      source: "/tiles/pins/:z/:x/:y",
      has: [{ type: "header", key: "accept-encoding", value: takesGzipPattern }],
      // What brings a body is refused, in plain words.
      missing: [{ type: "header", key: "content-length" }],
      headers: [{ key: "Content-Encoding", value: "gzip" }],
    },
    { source: "/(me|sign-in|api/auth)/:path*", headers: notSearched },
  ],
};

export default withNextIntl(config);
