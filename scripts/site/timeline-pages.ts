/** The whole timeline as a document of its own in each language: it needs no script and has none. */
import { element, type Markup } from '../../src/kernel/markup.ts';
import type { Timeline } from '../../src/model/story/timeline.ts';
import type { Source } from '../../src/model/types.ts';
import { years } from '../../src/model/view-state.ts';
import { say } from '../../src/text/strings.ts';
import { timelineContent } from '../../src/text/timeline/timeline-content.ts';
import { stepMarkup } from '../../src/text/timeline/timeline-markup.ts';
import { sayOfTimeline } from '../../src/text/timeline/timeline-strings.ts';
import { type TranslatedDocument, timelinePages } from './site-documents.ts';
import { mapFrom, printStaticPage, staticPageStyle } from './static-page.ts';

export interface TimelinePrint {
  readonly timeline: Timeline;
  readonly sources: readonly Source[];
  /** The rules of the documents of the site: faces and colours. */
  readonly outerStyle: string;
  /** The rules of the timeline's words. */
  readonly styleSheet: string;
  /** The absolute address of the site's root; `null` where it is not known. */
  readonly siteUrl: URL | null;
  /** The form of the address that takes reports of errors; `null` where there is none. */
  readonly report: string | null;
  /** With a content security policy, which the development server's own scripts would break. */
  readonly built: boolean;
}

const ownStyle = [
  staticPageStyle,
  '.steps{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding-left:0;list-style:none}',
  '.steps a{display:inline-block;min-height:1.75rem}',
  '.step{margin-top:2.2rem;padding-top:1rem;border-top:2px solid var(--rule)}',
  '.step>figure{margin:0 0 1rem}',
  '.step img{width:100%;height:auto;border:1px solid var(--rule)}',
  'blockquote{margin:0;padding-left:.9rem;border-left:2px solid var(--hatch)}',
  'blockquote p::before{content:"“"}blockquote p::after{content:"”"}',
  'summary{min-height:1.75rem;cursor:pointer}',
].join('');

/** The document's text. */
export function printTimelinePage(page: TranslatedDocument, print: TimelinePrint): string {
  const { language } = page;
  const { timeline, sources, siteUrl, built } = print;
  const title = sayOfTimeline(language, 'heading');
  const style = print.outerStyle + print.styleSheet + ownStyle;
  const contents = years.flatMap(
    (year) => timelineContent(timeline, sources, { year, lang: language, report: print.report }) ?? [],
  );
  const mapPath = mapFrom(page);
  const main = element('main', {}, [
    element('p', { class: 'to-map' }, [element('a', { href: mapPath }, [sayOfTimeline(language, 'back')])]),
    element('h1', {}, [title]),
    element('p', { class: 'lead' }, [sayOfTimeline(language, 'lead')]),
    element('p', {}, [say(language, 'introduction')]),
    element('p', {}, [say(language, 'ainu')]),
    element('p', {}, [say(language, 'disclaimer')]),
    element('nav', { 'aria-label': say(language, 'timeline') }, [
      element(
        'ol',
        { class: 'steps' },
        contents.map((content) => element('li', {}, [element('a', { href: `#y${content.step}` }, [content.title])])),
      ),
    ]),
    ...contents.map((content) =>
      element('section', { class: 'step', id: `y${content.step}`, 'aria-labelledby': `t${content.step}` }, [
        element('h2', { id: `t${content.step}` }, [content.title]),
        picture(content.step, content.line.text, page),
        element('p', { class: 'to-map' }, [
          element('a', { href: content.step === 'now' ? mapPath : `${mapPath}?year=${content.step}` }, [
            sayOfTimeline(language, 'opensMap'),
          ]),
        ]),
        ...stepMarkup(content, { language, interactive: false }),
      ]),
    ),
  ]);
  return printStaticPage({
    page,
    translations: timelinePages,
    title,
    description: sayOfTimeline(language, 'lead'),
    style: { text: style },
    main,
    siteUrl,
    built,
  });
}

function picture(year: string, alternative: string, { language, toRoot }: TranslatedDocument): Markup {
  const file = `static/map.both.${language}${year === 'now' ? '' : `.${year}`}.svg`;
  return element('figure', {}, [
    element('img', { src: `${toRoot}${file}`, alt: alternative, width: 1000, height: 900, loading: 'lazy' }),
  ]);
}
