/**
 * Checks what can be checked of the sources without a network, prints who published them, and writes that into
 * `geo/README.md`. A test asks that it is written as it is.
 */
import { DataFaults, runOnData } from '../geo/data-faults.ts';
import { geoName, geoPath, lineInJson, readGeoText, writeGeoText } from '../geo/geo-files.ts';
import { readGeo } from '../geo/read-geo.ts';
import { claimsOf, faultsOfPleaders, publishersOfSources } from '../sources/claims.ts';
import { faultsOfSources } from '../sources/source-faults.ts';
import { sourceTables, withTables } from '../sources/source-tables.ts';

await runOnData(() => {
  const geo = readGeo();
  const { sources } = geo.dataset;
  const fail = (sentence: string): never => {
    throw new DataFaults([sentence]);
  };
  const text = readGeoText('sources.json', fail) ?? '';
  const faults = [
    ...faultsOfSources(sources, new Date().toISOString().slice(0, 10)).map(
      ({ index, field, message }) =>
        `${geoName('sources.json')}, line ${lineInJson(text, [index, field])}, feature “${sources[index]?.id}”, field “${field}”: ${message}`,
    ),
    ...faultsOfPleaders(claimsOf(geo), publishersOfSources(geo)).map((sentence) => `${geoName('')}: ${sentence}`),
  ];
  if (faults.length > 0) throw new DataFaults(faults);
  const tables = sourceTables(geo);
  console.log(tables);
  writeGeoText('README.md', withTables(readGeoText('README.md', fail) ?? '', tables));
  console.log(`\n${geoPath('README.md')} has these tables.`);
});
