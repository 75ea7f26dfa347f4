/** Lists the licences of all packages, and fails when one is not on the list of `licences.ts`. */
import { isAllowed, usedPackages } from '../site/licences.ts';

const packages = usedPackages();
for (const shipped of [true, false]) {
  const some = packages.filter((used) => used.shipped === shipped);
  console.log(
    `\n${shipped ? 'in what readers download, or asked for by it' : 'only to build and test'}: ${some.length} packages`,
  );
  const licences = [...new Set(some.map(({ licence }) => licence ?? 'none stated'))].sort();
  for (const licence of licences) {
    const names = some.filter((used) => (used.licence ?? 'none stated') === licence).map(({ name }) => name);
    console.log(`  ${licence.padEnd(26)}${shipped ? names.join(', ') : names.length}`);
  }
}

const unlisted = packages.filter(({ licence, shipped }) => !isAllowed(licence, shipped));
for (const { name, version, licence, shipped } of unlisted)
  console.error(
    `licence not listed: ${name} ${version}, ${licence ?? 'none stated'}, ${shipped ? 'shipped' : 'a tool'} (scripts/site/licences.ts)`,
  );
if (unlisted.length > 0) process.exit(1);
console.log('\nevery licence is listed');
