import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { kernelTree, noKernelTree } from '../../../test/world/kernelTree.ts';
import { findSection, sectionHolding } from './documentSection.ts';
import { documentSectionHeadings } from './documentSectionHeadings.ts';

const rst = `\
.. SPDX-License-Identifier: GPL-2.0

.. _deprecated:

==============
 The  Document
==============

Words before. A sentence
that is broken, e.g. like this, over lines. Another one.

strcpy()
--------
strcpy() does no bounds checking. This
could result in *linear overflows*
beyond the end.

Below
~~~~~
Deeper words::

	Not a heading
	-------------
	foo = kmalloc(count * size);

After
~~~~~

Same Level
----------

Last words
`;

test('a section ends at the next heading of its level or a higher one', () => {
  const section = findSection(rst, 'strcpy()');
  assert.equal(section?.line, 12);
  assert.match(section?.words ?? '', /^strcpy\(\) does no bounds/);
  assert.match(section?.words ?? '', /~~~~~\nDeeper words::[\s\S]*After\n~~~~~$/);
  assert.equal(findSection(rst, 'Below')?.words.split('\n').at(-1), '\tfoo = kmalloc(count * size);');
  assert.equal(findSection(rst, 'After')?.words, '');
  assert.equal(findSection(rst, 'Same Level')?.words, 'Last words');
});

test('white space and case of a heading do not count; it is given as the document writes it', () => {
  assert.equal(findSection(rst, 'the document')?.heading, 'The  Document');
  assert.equal(findSection(rst, ' SAME\n level ')?.line, 29);
  assert.equal(findSection(rst, 'The  Document')?.line, 6);
});

test('an indented line with dashes below is no heading', () => {
  assert.equal(findSection(rst, 'Not a heading'), undefined);
});

test('a key phrase is found across lines and gives its sentence', () => {
  assert.deepEqual(findSection(rst, 'strcpy()', 'result in *linear overflows* beyond')?.phrase, {
    line: 15,
    text: 'This could result in *linear overflows* beyond the end.',
  });
  assert.deepEqual(findSection(rst, 'The Document', 'broken, e.g. like THIS')?.phrase, {
    line: 10,
    text: 'A sentence that is broken, e.g. like this, over lines.',
  });
  assert.equal(findSection(rst, 'strcpy()', 'words before')?.phrase, undefined);
  assert.equal(findSection(rst, 'strcpy()', ' ')?.phrase, undefined);
});

test('of two sections with one heading the one with the phrase is taken', () => {
  const two = 'Notes\n=====\none\n\nNotes\n=====\ntwo words\n';
  assert.equal(findSection(two, 'Notes', 'two words')?.line, 5);
  assert.equal(findSection(two, 'Notes', 'three')?.line, 1);
  assert.equal(findSection(two, 'Notes')?.line, 1);
});

test('a phrase that stands below another heading is found with that one', () => {
  const deep = sectionHolding(rst, 'deeper  words');
  assert.deepEqual([deep?.heading, deep?.line, deep?.phrase], ['Below', 18, { line: 20, text: 'Deeper words::' }]);
  assert.equal(sectionHolding(rst, 'another\none')?.heading, 'The  Document');
  assert.deepEqual(sectionHolding('Before all.\n\nOne\n===\nwords\n', 'before')?.phrase, {
    line: 1,
    text: 'Before all.',
  });
  assert.equal(sectionHolding(rst, 'nowhere'), undefined);
  assert.equal(sectionHolding('no heading at all', 'heading'), undefined);
});

test('Markdown: hashes and underlines, but not in a fence', () => {
  const text =
    '# Title #\n\nWords\n\n```sh\n# a comment\n```\n\nSecond\n------\nmore\n\n### Third\nlast\n\n## Fourth\n';
  assert.equal(findSection(text, 'a comment'), undefined);
  assert.equal(findSection(text, 'second')?.words, 'more\n\n### Third\nlast');
  assert.equal(findSection(text, 'third')?.words, 'last');
  assert.match(findSection(text, 'title')?.words ?? '', /^Words[\s\S]*## Fourth$/);
});

test('CRLF, a byte order mark and a heading on the last line', () => {
  assert.equal(findSection('\uFEFFOne\r\n===\r\nwords\r\n', 'One')?.words, 'words');
  assert.equal(findSection('Two\n===', 'Two')?.words, '');
  assert.equal(findSection('', ''), undefined);
});

test('no text makes it throw', () => {
  const line = fc.oneof(fc.constantFrom('', '====', '----', '# x', '```', '.. a::', 'Title', '    x'), fc.string());
  fc.assert(
    fc.property(fc.array(line), fc.string(), fc.string(), (lines, heading, phrase) => {
      findSection(lines.join('\n'), heading, phrase);
      sectionHolding(lines.join('\n'), phrase);
      for (const { title } of documentSectionHeadings(lines)) assert.ok(findSection(lines.join('\n'), title, phrase));
    }),
  );
});

test("the tree's own documents", (t) => {
  const folder = kernelTree();
  if (folder === undefined) return t.skip(noKernelTree);
  const read = (name: string): string => readFileSync(join(folder, 'Documentation/process', name), 'utf8');

  const arithmetic = findSection(
    read('deprecated.rst'),
    'open-coded arithmetic in allocator arguments',
    'risk of them overflowing',
  );
  assert.match(arithmetic?.words ?? '', /^Dynamic size calculations[\s\S]*family of functions\.$/);
  assert.match(arithmetic?.phrase?.text ?? '', /^Dynamic size calculations .* due to the risk of them overflowing\.$/);

  const posting = read('submitting-patches.rst');
  assert.match(findSection(posting, 'describe your changes')?.words ?? '', /^Describe your problem\./);
  const certificate = findSection(posting, "Developer's Certificate of Origin 1.1");
  assert.match(certificate?.words ?? '', /^By making a contribution to this project, I certify that:\n/);
  for (const part of ['(a)', '(b)', '(c)', '(d)']) assert.ok(certificate?.words.includes(part));
  const signing = findSection(posting, "Sign your work - the Developer's Certificate of Origin");
  assert.ok(signing?.words.includes(certificate?.words ?? '?'));

  const netdev = findSection(
    read('maintainer-netdev.rst'),
    'clean-up patches',
    'discourages patches which perform simple',
  );
  // Linux 6.1 does not say it yet.
  if (!netdev) t.diagnostic('maintainer-netdev.rst of this tree has no section on clean-ups');
  else
    assert.match(netdev.phrase?.text ?? '', /^Netdev discourages patches which perform simple clean-ups, which .*\.$/);

  let headings = 0;
  for (const file of globSync('Documentation/process/*.rst', { cwd: folder })) {
    const text: string = readFileSync(join(folder, file), 'utf8');
    for (const { title } of documentSectionHeadings(text.split('\n'))) {
      assert.equal(findSection(text, title)?.heading.toLowerCase(), title.toLowerCase(), `${file}: ${title}`);
      headings++;
    }
  }
  t.diagnostic(`${headings} headings of Documentation/process found again`);
});
