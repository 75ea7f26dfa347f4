export default function (config) {
  config.addPassthroughCopy({
    'node_modules/four-islands/lib/four-islands.js': 'four-islands.js',
    'node_modules/four-islands/lib/four-islands-map.js': 'four-islands-map.js',
    'node_modules/four-islands/lib/static/map.both.en.svg': 'map.both.en.svg',
  });
}
