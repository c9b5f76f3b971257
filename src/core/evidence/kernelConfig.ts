import { bears } from './bears.ts';
import type { EvidenceCheck, Piece } from './evidence.ts';
import { logLines } from './logLines.ts';

export interface ConfigNeeds {
  /** What options have to be: `{"CONFIG_KUNIT": "y"}`; `n` is “is not set”, or not there. */
  readonly options?: Readonly<Record<string, string>>;
  /** Whether CONFIG_LOCALVERSION bears the mark, as for a kernel of one's own. */
  readonly marked: boolean;
}

export interface ReadConfig {
  /** Of `# Linux/x86 6.12.117 Kernel Configuration`. */
  readonly version: string | undefined;
  readonly options: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  /** Options that stand in it twice, and differ. */
  readonly twice: readonly { readonly name: string; readonly line: number }[];
}

const HEADER = /^# Linux\/\S{1,40} (\d\S{0,60}) Kernel Configuration/;
const SET = /^(CONFIG_\w{1,120})=(.{0,1000})$/;
const NOT_SET = /^# (CONFIG_\w{1,120}) is not set$/;

export const readConfig = (piece: Piece): ReadConfig => {
  const options = new Map<string, { value: string; line: number }>();
  const twice: { name: string; line: number }[] = [];
  let version: string | undefined;
  for (const { text, number } of logLines(piece.bytes)) {
    version ??= HEADER.exec(text)?.[1];
    const [, set, value = ''] = SET.exec(text) ?? [];
    const name = set ?? NOT_SET.exec(text)?.[1];
    if (name === undefined) continue;
    const said = set === undefined ? 'n' : value.replaceAll(/^"|"$/g, '');
    if ((options.get(name)?.value ?? said) !== said) twice.push({ name, line: number });
    options.set(name, { value: said, line: number });
  }
  return { version, options, twice };
};

/** The smallest configuration (`make tinyconfig`) has some hundreds of lines. */
const LEAST = 200;

/** Looks at a kernel's `.config`. `Documentation/kbuild/kconfig.rst`. */
export const kernelConfig = (piece: Piece, needs: ConfigNeeds, nonce: string): readonly EvidenceCheck[] => {
  const config = readConfig(piece);
  const { version, options, twice } = config;
  const check = 'a whole .config';
  const settle = 'cp .config config.txt in the build folder, or zcat /proc/config.gz > config.txt';
  if (version === undefined || options.size < LEAST) {
    const lacks = version === undefined ? 'the line with its version is not there' : `it has ${options.size} options`;
    return [{ check, needed: true, verdict: 'unknown', seen: `This is no whole .config: ${lacks}.`, settle }];
  }
  const [first] = twice;
  return [
    { check, needed: true, verdict: 'holds', seen: `Linux ${version}, ${options.size} options.` },
    ...(needs.marked ? [marked(config, nonce)] : []),
    ...Object.entries(needs.options ?? {}).map(([name, value]) => option(config, name, value)),
    first
      ? {
          check: 'each option once',
          needed: false,
          verdict: 'fails',
          line: first.line,
          seen: `${first.name} stands in it with two values.`,
        }
      : { check: 'each option once', needed: false, verdict: 'holds', seen: 'No option stands in it with two values.' },
  ];
};

const marked = ({ options }: ReadConfig, nonce: string): EvidenceCheck => {
  const check = 'your own mark';
  const { value = '', line } = options.get('CONFIG_LOCALVERSION') ?? {};
  const where = line === undefined ? {} : { line };
  if (bears(value, nonce)) {
    return { check, needed: true, verdict: 'holds', seen: `CONFIG_LOCALVERSION is "${value}".`, ...where };
  }
  const settle = `scripts/config --set-str LOCALVERSION -${nonce}, then build and boot it`;
  const seen = `CONFIG_LOCALVERSION is "${value.slice(0, 60)}", without your mark.`;
  return { check, needed: true, verdict: 'fails', seen, settle, ...where };
};

const option = ({ options }: ReadConfig, name: string, wanted: string): EvidenceCheck => {
  const { value = 'n', line } = options.get(name) ?? {};
  const common = { check: name, needed: true, ...(line === undefined ? {} : { line }) } as const;
  const isSo = wanted === 'set' ? value !== 'n' : value === wanted;
  if (isSo) return { ...common, verdict: 'holds', seen: `It is ${value.slice(0, 60)}.` };
  const settle = `make menuconfig, / and ${name.replace('CONFIG_', '')}`;
  return { ...common, verdict: 'fails', seen: `It is ${value.slice(0, 60)}; the task asks for ${wanted}.`, settle };
};
