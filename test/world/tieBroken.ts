import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * A copy of the tree's own scripts/get_maintainer.pl that answers many questions in one run, and leaves nothing to
 * perl's hash order: among equals the order of MAINTAINERS, and in a history that of the addresses. Nothing else differs.
 */
const tieBroken = (script: string): string => {
  const [head = '', rest = ''] = split(script, '## use the filenames on the command line');
  const [readArguments = '', after = ''] = split(rest, '@file_emails = uniq(@file_emails);');
  const [declarations = '', end = ''] = split(after, 'my @maintainers = get_maintainers();');
  const loop = readArguments.slice(readArguments.indexOf('foreach my $file (@ARGV)'));
  const lists = ['files', 'range', 'keyword_tvi', 'file_emails', ...(script.includes('@fixes') ? ['fixes'] : [])];
  const copy = [
    head,
    declarations.replace(/^@fixes = uniq\(@fixes\);$/m, ''),
    'sub answer_one {',
    '@ARGV = @_;',
    ...lists.map((list) => `@${list} = ();`),
    loop,
    '@file_emails = uniq(@file_emails);',
    script.includes('@fixes') ? '@fixes = uniq(@fixes);' : '',
    'my @found = get_maintainers();',
    'output(merge_email(@found)) if @found;',
    'print "\\x01\\n";',
    '}',
    'open(my $questions, "<:raw", $ENV{PATCHLING_QUESTIONS}) or die; my @questions = <$questions>; chomp(@questions);',
    'answer_one(split(/\\t/, $_)) for @questions;',
    'exit(0);',
    end.slice(end.indexOf('exit($exit);')),
  ].join('\n');
  const ties = copy.split('sort {$hash{$b} <=> $hash{$a}} keys %hash');
  assert.equal(ties.length, 3, 'the script sorts by a hash in two places');
  return `${ties[0]}sort {$hash{$b} <=> $hash{$a} || $a <=> $b} keys %hash${ties[1]}sort {$hash{$b} <=> $hash{$a} || $a cmp $b} keys %hash${ties[2]}`;
};

const split = (text: string, at: string): [string, string] => {
  const place = text.indexOf(at);
  assert.ok(place > 0, `the script has a place "${at}"`);
  return [text.slice(0, place), text.slice(place + at.length)];
};

/** What the copy prints for each question: options of the script, then a file or several patches. In bytes (latin1). */
export const askTieBroken = async (
  tree: string,
  options: readonly string[],
  questions: readonly (readonly string[])[],
): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'patchling-script-'));
  writeFileSync(
    join(folder, 'copy.pl'),
    tieBroken(readFileSync(join(tree, 'scripts/get_maintainer.pl'), 'latin1')),
    'latin1',
  );
  writeFileSync(join(folder, 'questions'), questions.map((words) => `${words.join('\t')}\n`).join(''));
  const env = { ...process.env, PATCHLING_QUESTIONS: join(folder, 'questions') };
  const child = spawn('perl', [join(folder, 'copy.pl'), ...options], {
    cwd: resolve(tree),
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const status = await new Promise((ended) => child.on('close', ended));
  rmSync(folder, { recursive: true });
  const answers = Buffer.concat(parts).toString('latin1').split('\x01\n');
  assert.equal(status, 0, 'the copy of the script ran');
  assert.equal(answers.pop(), '');
  assert.equal(answers.length, questions.length);
  return answers;
};
