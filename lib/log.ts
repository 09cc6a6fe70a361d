import pino from "pino";

/** The only things a log line may carry; nothing here names a person or a place. */
export type LogFields = {
  event: string;
  route?: string;
  action?: string;
  status?: number;
  durationMs?: number;
  job?: string;
  jobId?: string;
  attempt?: number;
  count?: number;
  errorId?: string;
  errorName?: string;
  errorCode?: string;
};

const logger = pino({ base: null, level: process.env.LOG_LEVEL ?? "info" });

const names = [
  ...(["event", "route", "action", "status", "durationMs", "job", "jobId"] as const),
  ...(["attempt", "count", "errorId", "errorName", "errorCode"] as const),
] satisfies (keyof LogFields)[];

const allowed = (fields: LogFields) =>
  Object.fromEntries(names.map((name) => [name, fields[name]]));

export const logInfo = (fields: LogFields): void => logger.info(allowed(fields));
export const logWarning = (fields: LogFields): void => logger.warn(allowed(fields));

/** Logs a bug: its name and its stack's places, never its message, which may quote a person. */
export function logError(fields: LogFields, error: unknown): void {
  const stack = error instanceof Error ? error.stack : undefined;
  const places = stack
    ?.split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 12);
  logger.error({
    ...allowed({ ...fields, errorName: error instanceof Error ? error.name : typeof error }),
    places,
  });
}
