/** Provinces by their official name of today, with the administrative code of today and every earlier or shorter spelling. */
interface Province {
  readonly name: string;
  readonly code: string;
  readonly spellings: readonly string[];
}

// 강원 2023-06 and 전북 2024-01 became special self-governing provinces; their codes moved 42→51 and 45→52 (domain.md §14.9).
const PROVINCES: readonly Province[] = [
  { name: '서울특별시', code: '11', spellings: ['서울특별시', '서울시', '서울'] },
  { name: '부산광역시', code: '26', spellings: ['부산광역시', '부산직할시', '부산시', '부산'] },
  { name: '대구광역시', code: '27', spellings: ['대구광역시', '대구직할시', '대구시', '대구'] },
  { name: '인천광역시', code: '28', spellings: ['인천광역시', '인천직할시', '인천시', '인천'] },
  { name: '광주광역시', code: '29', spellings: ['광주광역시', '광주직할시', '광주'] },
  { name: '대전광역시', code: '30', spellings: ['대전광역시', '대전직할시', '대전시', '대전'] },
  { name: '울산광역시', code: '31', spellings: ['울산광역시', '울산시', '울산'] },
  { name: '세종특별자치시', code: '36', spellings: ['세종특별자치시', '세종시', '세종'] },
  { name: '경기도', code: '41', spellings: ['경기도', '경기'] },
  { name: '강원특별자치도', code: '51', spellings: ['강원특별자치도', '강원도', '강원'] },
  { name: '충청북도', code: '43', spellings: ['충청북도', '충북'] },
  { name: '충청남도', code: '44', spellings: ['충청남도', '충남'] },
  { name: '전북특별자치도', code: '52', spellings: ['전북특별자치도', '전라북도', '전북'] },
  { name: '전라남도', code: '46', spellings: ['전라남도', '전남'] },
  { name: '경상북도', code: '47', spellings: ['경상북도', '경북'] },
  { name: '경상남도', code: '48', spellings: ['경상남도', '경남'] },
  { name: '제주특별자치도', code: '50', spellings: ['제주특별자치도', '제주도', '제주'] },
];

const BY_SPELLING = new Map(PROVINCES.flatMap((province) => province.spellings.map((spelling) => [spelling, province] as const)));

/** Cities that have districts of their own: only there may `…시…구` be one run (청주시흥덕구). */
const CITY_WITH_DISTRICT = /^(수원|성남|안양|부천|안산|고양|용인|화성|청주|천안|전주|포항|창원)시(\S+구)$/;

/** Where an address lies. `sigungu` is the city, county or district (`청주시`), `district` the 구 of such a city (`흥덕구`); '' when unknown. */
export interface Region {
  readonly sido: string;
  readonly sidoCode: string;
  readonly sigungu: string;
  readonly district: string;
}

const NOWHERE: Region = { sido: '', sidoCode: '', sigungu: '', district: '' };

/** The official name of today of a province in any spelling (`전라북도` → `전북특별자치도`), or null. */
export function currentProvince(spelling: string): { name: string; code: string } | null {
  const province = BY_SPELLING.get(spelling.normalize('NFC').trim());
  return province ? { name: province.name, code: province.code } : null;
}

/**
 * Province and city of an address, province names brought to those of today, `청주시흥덕구` taken apart. Columns given beside the
 * address (시도명, 시군구명) fill what the address does not say. The address text itself is never changed by this.
 */
export function deriveRegion(address: string, sidoColumn = '', sigunguColumn = ''): Region {
  const words = address.normalize('NFC').replace(/^[\s([]*(?:\d{5}|\d{3}-\d{3})[\s)\]]*/, '').trim().split(/[\s,]+/);
  const found = BY_SPELLING.get(words[0] ?? '');
  const province = found ?? BY_SPELLING.get(sidoColumn.normalize('NFC').trim());
  if (!province) return NOWHERE;
  const rest = found ? words.slice(1) : words;
  const own = cityOf(rest);
  const { sigungu, district } = own.sigungu === '' ? cityOf(sigunguColumn.normalize('NFC').trim().split(/\s+/)) : own;
  return { sido: province.name, sidoCode: province.code, sigungu, district };
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
  const words = [BY_SPELLING.get(first)?.name ?? first, ...rest].join(' ');
  return words.replace(/(\d)\s*번지/g, '$1').replace(/[−–—]/g, '-').replace(/[^\p{L}\p{N}-]/gu, '');
}
