/**
 * `npm run lighthouse`: Lighthouse's accessibility, best practices and SEO on the built pages; fails under 100. The
 * first time it installs Lighthouse beside the project's packages: at 185 MB it is no dependency that everybody should
 * wait for.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as v from 'valibot';
import { browserFlags, findBrowser, howToInstall } from '../machine/browser.ts';
import { projectPath } from '../machine/node-files.ts';
import { serveBuild } from '../machine/serve.ts';

/** The last that runs on Node 20, with the one part of it that the registry no longer has in that version. */
const manifest = {
  name: 'four-islands-lighthouse',
  private: true,
  dependencies: { lighthouse: '12.8.2' },
  overrides: { 'third-party-web': '0.27.0' },
};
const categories = ['accessibility', 'best-practices', 'seo'] as const;
const documents = ['', 'ja/', 'ru/', 'timeline.html', 'ja/timeline.html', 'ru/timeline.html'];

const Result = v.object({
  lhr: v.object({
    categories: v.record(v.string(), v.object({ score: v.nullable(v.number()) })),
    audits: v.record(
      v.string(),
      v.object({
        title: v.string(),
        score: v.nullable(v.number()),
        scoreDisplayMode: v.string(),
        details: v.optional(v.object({ items: v.optional(v.array(v.unknown()), []) })),
      }),
    ),
  }),
});

/** What an audit found fault with, where that is an element. */
const Found = v.object({ node: v.object({ snippet: v.string(), explanation: v.optional(v.string(), '') }) });

const folder = projectPath('node_modules/.cache/lighthouse/');
if (!existsSync(`${folder}node_modules/lighthouse`)) {
  console.log(`installing Lighthouse ${manifest.dependencies.lighthouse}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}package.json`, JSON.stringify(manifest));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
}
const { resolve } = createRequire(`${folder}package.json`);
const { default: lighthouse } = await import(pathToFileURL(resolve('lighthouse')).href);
const { launch } = await import(pathToFileURL(createRequire(resolve('lighthouse')).resolve('chrome-launcher')).href);

const chromePath = findBrowser();
if (chromePath === null) throw new Error(howToInstall);
const site = await serveBuild();
const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...browserFlags] });
let failed = false;
for (const path of documents) {
  const run = await lighthouse(`${site.url}${path}`, {
    port: chrome.port,
    onlyCategories: categories,
    logLevel: 'error',
  });
  const { lhr } = v.parse(Result, run);
  const scores = categories.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100));
  console.log(`${(path || 'index').padEnd(18)} ${categories.map((name, at) => `${name} ${scores[at]}`).join('   ')}`);
  if (scores.every((score) => score === 100)) continue;
  failed = true;
  for (const [id, { title, score, scoreDisplayMode, details }] of Object.entries(lhr.audits)) {
    if (scoreDisplayMode !== 'binary' || score !== 0) continue;
    console.log(`  ${id}: ${title}`);
    for (const item of details?.items ?? []) {
      const found = v.safeParse(Found, item);
      if (found.success)
        console.log(`    ${found.output.node.snippet} ${found.output.node.explanation.replace(/\s+/g, ' ')}`);
    }
  }
}
await chrome.kill();
await site.close();
if (failed) process.exitCode = 1;
