import { normalisePackage } from '../languages/text/packages';
import { fixedVersion } from './constraint';
import { lineCounter, type Pin, type PinReader } from './pin';

const name = String.raw`[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?`;
const clauses = String.raw`(?:[=~!<>]=?=?|===)\s*[\w.*+!-]+(?:\s*,\s*(?:[=~!<>]=?=?)\s*[\w.*+!-]+)*`;
const requirement = new RegExp(String.raw`^(${name})\s*(?:\[[^\]]*\])?\s*\(?\s*(${clauses})?\s*\)?\s*(?:$|[;#\\]|--)`);

/** A requirement such as `apache-airflow[celery]>=3,<3.1 ; python_version > "3.9"`. */
function requirementPin(text: string, line: number): Pin | null {
  const [, distribution, written = ''] = requirement.exec(text.trim()) ?? [];
  return distribution === undefined ? null : pin(distribution, written, line);
}

function pin(distribution: string, written: string, line: number, version = fixedVersion(written)): Pin {
  return { package: normalisePackage(distribution), written, line, ...(version !== undefined && { version }) };
}

/** pip's requirements and constraints files. */
export const requirementsPins: PinReader = (text) =>
  text.split('\n').flatMap((line, index) => (/^\s*[#-]/.test(line) ? [] : (requirementPin(line, index) ?? [])));

/** Tables of pyproject.toml and Pipfile whose keys are distributions. */
const keyedTable =
  /^(?:tool\.poetry\.(?:dev-)?dependencies|tool\.poetry\.group\.[^.]+\.dependencies|tool\.pixi\..*dependencies|packages|dev-packages)$/;

/** Tables whose arrays hold requirements. */
const listTable =
  /^(?:project(?:\.optional-dependencies)?|dependency-groups|tool\.uv|tool\.pdm\.dev-dependencies|tool\.hatch\.envs\.[\w-]+)$/;

/** pyproject.toml and Pipfile. */
export const pyprojectPins: PinReader = (text) => {
  let table = '';
  return text.split('\n').flatMap((line, index) => {
    const header = /^\s*\[\[?\s*([^[\]]+?)\s*\]\]?/.exec(line);
    if (header) table = (header[1] ?? '').replace(/["'\s]/g, '');
    else if (keyedTable.test(table)) return keyedPin(line, index) ?? [];
    else if (listTable.test(table)) return listedPins(line, index);
    return [];
  });
};

/** `pyspark = "^3.5"`, or `pyspark = { version = "3.5.1", extras = ["sql"] }`. */
function keyedPin(line: string, index: number): Pin | null {
  const [, distribution, written] =
    /^\s*["']?([\w.-]+)["']?\s*=\s*(?:\{.*?\bversion\s*=\s*)?["']([^"']+)["']/.exec(line) ?? [];
  return distribution === undefined || written === undefined || distribution === 'python' || written === '*'
    ? null
    : pin(distribution, written, index);
}

function listedPins(line: string, index: number): Pin[] {
  if (/^\s*(?:name|version|description|requires-python|readme)\s*=/.test(line)) return [];
  const strings = line.replace(/^\s*#.*/, '').matchAll(/"([^"]+)"|'([^']+)'/g);
  return [...strings].flatMap(([, double, single]) => {
    const found = requirementPin(double ?? single ?? '', index);
    return found && found.written !== '' ? found : [];
  });
}

/** uv.lock, poetry.lock and pdm.lock: one table a package. */
export const lockPins: PinReader = (text) => {
  const lineOf = lineCounter(text);
  const packages = text.matchAll(/^\[\[package\]\]\r?\nname = "([^"]+)"\r?\nversion = "([^"]+)"/gm);
  return [...packages].map(({ 1: distribution = '', 2: version = '', index }) => ({
    ...pin(distribution, `==${version}`, lineOf(index), version),
    locked: true,
  }));
};

/** Pipfile.lock. */
export const pipfileLockPins: PinReader = (text) => {
  const lineOf = lineCounter(text);
  const packages = text.matchAll(/"([\w.-]+)": \{(?:[^{}]|\{[^{}]*\})*?"version": "==([^"]+)"/g);
  return [...packages].map(({ 1: distribution = '', 2: version = '', index }) => ({
    ...pin(distribution, `==${version}`, lineOf(index), version),
    locked: true,
  }));
};

/** conda's environment.yml, where a single `=` fixes a prefix; its `pip:` part is in pip's words. */
export const condaPins: PinReader = (text) =>
  text.split('\n').flatMap((line, index) => {
    const [, distribution, written] =
      /^\s*-\s+["']?(?:[\w./-]+::)?([A-Za-z0-9][\w.-]*?)\s*((?:=|[<>!~]=?)=?[^#"']*?|\s\d[\w.*]*)?["']?\s*(?:#.*)?$/.exec(
        line,
      ) ?? [];
    if (distribution === undefined || written === undefined) return [];
    // conda: name=version=build
    const constraint = written.trim().replace(/^=(?!=)([^=]+)=.*$/, '=$1');
    return pin(distribution, constraint, index, fixedVersion(constraint.replace(/^(?=\d)/, '=')));
  });

/** setup.cfg: the lists below `install_requires` and the extras. */
export const setupCfgPins: PinReader = (text) =>
  text.split('\n').flatMap((line, index) => {
    const found = /^\s+\S/.test(line) ? requirementPin(line, index) : null;
    return found && found.written !== '' ? found : [];
  });
