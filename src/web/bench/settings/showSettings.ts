import type { ChosenTree } from '../../../bench/chooseTree.ts';
import type { Identity } from '../../../edge/git/gitIdentity.ts';
import type { SettingOrigin } from '../../../edge/git/settingOrigins.ts';
import type { Host } from '../../../edge/host.ts';

/** What Patchling works by on this machine. */
export interface Settings {
  /** The author that git would write. */
  readonly identity: Identity | undefined;
  /** Of the environment, where it says who one is instead of git's files. */
  readonly fromEnvironment: readonly string[];
  /** None: git could not say. */
  readonly settings: readonly SettingOrigin[] | undefined;
  readonly folders: readonly UsedFolder[];
  /** Other trees that were worked on, the last one first. */
  readonly otherTrees: readonly OtherTree[];
}

export interface UsedFolder {
  readonly holds: string;
  readonly folder: string;
  /** Of the XDG Base Directory Specification. */
  readonly variable: string;
  /** By the variable; else by the specification's own default. */
  readonly isSet: boolean;
}

export interface OtherTree {
  readonly folder: string;
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly isThere: boolean;
}

const SECTIONS = ['user', 'author', 'sendemail', 'format', 'b4', 'patchling'];
const ENVIRONMENT = ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'EMAIL'];

type Needs = Pick<Host, 'git' | 'env' | 'folders' | 'journal' | 'trees'>;

export const showSettings = async (host: Needs, { folder }: Pick<ChosenTree, 'folder'>): Promise<Settings> => ({
  identity: await host.git.gitIdentity(folder),
  fromEnvironment: ENVIRONMENT.filter((name) => (host.env[name] ?? '') !== ''),
  settings: await host.git.settingOrigins(folder, SECTIONS),
  folders: foldersOf(host),
  otherTrees: await otherTreesOf(host, folder),
});

const foldersOf = ({ env, folders }: Needs): readonly UsedFolder[] =>
  [
    {
      holds: 'the journal, drafts and series, which cannot be made again',
      folder: folders.data,
      variable: 'XDG_DATA_HOME',
    },
    { holds: 'unpacked trees and scans, which can', folder: folders.cache, variable: 'XDG_CACHE_HOME' },
    {
      holds: 'what is drawn for you, your last answers, who may open these pages',
      folder: folders.state,
      variable: 'XDG_STATE_HOME',
    },
    { holds: 'nothing yet: settings are git’s', folder: folders.config, variable: 'XDG_CONFIG_HOME' },
  ].map((one) => ({ ...one, isSet: env[one.variable]?.startsWith('/') === true }));

const otherTreesOf = async ({ journal, trees }: Needs, current: string): Promise<readonly OtherTree[]> => {
  const { facts } = await journal.read();
  const last = new Map<string, OtherTree>();
  for (const fact of facts) {
    if (fact.kind !== 'tree-chosen' || fact.tree === current) continue;
    const { tree: folder, version, at } = fact;
    last.delete(folder);
    last.set(folder, { folder, version, at, isThere: trees.lacks(folder).length === 0 });
  }
  return [...last.values()].reverse().slice(0, 20);
};
