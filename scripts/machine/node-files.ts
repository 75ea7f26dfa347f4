import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file named from the project's root. */
export function projectPath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

/** Text of a project file. */
export function readText(path: string): string {
  return readFileSync(projectPath(path), 'utf8');
}

/** A project file decoded from JSON, not yet believed. */
export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}
