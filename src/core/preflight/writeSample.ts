import { bytesOf } from '../mail/textOf.ts';
import type { Sample } from './sample.ts';

/** The mail of an example, as git format-patch would write it. */
export const writeSample = (sample: Sample, index = 0): string => {
  const { subject = '[PATCH] mm: slub: Count the objects once', from = 'Ada Made <ada@made.example>' } = sample;
  const headers: Record<string, string> = {
    From: from,
    Date: `Mon, 23 Nov 2026 18:0${index % 10}:00 +0000`,
    Subject: subject,
    'Message-ID': `<20261123.${index + 1}@made.example>`,
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    ...sample.headers,
  };
  const trailers = sample.trailers ?? ['Signed-off-by: Ada Made <ada@made.example>'];
  const diff = sample.diff ?? DIFF;
  const { body = BODY, below } = sample;
  const text = [
    `From ${'1'.repeat(40)} Mon Sep 17 00:00:00 2001`,
    ...Object.entries(headers).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`])),
    '',
    ...(body === '' ? [] : [body, '']),
    ...trailers,
    ...(diff === '' ? ['', ''] : ['---', ...(below === undefined ? [] : ['', below, '']), STAT, '', diff.trimEnd()]),
    '-- ',
    '2.39.5',
    '',
  ].join('\n');
  return bytesOf(text);
};

const BODY = `When two caches share a list the objects of the second are counted twice,
so slabtop shows more memory in use than the machine has.

Count each object in the loop that already visits it.`;

const STAT = ' mm/slub.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)';

const DIFF = `diff --git a/mm/slub.c b/mm/slub.c
index 1111111111..2222222222 100644
--- a/mm/slub.c
+++ b/mm/slub.c
@@ -10,7 +10,7 @@ static int count(struct list_head *head)
 	int sum = 0;
 	struct item *item;
 
-	sum = first(head) + second(head);
+	sum = first(head);
 	list_for_each_entry(item, head, node)
 		sum++;
 	return sum;`;
