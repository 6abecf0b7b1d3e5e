/** One step of the schema: run once, in its own transaction. `derives` names tables whose derived columns this step adds: they are computed right after it. */
export type Migration = Readonly<{ version: number; name: string; sql: string; derives?: readonly string[] }>;
