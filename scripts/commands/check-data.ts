/** Reads, draws and checks all of `geo/` without building anything. */

import { runOnData } from '../geo/data-faults.ts';
import { geoFolder } from '../geo/geo-files.ts';
import { readGeo } from '../geo/read-geo.ts';
import { buildSurroundingLand } from '../geo/surrounding-land.ts';

await runOnData(() => {
  const { dataset, timeline, drawing, hokkaido } = readGeo('both');
  buildSurroundingLand(hokkaido);
  const shapes = [...drawing.values()].flatMap(({ features }) => features);
  console.log(
    `${geoFolder()}/ is sound: ${dataset.places.length} places, ${shapes.length} drawn shapes, ${dataset.facts.length} facts, ${dataset.sources.length} sources, ${timeline.events.length} events, ${timeline.lines.length} lines.`,
  );
});
