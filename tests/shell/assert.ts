/** The few assertions of the contract, without Node: the list also runs inside a page. */
function ok(holds: boolean, message = 'expected to hold'): asserts holds {
  if (!holds) throw new Error(message);
}

function equal(found: unknown, expected: unknown, what = ''): void {
  ok(Object.is(found, expected), `${what} found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
}

/** Same as JSON, typed arrays included. */
function deepEqual(found: unknown, expected: unknown): void {
  equal(JSON.stringify(found), JSON.stringify(expected));
}

function match(found: string, expected: RegExp): void {
  ok(expected.test(found), `${JSON.stringify(found)} does not match ${String(expected)}`);
}

async function rejects(promise: Promise<unknown>): Promise<void> {
  const failed = await promise.then(
    () => false,
    () => true,
  );
  ok(failed, 'expected to be rejected');
}

export const assert: {
  ok: typeof ok;
  equal: typeof equal;
  deepEqual: typeof deepEqual;
  match: typeof match;
  rejects: typeof rejects;
} = { ok, equal, deepEqual, match, rejects };
