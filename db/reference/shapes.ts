/**
 * The shape of each file under assets/reference. Whatever reads those files, from the program's own
 * bundle or from a folder, checks them here first.
 */
import { z } from 'zod';
import type { Choice } from '../kernel/choice.ts';
import { complexTypes } from './choices/cluster.ts';
import { kicoxGroups } from './choices/industry.ts';
import { costChecks, costKinds, meetingFunds } from './choices/meeting.ts';
import { ruleLevels } from './choices/money.ts';
import { complexRoles, programPhases } from './choices/program.ts';

const codesOf = <const T extends readonly Choice[]>(choices: T): T[number]['code'][] => choices.map((choice) => choice.code);
const codeOf = <const T extends readonly Choice[]>(choices: T) => z.enum(codesOf(choices));

const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const isoDate = z.iso.date();
const won = z.int().nonnegative();
const percent = z.number().min(0).max(100);
const programYear = z.int().min(2005).max(2099);
const text = z.string().min(1);

const file = <T extends z.ZodType>(row: T) => z.strictObject({ source: z.array(text).min(1), rows: z.array(row).min(1) });

const economicRegion = z.strictObject({
  code, ko: text, en: text, order: z.int(), validFrom: isoDate, validTo: isoDate.nullable(),
  hubsPrinted: z.int().nullable(), linkedPrinted: z.int().nullable(), clustersPlanned2010: z.int().nullable(),
  money2010Won: won.nullable(), vision: text.nullable(), source: text,
});

const complexPeriod = z.strictObject({
  role: codeOf(complexRoles), from: isoDate, to: isoDate.nullable(), source: text, inferred: z.boolean().optional(),
});

const complex = z.strictObject({
  code, ko: text, en: text, shortCode: z.string().regex(/^[A-Z]{2,3}$/), aliases: z.array(text),
  kind: codeOf(complexTypes).nullable(), province: code, region: code, industry: text.nullable(),
  officialCode: z.string().length(6).nullable(), smartGreenBy: z.int().nullable(),
  roles: z.array(complexPeriod), inferred: z.array(text), note: text.nullable(),
});

const supportType = z.strictObject({
  code, ko: text, en: text, validFrom: programYear, validTo: programYear.nullable(),
  capWon: won.nullable(), capRule: z.enum(['below', 'at-most']).nullable(), capPer: z.enum(['task', 'year', 'case']).nullable(),
  maxMonths: z.int().positive().nullable(),
  share: z.strictObject({ rule: z.enum(['below', 'at-most']), sme: percent, midTier: percent, large: percent }).nullable(),
  minOwnCash: z.strictObject({ sme: percent, midTier: percent, large: percent }).nullable(),
  joint: z.strictObject({ min: z.int().positive(), of: z.enum(['firms', 'bodies']) }).nullable(),
  isMoney: z.boolean(), inferred: z.array(text), note: text.nullable(), source: text,
});

const programYearRow = z.strictObject({
  year: programYear, number: z.int().positive(), startOn: isoDate, endOn: isoDate,
  phase: codeOf(programPhases).nullable(), inferred: z.boolean(),
  smallTaskBelowWon: won.nullable(), minTaskWon: won.nullable(), jointMin: z.int().positive().nullable(), clusterFirmSharePercent: percent, settingsInferred: z.boolean(),
});

const costItem = z.strictObject({
  code, ko: text, en: text, use: z.enum(['rnd', 'support']), cost: z.enum(['direct', 'indirect']),
  validFrom: isoDate, validTo: isoDate.nullable(), inferred: z.boolean(), source: text,
});

const costRule = z.strictObject({
  code, ko: text, fund: codeOf(meetingFunds), checks: codeOf(costChecks), item: codeOf(costKinds).nullable(), amount: z.int().nonnegative().nullable(),
  level: codeOf(ruleLevels), validFrom: isoDate, validTo: isoDate.nullable(), inferred: z.boolean(), source: text,
});

const ksicSection = z.strictObject({
  level: z.literal('section'), code: z.string().regex(/^[A-U]$/), ko: text, en: text,
  firstDivision: z.string().regex(/^\d{2}$/), lastDivision: z.string().regex(/^\d{2}$/), revision: z.int(),
});

const ksicDivision = z.strictObject({
  level: z.literal('division'), code: z.string().regex(/^\d{2}$/), ko: text, section: z.string().regex(/^[A-U]$/),
  group: codeOf(kicoxGroups).nullable(), mapping: z.enum(['direct', 'approximate', 'ambiguous']).nullable(),
  confidence: z.enum(['A', 'B', 'C']).nullable(), revision: z.int(),
});

const province = z.strictObject({
  code, ko: text, en: text, statisticsCode: z.string().regex(/^\d{2}$/), region: code,
  names: z.array(z.strictObject({ name: text, code: z.string().regex(/^\d{2}$/), from: isoDate.nullable(), to: isoDate.nullable() })).min(1),
});

/** One checker per file name under assets/reference, without the `.json`. */
export const referenceShapes = {
  'economic-regions': file(economicRegion),
  complexes: file(complex),
  'support-types': file(supportType),
  'program-years': file(programYearRow),
  'cost-items': file(costItem),
  'cost-rules': file(costRule),
  'ksic-divisions': file(z.discriminatedUnion('level', [ksicSection, ksicDivision])),
  provinces: file(province),
};

export type EconomicRegion = z.infer<typeof economicRegion>;
export type Complex = z.infer<typeof complex>;
export type SupportType = z.infer<typeof supportType>;
export type ProgramYear = z.infer<typeof programYearRow>;
export type KsicSection = z.infer<typeof ksicSection>;
export type KsicDivision = z.infer<typeof ksicDivision>;
export type Province = z.infer<typeof province>;
