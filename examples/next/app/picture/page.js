export default function Page() {
  return (
    <main>
      <h1>An article</h1>
      {/* snippet picture */}
      <a href="https://maps.example.org/">
        <img
          src="https://maps.example.org/static/map.both.en.png"
          alt="Map of Etorofu / Iturup, Kunashir / Kunashiri, Shikotan and the Habomai islets – Names of both sides."
          width="1200"
          height="1114"
        />
      </a>
      {/* /snippet */}
    </main>
  );
}
