import type { ApiAlias, ApiFacts } from '../../catalogue/api';
import { code } from '../markdown';

/** The version that a project fixes for a distribution, and where. */
export interface ApiPin {
  /** `3.4.1`, or a line such as `3.4`. */
  version: string;
  /** The file that says so, as shown: `requirements.txt`. */
  file?: string;
}

export interface Availability {
  /** What goes wrong with this name in the version at hand, with the way out. */
  warning?: string;
  /** Since when, and for which version the hover speaks. */
  line?: string;
}

/** The versions of a name as a hover says them. `newest`: the version that holds where nothing is pinned. */
export function availabilityOf(
  facts: ApiFacts,
  pin: ApiPin | undefined,
  newest: string | undefined,
  alias?: ApiAlias,
): Availability {
  const at = pin?.version ?? newest;
  const warning = warningOf(facts, pin, at) ?? (alias && aliasWarning(alias, pin, at));
  const parts = [sinceOf(facts), ...laterOf(facts, at), pinned(pin, newest)];
  const line = parts.filter((part) => part !== undefined).join(' · ');
  return { ...(warning !== undefined && { warning }), ...(line !== '' && { line }) };
}

function warningOf(facts: ApiFacts, pin: ApiPin | undefined, at: string | undefined): string | undefined {
  const { moved, removed, deprecated } = facts;
  const since = firstOf(facts);
  if (pin && since !== undefined && isBefore(pin.version, since)) {
    return `**Not in ${lineOf(pin.version)}:** your project pins ${pinText(pin)}; since ${shortVersion(since)}.`;
  }
  if (moved && reaches(at, moved.release)) {
    const gone = moved.removed !== undefined && reaches(at, moved.removed);
    const fails = pin && gone ? ` The old path fails in ${pinText(pin)}, which your project pins.` : '';
    const end = !gone && moved.removed !== undefined ? ` The old path ends in ${moved.removed}.` : '';
    return `**Moved in ${moved.release}** to ${code(moved.to)}.${fails || end}`;
  }
  if (removed !== undefined && reaches(at, removed)) {
    const pins = pin ? ` Your project pins ${pinText(pin)}.` : '';
    return `**Removed in ${removed}**${useText(deprecated?.use ?? facts.renamed)}.${pins}`;
  }
  const from = deprecated?.version ?? deprecated?.release;
  if (deprecated && (from === undefined || reaches(at, from))) {
    const when = from === undefined ? '' : ` since ${shortVersion(from)}`;
    return `**Deprecated${when}**${useText(deprecated.use)}.`;
  }
  return undefined;
}

/** The path as written is an older one. */
function aliasWarning({ to, deprecated, removed }: ApiAlias, pin: ApiPin | undefined, at: string | undefined) {
  if (removed !== undefined && reaches(at, removed)) {
    const pins = pin ? ` Your project pins ${pinText(pin)}.` : '';
    return `**This path was removed in ${removed}**; use ${code(to)}.${pins}`;
  }
  if (deprecated !== undefined && reaches(at, deprecated)) {
    return `**This path is deprecated since ${deprecated}**; use ${code(to)}.`;
  }
  return undefined;
}

function sinceOf(facts: ApiFacts): string | undefined {
  const since = firstOf(facts);
  return since === undefined ? undefined : `Since ${shortVersion(since)}`;
}

/** What the releases themselves show counts more than what the documentation says of them. */
function firstOf({ introduced, added }: ApiFacts): string | undefined {
  return introduced ?? added;
}

/** What is to come for a project that pins an older version. */
function laterOf({ moved, removed, deprecated }: ApiFacts, at: string | undefined): string[] {
  if (at === undefined) return [];
  const later = (release: string | undefined): release is string => release !== undefined && isBefore(at, release);
  return [
    ...(later(deprecated?.version ?? deprecated?.release)
      ? [`deprecated from ${shortVersion(deprecated?.version ?? deprecated?.release ?? '')}`]
      : []),
    ...(moved && later(moved.release) ? [`moves in ${moved.release} to ${code(moved.to)}`] : []),
    ...(later(removed) ? [`removed in ${removed}`] : []),
  ];
}

function pinned(pin: ApiPin | undefined, newest: string | undefined): string | undefined {
  if (pin) return `your project pins ${pinText(pin)}`;
  return newest === undefined ? undefined : `shown for ${newest}, the newest: no version is pinned`;
}

export function pinText({ version, file }: ApiPin): string {
  return file === undefined ? version : `${version} (${code(file)})`;
}

function useText(use: string | undefined): string {
  return use === undefined ? '' : `, use ${code(use)}`;
}

/** Whether a version is a release or after it; without a version every release has been reached. */
export function reaches(version: string | undefined, release: string): boolean {
  return version === undefined || !isBefore(version, release);
}

/** `3.4` is before `3.4.1` only where the second says more than a line: a pinned line reaches all of its versions. */
export function isBefore(version: string, release: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(release)];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [x = 0, y = 0] = [a[index], b[index]];
    if (x !== y) return x < y;
  }
  return false;
}

function numbersOf(version: string): number[] {
  return (/^\D*(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '').split('.').map(Number);
}

/** `3.5.0` is said as 3.5. */
function shortVersion(version: string): string {
  return version.replace(/^(\d+\.\d+)\.0$/, '$1');
}

function lineOf(version: string): string {
  return /^\d+(\.\d+)?/.exec(version)?.[0] ?? version;
}
