/** Fields of difficulties as often as they come. */
export const fields = ['rnd', 'rnd', 'rnd', 'production-quality', 'production-quality', 'marketing', 'export', 'patent-certification', 'finance', 'workforce', 'training', 'design', 'environment-safety', 'facility-location', 'regulation', 'management'] as const;
