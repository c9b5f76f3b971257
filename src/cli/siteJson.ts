import type { RankedSite } from '../core/finding/rankSite.ts';

/** A site as scripts get it; these names are promises. */
export const siteJson = (site: RankedSite, explain: boolean): Record<string, unknown> => ({
  rule: site.rule,
  shape: site.shape,
  path: site.path,
  line: site.line,
  column: site.column,
  end_line: site.endLine,
  function: site.function,
  callee: site.callee,
  expression: site.expression,
  fix: site.fix,
  reasons: site.reasons,
  because: site.because,
  replacement: site.replacement ?? null,
  subsystems: site.subsystems,
  rank: site.rank,
  ...(explain ? { rank_because: site.rankBecause } : {}),
});
