/** The ten industry groups of the agency's statistics (domain.md §14.5). */
import type { Choice } from '../../kernel/choice.ts';

/** KICOX 10개 업종. */
export const kicoxGroups = [
  { code: 'food', ko: '음식료', en: 'Food and drink' },
  { code: 'textile', ko: '섬유의복', en: 'Textiles and clothing' },
  { code: 'wood-paper', ko: '목재종이', en: 'Wood and paper' },
  { code: 'petrochemical', ko: '석유화학', en: 'Petrochemicals' },
  { code: 'non-metal', ko: '비금속', en: 'Non-metallic minerals' },
  { code: 'steel', ko: '철강', en: 'Steel' },
  { code: 'machinery', ko: '기계', en: 'Machinery' },
  { code: 'electronics', ko: '전기전자', en: 'Electrical and electronic' },
  { code: 'transport-equipment', ko: '운송장비', en: 'Transport equipment' },
  { code: 'other', ko: '기타', en: 'Other' },
] as const satisfies readonly Choice[];
