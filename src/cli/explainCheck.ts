import type { ListedRule } from '../bench/listRules.ts';
import type { Example } from '../core/preflight/rule.ts';
import { sampleLines, samplesOf } from '../core/preflight/sampleLines.ts';
import type { Face } from './face.ts';
import { folded } from './folded.ts';

/** A rule of the gate at length: what, why, what to do, the tree's own words, and examples. */
export const explainCheck = ({ rule, found, state }: ListedRule, { say, paint, width, host }: Face): void => {
  const paragraph = (label: string, text: string): void => {
    for (const [at, line] of folded(text, width - 8).entries())
      say(`${paint('soft', (at === 0 ? label : '').padEnd(6))}${line}`);
  };
  say(`${paint('strong', rule.name)}: ${rule.title}`);
  say(paint('soft', `${rule.severity}${rule.pack === undefined ? '' : `, only for ${rule.pack}`}`));
  say();
  paragraph('why', rule.why);
  paragraph('next', rule.next);
  say();
  if (found) {
    say(paint('soft', `${found.file}, "${found.heading}", line ${found.line}`));
    for (const line of folded(`“${found.words}”`, width - 2)) say(`  ${line}`);
  } else {
    const [source] = rule.sources;
    const why = state === 'moved' ? 'does not speak of it' : 'is not in this tree, so the rule is off';
    say(`${paint('unknown', '? unknown')}: ${source?.file}, "${source?.heading}", ${why}.`);
  }
  say();
  for (const example of rule.examples.slice(0, 4)) sayExample(example, { say, paint });
  say(
    paint(
      'soft',
      `Not for your patch? ${host.command} check PATCH --without ${rule.name} --because "…" keeps your reason.`,
    ),
  );
};

const sayExample = ({ given, finds, unknown }: Example, { say, paint }: Pick<Face, 'say' | 'paint'>): void => {
  if (unknown !== undefined) return;
  say(finds === undefined ? paint('leaf', '✓ passes') : `${paint('fails', '✗ found')}  …${finds}…`);
  for (const sample of samplesOf(given).slice(0, 3)) for (const line of sampleLines(sample)) say(`    ${line}`);
  say();
};
