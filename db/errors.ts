/** The closed list of reasons for which the application refuses something it understood. */
export const refusalCodes = [
  'invalid', 'not-found', 'conflict', 'locked', 'read-only', 'disk-full',
  'damaged', 'from-the-future', 'forbidden', 'cancelled', 'not-here',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** One thing that is wrong, named so that the page can put the cursor on it. */
export type Problem = {
  /** Field path, e.g. `title` or `attendance.3.person`. Empty when the record as a whole is meant. */
  field: string;
  /** The value that was refused, as it was received. */
  value?: unknown;
  /** A Korean sentence that says what to do. */
  message: string;
};

/**
 * An expected "no": thrown inside `db` because throwing rolls the transaction back, and shown to the
 * user as it is. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: readonly Problem[];

  constructor(code: RefusalCode, message: string, details: readonly Problem[] = []) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** HTTP status by which each refusal travels. */
export const statusOfRefusal: Record<RefusalCode, number> = {
  invalid: 400, 'not-found': 404, conflict: 409, locked: 423, 'read-only': 403, 'disk-full': 507,
  damaged: 422, 'from-the-future': 422, forbidden: 403, cancelled: 499, 'not-here': 501,
};
