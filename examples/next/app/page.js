import { Map } from './map.js';

export default function Page() {
  return (
    <main>
      <h1>An article</h1>
      <Map />
    </main>
  );
}
