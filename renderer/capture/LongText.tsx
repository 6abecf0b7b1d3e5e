import { Textarea } from '@mantine/core';

/** Text of several lines in a window where Enter moves on: Shift+Enter breaks the line. */
export const LongText = ({ label, value, onChange, error, placeholder }: { label: string; value: string; onChange: (value: string) => void; error?: string | undefined; placeholder?: string }) => (
  <Textarea label={label} autosize minRows={2} maxRows={6} maxLength={20_000} value={value} error={error} placeholder={placeholder ?? '줄 바꿈은 Shift+Enter'} onChange={(event) => onChange(event.currentTarget.value)} />
);
