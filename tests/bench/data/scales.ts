/** How much of everything. */

export type Scale = Readonly<{
  name: string; firms: number; tasks: number; sessions: number; meetings: number; attendances: number; clusters: number; coordinators: number;
}>;

/** The program of the nation (domain.md §12), and ten and a hundred times that. `tiny` is for tests. */
export const scales = {
  tiny: { name: 'tiny', firms: 60, tasks: 120, sessions: 300, meetings: 30, attendances: 300, clusters: 8, coordinators: 6 },
  nation: { name: 'nation', firms: 5_000, tasks: 10_000, sessions: 60_000, meetings: 2_000, attendances: 40_000, clusters: 77, coordinators: 90 },
  x10: { name: 'x10', firms: 50_000, tasks: 100_000, sessions: 600_000, meetings: 20_000, attendances: 400_000, clusters: 77, coordinators: 400 },
  x100: { name: 'x100', firms: 500_000, tasks: 1_000_000, sessions: 2_000_000, meetings: 200_000, attendances: 4_000_000, clusters: 770, coordinators: 1_500 },
} as const satisfies Record<string, Scale>;

export type ScaleName = keyof typeof scales;

export const isScale = (name: string): name is ScaleName => Object.hasOwn(scales, name);
