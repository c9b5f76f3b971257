import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMaintainers, valuesOf } from './parseMaintainers.ts';

const linux = `\
List of maintainers
===================

	M: *Mail* patches to: FullName <address@domain>
	   These reviewers should be CCed on patches.

.. note:: When reading this list, please look for the most precise areas
          first.

9P FILE SYSTEM
M:	Eric Van Hensbergen <ericvh@kernel.org>
M:	Dominique Martinet <asmadeus@codewreck.org>
R:	Christian Schoenebeck <linux_oss@crudebyte.com>
L:	v9fs@lists.linux.dev (moderated for non-subscribers)
S:	Maintained
T:	git git://git.kernel.org/pub/scm/linux/kernel/git/ericvh/v9fs.git
F:	fs/9p/
K:	\\b(9p|v9fs)\\b
# a remark

8390 NETWORK DRIVERS [WD80x3/SMC-ELITE, SMC-ULTRA, NE2000, 3C503, etc.]
L: netdev@vger.kernel.org
S:Orphan / Obsolete
F:	drivers/net/ethernet/8390/
`;

const uboot = `\
Descriptions of section entries:

	P: Person (obsolete)

Maintainers List (try to look for most precise areas first)

		-----------------------------------
ANDROID AB
M:	Igor Opaniuk <igor.opaniuk@gmail.com>
S:	Maintained
F:	cmd/ab_select.c

ARM STM STM32MP
L:	uboot-stm32@st-md-mailman.stormreply.com (moderated for non-subscribers)
F:	drivers/serial/serial_stm32.*
N:	stm32


ARM SUNXI
F:	arch/arm/mach-sunxi/
`;

test("Linux's form: the prose above is no section, fields are kept in order and as they stand", () => {
  const { sections, problems } = parseMaintainers(linux);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    sections.map(({ title, line, fields }) => [title, line, fields.map(({ letter }) => letter).join('')]),
    [
      ['9P FILE SYSTEM', 10, 'MMRLSTFK'],
      ['8390 NETWORK DRIVERS [WD80x3/SMC-ELITE, SMC-ULTRA, NE2000, 3C503, etc.]', 21, 'LSF'],
    ],
  );
  const [nine, old] = sections;
  assert.ok(nine && old);
  assert.deepEqual(nine.fields[3], {
    letter: 'L',
    value: 'v9fs@lists.linux.dev (moderated for non-subscribers)',
    line: 14,
  });
  assert.deepEqual(valuesOf(nine, 'K'), ['\\b(9p|v9fs)\\b']);
  assert.equal(valuesOf(nine, 'M').length, 2);
  assert.deepEqual(valuesOf(old, 'S'), ['Orphan / Obsolete']);
});

test("U-Boot's form", () => {
  const { sections, problems } = parseMaintainers(uboot);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    sections.map(({ title, line }) => `${line} ${title}`),
    ['8 ANDROID AB', '13 ARM STM STM32MP', '19 ARM SUNXI'],
  );
});

test('CRLF and a lone last line give the same', () => {
  assert.deepEqual(parseMaintainers(linux.replaceAll('\n', '\r\n')), parseMaintainers(linux));
  assert.deepEqual(parseMaintainers(linux.trimEnd()), parseMaintainers(linux));
});

test('slips are named, and cost nothing else', () => {
  const text = 'M:\tA <a@b.c>\n\nA TITLE\nANOTHER\nF:\tmm/ \nG:\tx\nL:\n\nLAST\n';
  const { sections, problems } = parseMaintainers(text);
  assert.deepEqual(
    sections.map(({ title, fields }) => `${title}: ${fields.length}`),
    [': 1', 'ANOTHER: 3'],
  );
  assert.deepEqual(
    problems.map(({ line, what }) => `${line} ${what}`),
    [
      '1 no title stands above this',
      '3 nothing stands below the title "A TITLE"',
      '5 F: ends in white space, which counts',
      '6 no field is called G:',
      '7 L: says nothing',
      '9 nothing stands below the title "LAST"',
    ],
  );
});

test('Latin-1, cut anywhere, empty and huge: it reads what is there', () => {
  const latin1 = new TextDecoder().decode(Uint8Array.from('ÄRGER\nM:\tJürg <j@x.ch>\n', (sign) => sign.charCodeAt(0)));
  assert.deepEqual(parseMaintainers(latin1).sections[0]?.fields.length, 1);
  assert.deepEqual(parseMaintainers(''), { sections: [], problems: [] });
  for (let end = 0; end < linux.length; end++) assert.ok(parseMaintainers(linux.slice(0, end)).sections.length <= 2);
  const huge = parseMaintainers('A TITLE\nF:\tmm/\n\n'.repeat(50_000) + 'x'.repeat(5_000_000));
  assert.equal(huge.sections.length, 50_000);
});

test('no text makes it throw, and no line is in two places', () => {
  const row = fc.oneof(
    fc.constantFrom('', 'TITLE', 'M:\tA <a@b>', 'F:\t*', '# x', '\tM: x'),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { sections } = parseMaintainers(rows.join('\n'));
      const lines = sections.flatMap(({ fields }) => fields.map(({ line }) => line));
      assert.deepEqual(
        lines,
        [...new Set(lines)].toSorted((a, b) => a - b),
      );
      assert.ok(sections.every(({ fields }) => fields.length > 0));
    }),
  );
});
