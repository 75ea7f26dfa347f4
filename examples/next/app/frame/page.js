export default function Page() {
  return (
    <main>
      <h1>An article</h1>
      {/* snippet frame */}
      <iframe
        title="Islands disputed between Japan and Russia"
        src="https://maps.example.org/embed.both.en.html"
        width="600"
        height="480"
        loading="lazy"
        allow="fullscreen"
        frameBorder="0"
        referrerPolicy="strict-origin-when-cross-origin"
        style={{ maxWidth: '100%' }}
      />
      {/* /snippet */}
    </main>
  );
}
