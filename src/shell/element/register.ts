/** Registers the element's class, unless a class is registered already or there is no document at all. */
export function register(element: CustomElementConstructor): void {
  if (globalThis.customElements !== undefined && customElements.get('four-islands-map') === undefined)
    customElements.define('four-islands-map', element);
}
