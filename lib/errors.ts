/**
 * What can go wrong on purpose. `status` is the HTTP status code; the words are in the messages
 * under `errors.<code>`, so that each tells people what they can do next.
 */
export const errorCodes = {
  "bad-request": 400,
  "sign-in-needed": 401,
  "not-allowed": 403,
  "other-site": 403,
  "not-found": 404,
  gone: 410,
  conflict: 409,
  "too-large": 413,
  "not-understood": 422,
  "too-many": 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorCodes;

type Extra = {
  cause?: unknown;
  /** Which input is wrong, as the person named it. */
  field?: string;
  /** One plain sentence for machine doors, in English. */
  detail?: string;
  /** Seconds until it may be tried again. */
  retryAfterSeconds?: number;
};

/** Denied, missing, limited or malformed: thrown, and turned into words and a status once. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly field: string | undefined;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, extra: Extra = {}) {
    super(extra.detail ?? code, { cause: extra.cause });
    this.name = "AppError";
    this.code = code;
    this.status = errorCodes[code];
    this.field = extra.field;
    this.detail = extra.detail;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}
