/** Indicators in words: what each counts, by which rule, from where, and the how many-th definition it is. */
import type { Definition } from '../../../db/reports/api.ts';

export const DefinitionList = ({ indicators }: { indicators: readonly Definition[] }) => indicators.map(({ code, version, ko, unit, formula, source, rule }) => (
  <section key={code}>
    <h3>{ko} <span className="cd-soft">({unit})</span></h3>
    <dl>
      <div><dt>산식</dt><dd>{formula}</dd></div>
      <div><dt>규칙</dt><dd>{rule}</dd></div>
      <div><dt>근거</dt><dd>{source}</dd></div>
      <div><dt>정의 판</dt><dd>{version}판</dd></div>
    </dl>
  </section>
));
