import { provinceByName } from './provinces.ts';

/** Cities that have districts of their own: only there may `…시…구` be one run (청주시흥덕구). */
const CITY_WITH_DISTRICT = /^(수원|성남|안양|부천|안산|고양|용인|화성|청주|천안|전주|포항|창원)시(\S+구)$/;

/** Where an address lies. `sigungu` is the city, county or district (`청주시`), `district` the 구 of such a city (`흥덕구`); '' when unknown. */
export type Region = Readonly<{ sido: string; sigungu: string; district: string }>;

const NOWHERE: Region = { sido: '', sigungu: '', district: '' };

/** The official name of today of a province in any spelling (전라북도, 전북, 대구직할시, 서울시), or null. 광주시 is a city of 경기도. */
export function currentProvince(spelling: string): string | null {
  const name = spelling.normalize('NFC').trim();
  const province = provinceByName(name) ?? provinceByName(name.replace(/직할시$|(?<!^광주)시$/, ''));
  return province?.names.at(-1)?.name ?? null;
}

/**
 * Province and city of an address, province names brought to those of today, `청주시흥덕구` taken apart. Columns given beside the
 * address (시도명, 시군구명) fill what the address does not say. The address text itself is never changed by this.
 */
export function deriveRegion(address: string, sidoColumn = '', sigunguColumn = ''): Region {
  const words = address.normalize('NFC').replace(/^[\s([]*(?:\d{5}|\d{3}-\d{3})[\s)\]]*/, '').trim().split(/[\s,]+/);
  const found = currentProvince(words[0] ?? '');
  const sido = found ?? currentProvince(sidoColumn);
  if (sido === null) return NOWHERE;
  const rest = found !== null ? words.slice(1) : words;
  const own = cityOf(rest);
  const { sigungu, district } = own.sigungu === '' ? cityOf(sigunguColumn.normalize('NFC').trim().split(/\s+/)) : own;
  return { sido, sigungu, district };
}

function cityOf(words: readonly string[]): { sigungu: string; district: string } {
  const [first = '', second = ''] = words;
  const joined = CITY_WITH_DISTRICT.exec(first);
  if (joined) return { sigungu: `${joined[1] ?? ''}시`, district: joined[2] ?? '' };
  if (!/^[가-힣]{1,5}[시군구]$/.test(first)) return { sigungu: '', district: '' };
  return { sigungu: first, district: first.endsWith('시') && CITY_WITH_DISTRICT.test(first + second) ? second : '' };
}

/**
 * What two spellings of one address share: province of today, no text in brackets (동, 업체명, 필지 수), no '외 6필지', 번지,
 * postal code, spaces or marks except the dash between numbers. Road and lot addresses of one place stay different.
 */
export function addressKey(address: string): string {
  const plain = address
    .replace(/[ㆍᆞ]/g, '·')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s([]*(?:\d{5}|\d{3}-\d{3})[\s)\]]+/, '');
  let open = plain;
  for (let before = ''; before !== open; ) {
    before = open;
    open = open.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  }
  const [first = '', ...rest] = open.replace(/외\s*\d+\s*필지.*$/, '').trim().split(/\s+/);
  const words = [currentProvince(first) ?? first, ...rest].join(' ');
  return words.replace(/(\d)\s*번지/g, '$1').replace(/[−–—]/g, '-').replace(/[^\p{L}\p{N}-]/gu, '');
}
