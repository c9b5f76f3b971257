import { scanAll } from './scanned.ts';

/** A program of its own, so that a test may run it without the rights it has itself: `scanAsNobody.ts TREE CACHE`. */
const [, , tree = '', cache = ''] = process.argv;
const { sites, unreadable } = await scanAll({ tree, cache, workers: 1 });
process.stdout.write(JSON.stringify({ sites: sites.map(({ path, fix }) => `${path} ${fix}`), unreadable }));
