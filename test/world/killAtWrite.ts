import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Preloaded (node --import) into a run of the program: it is killed, as by the power failing, right before the n-th time
// that it changes anything below a folder. KILL_BELOW=/folder KILL_AT=3. With KILL_AT=0 the changes are only counted, and
// their number is written to the file KILL_COUNT.

const below = process.env['KILL_BELOW'] ?? '';
const at = Number(process.env['KILL_AT'] ?? 0);
const counted = process.env['KILL_COUNT'];
const opened = new Set<number>();
let changes = 0;

const change = (): void => {
  changes++;
  if (changes === at) process.kill(process.pid, 'SIGKILL');
};

type Call = (...words: unknown[]) => unknown;
const table = fs as unknown as Record<string, Call>;

const watch = (name: string, isChange: (words: readonly unknown[]) => boolean): void => {
  const own = table[name];
  if (!own) return;
  table[name] = (...words) => {
    if (isChange(words)) change();
    const given = own(...words);
    if (name === 'openSync' && String(words[0]).startsWith(below)) opened.add(Number(given));
    return given;
  };
};

const isBelow = (word: unknown): boolean => typeof word === 'string' && word.startsWith(below);
const isOpened = (word: unknown): boolean => typeof word === 'number' && opened.has(word);

for (const name of ['mkdirSync', 'rmSync', 'unlinkSync']) watch(name, ([path]) => isBelow(path));
for (const name of ['renameSync', 'symlinkSync']) watch(name, ([from, to]) => isBelow(from) || isBelow(to));
watch('openSync', ([path, flags]) => isBelow(path) && flags !== 'r' && flags !== undefined);
for (const name of ['writeSync', 'writeFileSync', 'fsyncSync'])
  watch(name, ([file]) => isOpened(file) || isBelow(file));
syncBuiltinESMExports();

process.on('exit', () => {
  if (counted !== undefined) fs.appendFileSync(counted, `${changes}\n`);
});
