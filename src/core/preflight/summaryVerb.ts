/** A verb at a summary's beginning that gives no order: `Fixed`, `Adds`, `Removing`. */
export interface SummaryVerb {
  readonly word: string;
  /** What it would be as an order. */
  readonly order: string;
}

/** Only verbs that changes begin with are known, so that "Fixed-rate clocks" or "Status" is not taken for one. */
export const summaryVerb = (rest: string): SummaryVerb | undefined => {
  const [, word = '', next = ''] = /^([A-Za-z]+)\s+(\S+)/.exec(rest) ?? [];
  const order = ORDERS.get(word.toLowerCase());
  if (order === undefined || /^(?:for|to|in|of|and|on|from|with|by|is|are|as|at|or|was|were)$/i.test(next))
    return undefined;
  // "fixed regulators", "supported boards" and "added value" speak of a thing; "using X" and "handling of" do too.
  if (/^(?:fixed|supported|enabled|disabled|updated|improved|changed|shared)$/i.test(word) && ADJECTIVE.test(rest))
    return undefined;
  return { word, order };
};

const ADJECTIVE = new RegExp(
  [
    '^\\w+\\s+(?:\\w+[\\s-]){0,2}?(?:regulators?|clocks?|links?|phys?|rates?|factors?|sizes?|partitions?|',
    'points?|boards?|platforms?|devices?|address(?:es)?|width|length|nodes?|layout|frequency|voltage|',
    'mapping|irqs?|by)\\b',
  ].join(''),
  'i',
);

const VERBS =
  `add remove fix change update use move drop replace rename convert introduce implement clean enable disable
  support allow avoid prevent handle correct improve create delete make switch migrate refactor rework simplify extend
  merge split reduce increase adjust modify initialize free check print return skip clear set refactor sync
  optimize document revert import export ensure restore stop start reset pass define mark`
    .split(/\s+/)
    .filter((verb) => verb !== '');

const ORDERS: ReadonlyMap<string, string> = new Map(
  VERBS.flatMap((verb) => forms(verb).map((form) => [form, verb] as const)),
);

function forms(verb: string): readonly string[] {
  const root = verb.replace(/e$/, '');
  const doubled = /^(?:drop|split|skip|stop|refer)$/.test(verb) ? verb + verb.slice(-1) : root;
  const past =
    { make: 'made', set: '', split: '' }[verb] ?? (verb.endsWith('y') ? `${verb.slice(0, -1)}ied` : `${doubled}ed`);
  const third = verb.endsWith('y')
    ? `${verb.slice(0, -1)}ies`
    : /(?:x|ss|sh|ch)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`;
  const gerund = verb === 'set' ? 'setting' : `${doubled}ing`;
  // These are nouns as often: "Checks", "Exports", "Sets", "Supports".
  const nouns = new RegExp(
    [
      '^(?:check|export|import|set|support|use|clock|print|return|document|pass|start|stop|mark|reset|',
      'change|update|fix)$',
    ].join(''),
  );
  const isNoun = nouns.test(verb) && !/^(?:fix|update|change|use)$/.test(verb);
  return [past, isNoun ? '' : third, isNoun || verb === 'handle' ? '' : gerund].filter(
    (form) => form !== '' && form !== verb,
  );
}
