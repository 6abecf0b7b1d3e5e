/** A header brought to the form synonyms are compared in: compatibility forms joined, lower case, without spaces, stars and colons. */
export function headerKey(header: string): string {
  return header
    .replace(/[ㆍᆞ]/g, '·')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(필수\)|\[필수\]/g, '')
    .replace(/[\s\u200B\uFEFF*※★☆:"']/g, '');
}

/** The same without what stands in brackets (the unit, 도로명/지번): `용지면적(제곱미터)` → `용지면적`. */
export function bareHeaderKey(header: string): string {
  return headerKey(header).replace(/[([][^)\]]*[)\]]/g, '');
}

const UNITS: Readonly<Record<string, string>> = {
  원: '원', 천원: '천원', 만원: '만원', 백만원: '백만원', 억원: '억원', 백만: '백만원', 억: '억원',
};

/** The unit of money a header names in brackets: `매출액(단위: 백만원)` → `백만원`; null when none. */
export function moneyUnit(header: string): '원' | '천원' | '만원' | '백만원' | '억원' | null {
  const inside = /[([](?:단위)?:?([^)\]]+)[)\]]/.exec(headerKey(header))?.[1]?.replace(/^단위/, '') ?? '';
  const unit = UNITS[inside];
  return unit === '원' || unit === '천원' || unit === '만원' || unit === '백만원' || unit === '억원' ? unit : null;
}
