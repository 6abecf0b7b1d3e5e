/** Local calendar day and time of the device, `YYYY-MM-DD HH:MM`. */
export const localNow = (ms: number): string => {
  const local = new Date(ms);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())} ${two(local.getHours())}:${two(local.getMinutes())}`;
};
