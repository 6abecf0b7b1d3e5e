/**
 * One allowed value of a field: the code is what is stored and exchanged (lower-case English, no comma,
 * because several codes are joined by commas), the labels are what people read.
 */
export type Choice = Readonly<{
  code: string;
  ko: string;
  en: string;
  /** A short Korean explanation beside the label, where the label alone is ambiguous. */
  note?: string;
}>;
