/** One step of the schema: run once, in its own transaction. */
export type Migration = Readonly<{ version: number; name: string; sql: string }>;
