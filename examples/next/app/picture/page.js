export default function Page() {
  return (
    <main>
      <h1>An article</h1>
      {/* snippet picture */}
      <a href="https://maps.example.org/">
        <img
          src="https://maps.example.org/static/map.both.en.png"
          alt="Map of Etorofu / Iturup, Kunashir / Kunashiri, Shikotan and the Habomai islets – Names of both sides."
          width="600"
          height="557"
          style={{ maxWidth: '100%', height: 'auto' }}
        />
      </a>
      {/* /snippet */}
    </main>
  );
}
