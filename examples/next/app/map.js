'use client';
// snippet
import { useEffect } from 'react';

export function Map() {
  useEffect(() => {
    import('four-islands/define');
  }, []);
  return (
    <four-islands-map names="both">
      <img src="/map.both.en.svg" alt="Map of the islands disputed between Japan and Russia" width="1000" height="928" loading="lazy" />
    </four-islands-map>
  );
}
// /snippet
