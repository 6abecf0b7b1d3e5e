/** Lines of clusters whose numbers count a joint record once: each line is a place that its clusters belong to. */
import type { ClusterLine } from './cluster-lines.ts';

/** JSON `[[cluster, place], …]`: every line but a cluster's own is a place of all its clusters. */
export const placesJson = (lines: readonly ClusterLine[]): string => JSON.stringify(lines.flatMap(({ key, clusters }) => clusters.map((cluster) => [cluster, key])));
