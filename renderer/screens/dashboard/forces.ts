/** Places for nodes so that tied ones lie near each other: springs and repulsion after Fruchterman and Reingold, from a fixed start, so that the same network always looks the same. */

export type Tie = { one: number; other: number; weight: number };
export type Spot = readonly [x: number, y: number];

const rounds = 400;
const gravity = 0.6;

/** The same picture, as large as the room allows in each direction. */
const spread = (spots: readonly (readonly number[])[], room: Spot): Spot[] => {
  const along = (axis: 0 | 1): ((value: number) => number) => {
    const values = spots.map((spot) => spot[axis] ?? 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value) => (most - least < 1 ? room[axis] / 2 : ((value - least) / (most - least)) * room[axis]);
  };
  const [x, y] = [along(0), along(1)];
  return spots.map((spot) => [x(spot[0] ?? 0), y(spot[1] ?? 0)] as const);
};

/** @param room width and height of the place @returns a spot for each node, inside the room */
export const placed = (nodes: number, ties: readonly Tie[], room: Spot): Spot[] => {
  const [width, height] = room;
  const spots = Array.from({ length: nodes }, (_, at) => [width / 2 + Math.cos(at * 2.4) * width * 0.4 * Math.sqrt((at + 1) / nodes), height / 2 + Math.sin(at * 2.4) * height * 0.4 * Math.sqrt((at + 1) / nodes)]);
  const ideal = 0.75 * Math.sqrt((width * height) / Math.max(1, nodes));
  const strongest = Math.max(1, ...ties.map((tie) => tie.weight));
  for (let round = 0; round < rounds; round += 1) {
    const heat = (width / 12) * (1 - round / rounds);
    const push = spots.map(() => [0, 0]);
    const pull = (one: number, other: number, force: (far: number) => number): void => {
      const [a, b, pa, pb] = [spots[one], spots[other], push[one], push[other]];
      if (!a || !b || !pa || !pb) return;
      const [dx, dy] = [(a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0)];
      const far = Math.max(0.01, Math.hypot(dx, dy));
      const by = force(far) / far;
      pa[0] = (pa[0] ?? 0) + dx * by; pa[1] = (pa[1] ?? 0) + dy * by;
      pb[0] = (pb[0] ?? 0) - dx * by; pb[1] = (pb[1] ?? 0) - dy * by;
    };
    for (let one = 0; one < nodes; one += 1) for (let other = one + 1; other < nodes; other += 1) pull(one, other, (far) => (ideal * ideal) / far);
    for (const tie of ties) pull(tie.one, tie.other, (far) => -((far * far) / ideal) * (0.4 + (0.6 * tie.weight) / strongest));
    for (const [at, spot] of spots.entries()) {
      const [x, y] = [spot[0] ?? 0, spot[1] ?? 0];
      const [ownX, ownY] = push[at] ?? [0, 0];
      // What is tied to nothing would drift away for ever: the middle holds everything, the farther the harder.
      const [dx, dy] = [(ownX ?? 0) + (width / 2 - x) * gravity, (ownY ?? 0) + (height / 2 - y) * gravity];
      const far = Math.max(0.01, Math.hypot(dx, dy));
      spot[0] = x + (dx / far) * Math.min(far, heat);
      spot[1] = y + (dy / far) * Math.min(far, heat);
    }
  }
  return spread(spots, room);
};
