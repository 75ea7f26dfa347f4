/** What is no valid HTML in a document of the build. */
import { HtmlValidate } from 'html-validate';

/** Matters of taste, and what only a server of somebody else needs. */
const tastes = {
  'no-raw-characters': 'off',
  'long-title': 'off',
  'require-sri': 'off',
  'void-style': 'off',
} as const;

/** A line a fault; `others` are further rules that this kind of document does not follow. */
export async function htmlFaults(html: string, ...others: readonly string[]): Promise<readonly string[]> {
  const report = await new HtmlValidate({
    extends: ['html-validate:standard'],
    elements: ['html5'],
    rules: { ...tastes, ...Object.fromEntries(others.map((rule) => [rule, 'off' as const])) },
  }).validateString(html);
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
