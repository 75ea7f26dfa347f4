/** What Vite needs to serve and to build the site, one plugin a task. */
import type { Plugin } from 'vite';
import type { Derivation } from '../derived/derivation.ts';
import { parseReportForm } from '../derived/report-form.ts';
import { developmentServer } from './development-server.ts';
import { emitSite } from './emit-site.ts';
import { previewHeaders } from './preview-headers.ts';
import type { SiteBuild } from './print-site.ts';
import { parseReleaseKind } from './release-kind.ts';
import { parseSiteUrl } from './site-address.ts';
import { siteModules } from './site-modules.ts';

export interface FourIslandsOptions {
  readonly derivation: Derivation;
  /** The absolute address of the built site, as `SITE_URL` gives it. */
  readonly siteUrl?: string | undefined;
  /**
   * Which part of a release this build is, as `RELEASE` gives it: the latest page beside a kept version, or that
   * version itself.
   */
  readonly release?: string | undefined;
  /** The form of the address that takes reports of errors, as `REPORT_URL` gives it. */
  readonly reportUrl?: string | undefined;
}

/** Throws when an address or the part of a release is not understood. */
export function fourIslands({ derivation, siteUrl, release, reportUrl }: FourIslandsOptions): Plugin[] {
  const build: SiteBuild = {
    derivation,
    url: parseSiteUrl(siteUrl),
    kind: parseReleaseKind(release),
    reportForm: parseReportForm(reportUrl),
  };
  return [siteModules(build), emitSite(build), developmentServer(build), previewHeaders()];
}
