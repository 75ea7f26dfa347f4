/** Marks what is shown as chosen, wherever it is listed: in the list of places, in the picture, among the passages. */
import type { Context } from '../context/context.ts';

/** Marks a control as the one for what is shown, or as another. */
export function mark(item: Element, current: boolean): void {
  if (current) item.setAttribute('aria-current', 'true');
  else item.removeAttribute('aria-current');
}

/** Marks the selected place and the highlighted passage; passages and groups are known once the data is there. */
export function markCurrent({ root, data, state: { place }, lit }: Context): void {
  const dataset = data.read?.data.dataset;
  const passages = dataset?.article.passages ?? [];
  const litPlaces: readonly string[] = passages.find(({ id }) => id === lit)?.concerns ?? [];
  const group = dataset?.places.find(({ id }) => id === place)?.group ?? null;
  for (const item of root.querySelectorAll('.places [data-place]')) {
    const id = item.getAttribute('data-place');
    mark(item, id === place);
    item.classList.toggle('lit', id !== null && litPlaces.includes(id));
  }
  for (const label of root.querySelectorAll('.picture [data-place]')) {
    const id = label.getAttribute('data-place');
    label.classList.toggle('selected', id !== null && (id === place || litPlaces.includes(id)));
  }
  for (const figure of root.querySelectorAll('.passages figure')) {
    const passage = passages.find(({ id }) => id === figure.getAttribute('data-passage'));
    mark(figure, group !== null && passage?.concerns.includes(group) === true);
    figure.classList.toggle('lit', passage !== undefined && passage.id === lit);
  }
  for (const button of root.querySelectorAll('[data-action="light"]'))
    button.setAttribute('aria-pressed', String(button.getAttribute('data-passage') === lit));
}
