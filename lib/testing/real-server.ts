/**
 * The PostgreSQL server that the database tests run on, or undefined when they run on the embedded
 * one: it has a single session, so nobody does anything there at the same time as somebody else.
 */
export const realServerUrl = process.env.DATABASE_URL_TEST || undefined;
