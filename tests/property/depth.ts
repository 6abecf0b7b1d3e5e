/**
 * How many random runs a test makes. Each test says how many of them are a whole look; `npm test` makes a quarter of them, with new
 * seeds every time, and `npm run long` all. `TEST_DEPTH=1 npx vitest run tests/property` makes all here, 10 ten times as many.
 */
export const depth = Number(process.env['TEST_DEPTH'] ?? 0.25);
if (!(depth > 0)) throw new Error(`TEST_DEPTH is a share of the whole such as 0.25, 1 or 10, not ${process.env['TEST_DEPTH'] ?? ''}`);

/** At this run's depth, and never none. */
export const runsOf = (whole: number): number => Math.max(1, Math.ceil(whole * depth));
