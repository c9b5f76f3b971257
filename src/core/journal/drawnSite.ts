import type { DrawnSite } from './fact.ts';

/** Of a site only what the journal keeps: as little as finds it again. */
export const drawnSite = ({ rule, path, line, function: name, expression }: DrawnSite): DrawnSite => ({
  rule,
  path,
  line,
  function: name,
  expression,
});
