import { draftId } from '../../../bench/draftId.ts';
import type { Todo } from '../../../core/journal/todos.ts';
import { draftAddress } from '../patch/draftAddress.ts';
import { placeText, siteAddress } from '../site/siteAddress.ts';

/** A thing to do, in words: what, why, and the way to it. */
export interface TodoWords {
  readonly title: string;
  readonly about: string;
  readonly at: string;
  readonly button: string;
  /** Whether it is the person's turn, or only for their knowledge. */
  readonly tone: 'yours' | 'unknown';
}

export const todoWords = (todo: Todo): TodoWords => {
  if ('contribution' in todo) return versionWords(todo);
  const { draft } = todo;
  const site = siteAddress(draft.site);
  const patch = draftAddress(draftId(draft.patch));
  const place = placeText({ path: draft.site.path, line: draft.site.line });
  const about = `${draft.subject} · ${place}`;
  const yours = (title: string, at: string, button: string): TodoWords => ({ title, about, at, button, tone: 'yours' });
  switch (todo.kind) {
    case 'name-yourself':
      return yours('Tell git who you are: the patch has no author', '/settings', 'What git knows');
    case 'say-why':
      return yours('Say why the change is needed', `${site}#why`, 'Say why');
    case 'sign-off':
      return yours('Sign it off: it is your word that you may give this code', `${site}#why`, 'Sign off');
    case 'check':
      return yours('Let it be checked', site, 'Check it');
    case 'mend':
      return yours('Look at what does not hold', patch, 'See the patch');
    case 'prepare':
      return yours('Prepare it: all that was looked at holds', patch, 'See the patch');
    case 'edited-draft':
      return yours('You have worked on its file: check it again', patch, 'See the patch');
    case 'site-moved':
      return {
        title: 'The place has changed since this was written',
        about,
        at: patch,
        button: 'See the patch',
        tone: 'unknown',
      };
    case 'lost-draft':
      return { title: 'Its file is gone', about, at: patch, button: 'What is known', tone: 'unknown' };
    default:
      return todo satisfies never;
  }
};

const versionWords = (todo: Extract<Todo, { readonly contribution: unknown }>): TodoWords => {
  const { contribution, version, kind } = todo;
  const number = `v${version.version}`;
  const at = `/contribution/${encodeURIComponent(contribution.id)}`;
  return kind === 'lost-version'
    ? { title: `The folder of ${number} is gone`, about: version.title, at, button: 'What is known', tone: 'unknown' }
    : {
        title: `Read ${number} once more: it is prepared, and was sent to nobody`,
        about: version.title,
        at,
        button: 'Read it',
        tone: 'yours',
      };
};
