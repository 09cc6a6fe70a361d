/** What a page may load, and where its forms may lead. */
export type PolicyFacts = {
  nonce: string;
  /** Origins besides ours that a form may end at: the sign-in pages of configured providers. */
  formTargets: readonly string[];
  /** The origin of the host's own basemap, where it is not ours. */
  basemapOrigin: string | null;
  isHttps: boolean;
  /** Development tools evaluate code; nothing else may. */
  isDevelopment: boolean;
};

/**
 * The content security policy of a page: no script and no style without the nonce of this very
 * answer or our own file (tried with Next 16 and MapLibre 6; docs/decisions).
 */
export function contentSecurityPolicy(facts: PolicyFacts): string {
  const { nonce, formTargets, basemapOrigin, isHttps, isDevelopment } = facts;
  const own = basemapOrigin ? `'self' ${basemapOrigin}` : "'self'";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src ${own} data:`,
    "font-src 'self'",
    `connect-src ${own}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...formTargets].join(" "),
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
