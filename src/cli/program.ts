import { Command, CommanderError, Option } from 'commander';
import type { Host } from '../edge/host.ts';
import { type CommandEntry, commandGroups, commandTable } from './commandTable.ts';
import { createFace } from './createFace.ts';

/** Runs a command line (without the program's own name); gives the exit status of COMMANDS: 2 for wrong usage. */
export const runProgram = async (host: Host, words: readonly string[]): Promise<number> => {
  let status = 0;
  const program = new Command('patchling')
    .description('From Linux user to Linux kernel contributor. Nothing is ever sent by itself.')
    .version(host.version)
    .enablePositionalOptions() // prepare has a --version of its own
    .exitOverride()
    .helpCommand(false)
    .addHelpText('after', '\nExamples:\n  patchling start\n  patchling find --subsystem btrfs');
  for (const entry of commandTable) addCommand(program, entry, host, (code) => (status = code));
  for (const { name, summary, commands } of commandGroups) {
    const group = program.command(name).description(summary).exitOverride().helpCommand(false);
    for (const entry of commands) addCommand(group, entry, host, (code) => (status = code));
  }
  if (words.length === 0) {
    program.outputHelp();
    return 2;
  }
  try {
    await program.parseAsync([...words], { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
};

const addCommand = (program: Command, entry: CommandEntry, host: Host, end: (status: number) => void): void => {
  const command = program.command(`${entry.name} ${entry.takes}`.trim()).description(entry.summary).exitOverride();
  for (const [flags, words] of entry.options) command.option(flags, words);
  command.addOption(new Option('--color <when>', 'colour').choices(['always', 'never', 'auto']));
  command.addHelpText('after', `\nExamples:\n  ${entry.examples.join('\n  ')}`);
  command.action(async () => {
    const options = command.opts<Record<string, string | boolean | undefined>>();
    const face = createFace(host, { json: options['json'] === true, ...colourOf(options['color']) });
    const { run } = await entry.load();
    end(await run(face, { args: command.args, options }));
  });
};

const colourOf = (wish: string | boolean | undefined): { color?: string } =>
  typeof wish === 'string' ? { color: wish } : {};
