/** Scores on a scale: read, judged, brought to 100 points. */

/** A score in hundredths: sums of whole numbers are exact. Null when it has not arrived. */
export const pointsOf = (score: string | null): number | null => (score === null ? null : Math.round(Number(score) * 100));

/** 100-point score = (x − lowest) / (highest − lowest) × 100 (domain.md §16), to one decimal, half up. */
export const hundredOf = (score: number, lowest: number, highest: number): number => Math.round((score - lowest) * 1000 / (highest - lowest) + 1e-9) / 10;

/** Why a score cannot stand on a scale, as a Korean sentence; null when it can. */
export const scoreFault = (score: string, lowest: number, highest: number): string | null =>
  (Number(score) < lowest || Number(score) > highest ? `${score}점은 ${lowest}~${highest}점 척도를 벗어납니다. 점수를 다시 확인해 주세요.` : null);

/** SQL: an answer above the middle of its own scale (4 and 5 of five, 5 to 7 of seven, 51 and more of a hundred). */
export const positiveSql = (alias: string): string => `${alias}.points * 2 > (${alias}.lowest + ${alias}.highest) * 100`;

export const positiveRule = '긍정 응답은 척도의 가운데보다 높은 점수입니다(5점 척도 4·5점, 7점 척도 5~7점, 100점 척도 50점 초과).';
export const hundredRule = '100점 환산 = (점수 − 최저점) ÷ (최고점 − 최저점) × 100. 예: 7점 척도 4.7점 → 61.7점, 5점 척도 4.2점 → 80.0점.';
