import { expectReadable, unreadable } from './readable.ts';
import { expect, test } from './site.ts';

/** Sentences that nobody can read, each for a reason of its own: the check itself is held to see them. */
const hidden = [
  ['nothing is there', '<p id="it"></p>', /no words/],
  ['another box lies over it', '<p id="it">A sentence</p><div style="position:absolute;inset:0">cover</div>', /under/],
  ['its own colour is the ground’s', '<p id="it" style="color:#eee">A sentence</p>', /contrast/],
  ['its box cuts it', '<p id="it" style="height:8px;overflow:hidden;line-height:40px">A sentence</p>', /under/],
  ['it stands out of the window', '<p id="it" style="position:absolute;left:-60px;top:0">A sentence</p>', /window/],
  [
    'other words show through',
    '<b style="position:absolute;color:red;font-size:30px;line-height:20px">WWWWWW</b><p id="it" style="position:relative">A sentence</p>',
    /shows through/,
  ],
] as const;

for (const [why, body, fault] of hidden)
  test(`a sentence is not readable where ${why}`, async ({ page }) => {
    await page.setContent(`<body style="margin:0;background:#fff;font:16px/20px sans-serif">${body}`);
    expect((await unreadable(page, page.locator('#it'))).join('\n')).toMatch(fault);
  });

test('a plain sentence on a plain ground is readable', async ({ page }) => {
  await page.setContent(
    '<body style="background:#fff"><p id="it">A plain <a href="#a">sentence</a>, in two colours.</p>',
  );
  await expectReadable(page, page.locator('#it'));
});
