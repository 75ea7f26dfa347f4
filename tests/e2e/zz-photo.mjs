import { chromium } from '@playwright/test';
const base = process.argv[2]; const out = process.argv[3];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--enable-unsafe-swiftshader'] });
for (const [q, w, h, name] of JSON.parse(process.argv[4])) {
  const page = await browser.newPage({ viewport: { width: w, height: h } });
  page.on('console', (m) => { if (m.type() === 'error') console.log(name, m.text().slice(0, 200)); });
  await page.goto(base + q);
  await page.waitForFunction(() => ['interactive','failed'].includes(document.querySelector('four-islands-map')?.dataset.state ?? ''), { timeout: 90000 }).catch(() => console.log('late', name));
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `${out}/${name}.png` });
  await page.close();
}
await browser.close();
