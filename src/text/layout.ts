/** Where the element stands: our own page, our own frame, or somebody else's page. */
export type Layout = 'page' | 'frame' | 'element';
