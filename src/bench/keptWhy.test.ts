import assert from 'node:assert/strict';
import test from 'node:test';
import { commitMessage } from '../core/patch/commitMessage.ts';
import { keptWhy } from './keptWhy.ts';

const what = `Use kmalloc_array(), ${'which takes both factors, '.repeat(6)}instead of computing n * sizeof(*p).`;
const mail = (why: string): Uint8Array =>
  Buffer.from(
    `From 0\nSubject: [PATCH] mm: use\n kmalloc_array()\n\n${commitMessage({
      subject: 's',
      why,
      what,
      signOff: 'A <a@b>',
    })
      .split('\n')
      .slice(2)
      .join('\n')}---\n mm/a.c | 2 +-\n`,
  );

test('the why comes back as it stands in the patch, wrapped lines, paragraphs and other letters among it', () => {
  const why = `The count comes from user space, ${'and it may be large, '.repeat(5)}ü.\n\nSecond:\n\n  $ cmd\n`;
  const kept = keptWhy(mail(why), what);
  assert.ok(kept?.startsWith('The count comes from user space'));
  assert.deepEqual(mail(kept ?? ''), mail(why), 'written again it is the same');
});

test('there is none where it is missing, or the message is not one of ours', () => {
  assert.equal(keptWhy(mail(''), what), undefined);
  assert.equal(keptWhy(Buffer.from('From 0\n\nmine\n---\n'), what), undefined);
  assert.equal(keptWhy(Buffer.from(''), what), undefined);
});
