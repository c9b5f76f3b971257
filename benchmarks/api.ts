import { timed } from './timed.ts';

// `node benchmarks/api.ts [REQUESTS] [SEED]`: the test of the API with drawn requests, with more of them than CI takes.
const [requests = '10000', seed = '2026'] = process.argv.slice(2);
const test = 'src/web/office/api/createApi.test.ts';
const { stdout, status } = await timed([process.execPath, '--test', '--test-reporter=tap', test], {
  PATCHLING_REQUESTS: requests,
  SEED: seed,
});
const [, told] = /^\s*# (\d+ requests; .*)$/m.exec(stdout) ?? [];
if (status !== 0 || told === undefined) {
  process.stderr.write(stdout);
  process.exit(1);
}
const [count, statuses = ''] = told.split('; ');
const rows = statuses.split(', ').map((one) => `| ${one.replace(': ', ' | ')} |`);

process.stdout.write(`# The API against its own document

\`node benchmarks/api.ts ${requests} ${seed}\`: requests that are drawn from the schemas of \`/api/v1/openapi.json\`,
and spoilt: other tokens, other terms, names of any characters, bodies that the schema does not allow, bodies cut in half. Each
answer must be one that the document names for that address, in JSON, and none may be a mistake of ours (5xx). A breach ends
it, with the smallest request that shows it.

${count}, no breach:

| status | answers |
| --- | --- |
${rows.join('\n')}
`);
