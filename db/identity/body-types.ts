/** What two bodies are compared by, and what speaks for or against their being one. */

/** What is known of a body; all but the name may be missing. */
export type Description = Readonly<{
  name: string | null;
  business_no?: string | null | undefined;
  corporate_no?: string | null | undefined;
  address?: string | null | undefined;
  province?: string | null | undefined;
  district?: string | null | undefined;
  phone?: string | null | undefined;
  representative?: string | null | undefined;
  /** What it was called before. */
  pastNames?: readonly string[] | undefined;
  sites?: readonly Readonly<{ name: string | null; address: string | null }>[] | undefined;
}>;

/** Points for (above nought) or against. */
export type Reason = Readonly<{ ko: string; points: number }>;
