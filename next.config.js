import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // next/image writes style attributes, which the content security policy refuses.
  images: { unoptimized: true },
};

export default withNextIntl(config);
