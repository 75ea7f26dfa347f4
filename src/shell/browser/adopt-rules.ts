/** The style sheets of a shadow tree that are made by script. */

/**
 * The length that stands for `rem` where the element is in somebody else's page: what that page's root says is not
 * meant for us.
 */
const unit = '--four-islands-rem';

/**
 * What `unit` is worth: the reader's own size of text, which a registered property keeps as a length; else what most
 * have.
 */
const worth = register() ? '1em' : '16px';

function register(): boolean {
  try {
    globalThis.CSS?.registerProperty({ name: unit, syntax: '<length>', inherits: true, initialValue: '16px' });
    return globalThis.CSS !== undefined;
  } catch (error) {
    // Another copy of this script has been there.
    return error instanceof DOMException && error.name === 'InvalidModificationError';
  }
}

/**
 * Writes lengths so that they hold whatever size the page's root has. In a query `em` is that of the container, in
 * `@media` the reader's.
 */
function inOwnUnits(rules: string): string {
  const written = rules
    .replace(/@container[^{]*/g, (query) => query.replaceAll('rem', 'em'))
    .replace(/(@media[^{]*)|(?<![\w.-])(-?(?:\d*\.)?\d+)rem\b/g, (whole, query?: string, number?: string) =>
      query === undefined ? `calc(${number} * var(${unit}))` : whole,
    );
  return `:host > :where(.frame, dialog, [popover]) { ${unit}: ${worth}; }${written}`;
}

/** Gives a shadow tree the rules of a part that is loaded later. Returns what takes them away again. */
export function adoptRules(root: ShadowRoot, rules: string): () => void {
  const { host } = root;
  const isOurs = host.hasAttribute('data-layout');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(isOurs ? rules : inOwnUnits(rules));
  root.adoptedStyleSheets.push(sheet);
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
