import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FILES: Readonly<Record<string, string>> = {
  Makefile: 'VERSION = 6\nPATCHLEVEL = 19\nSUBLEVEL = 0\nEXTRAVERSION = -rc1\nNAME = Made Up\n',
  MAINTAINERS:
    'List of maintainers\n\nMADE DRIVER\nM:\tAda Made <ada@made.example>\nL:\tmade@lists.example\nS:\tMaintained\nF:\tdrivers/made/\n',
  'include/linux/overflow.h':
    'size_t array_size(size_t a, size_t b);\n#define struct_size(p, m, n) 0\n#define flex_array_size(p, m, n) 0\n',
  'include/linux/slab.h':
    '#include <linux/overflow.h>\nvoid *kmalloc(size_t size, gfp_t flags);\nvoid *kmalloc_array(size_t n, size_t size, gfp_t flags);\nvoid *kcalloc(size_t n, size_t size, gfp_t flags);\n',
  'Documentation/process/deprecated.rst':
    'Deprecated\n==========\n\nopen-coded arithmetic in allocator arguments\n--------------------------------------------\nSizes should not be computed here due to the\nrisk of them overflowing. Use a helper.\n',
  'drivers/made/made.c': `#include <linux/slab.h>

struct made {
	int count;
	u32 items[];
};

static int made_probe(int n)
{
	struct made *made;
	u32 *table;

	table = kmalloc(n * sizeof(*table), GFP_KERNEL);
	if (!table)
		return -ENOMEM;
	made = kmalloc(sizeof(*made) + n * sizeof(*made->items), GFP_KERNEL);
	if (!made)
		return -ENOMEM;
	return 0;
}

static int made_more(int n)
{
	u32 *more = kmalloc((n + 1) * sizeof(*more), GFP_KERNEL);
	u32 *most = kmalloc(16 * sizeof(*most), GFP_KERNEL);

	return more && most;
}
`,
};

/** A tree of a few files that we wrote, in a temporary folder; `files` are added, or taken out where they are undefined. */
export const smallTree = (files: Readonly<Record<string, string | undefined>> = {}): string => {
  const tree = mkdtempSync(join(tmpdir(), 'patchling-tree-'));
  for (const [path, text] of Object.entries({ ...FILES, ...files })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text, 'latin1');
  }
  return tree;
};
