import type { Check } from '../core/verdict.ts';
import { shellCommand } from '../edge/shellCommand.ts';
import { checkSeries } from './checkSeries.ts';

/** What checkPatch says in its own words already, whether or not the tree has documents. */
const SAID = new Set(['why-not-written', 'sign-off-missing', 'address-is-placeholder', 'patch-does-not-apply']);

/** What the gate finds in a patch beyond what is said of every draft; then the sum, with the command that has it at length. */
export const gateChecks = async (
  host: Parameters<typeof checkSeries>[0],
  { tree, patch, bytes }: { tree: string; patch: string; bytes: Uint8Array },
): Promise<Check[]> => {
  const source = Buffer.from(bytes).toString('latin1');
  const { checked } = await checkSeries(host, { tree, files: [{ file: patch, source }], content: false });
  const problems = checked
    .flatMap(({ result }) => result.problems)
    .filter(({ rule, turnedOff }) => turnedOff === undefined && !SAID.has(rule));
  const found = Map.groupBy(
    problems.filter(({ severity }) => severity !== 'note'),
    ({ rule }) => rule,
  );
  const questions = problems.filter(({ severity }) => severity === 'note').length;
  const holding = checked.flatMap(({ result }) => result.checks).filter(({ verdict }) => verdict === 'holds').length;
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const sum = `${holding} hold, ${found.size} ${found.size === 1 ? 'does' : 'do'} not, ${questions} ask something`;
  return [
    ...[...found].map(([check, [first]]): Check => ({ check, verdict: 'fails', seen: first?.what ?? '' })),
    {
      check: 'the gate',
      verdict: isWrong ? 'fails' : 'holds',
      seen: `Of the rules in this tree's documents ${sum}. At length: ${shellCommand([host.command, 'check', patch])}`,
    },
  ];
};
