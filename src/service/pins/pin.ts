/** A version of a package that a file of the project asks for. */
export interface Pin {
  /** The distribution's name in its normal form: `pyspark`, `apache-airflow`, `dbt-core`; of dbt packages `dbt-labs/dbt_utils`. */
  package: string;
  /** The version or release line that the constraint fixes, such as `3.4.1` or `3.4`; missing where it leaves it open. */
  version?: string;
  /** The constraint as written, such as `>=3.4,<4`. */
  written: string;
  /** Zero-based. */
  line: number;
  /** Whether a lock file says it: what is really installed. */
  locked?: true;
}

/** Reads the pins of one kind of file. Never throws on broken text. */
export type PinReader = (text: string) => Pin[];

/** The zero-based line of an offset, asked in ascending order. */
export function lineCounter(text: string): (offset: number) => number {
  let at = 0;
  let line = 0;
  return (offset) => {
    if (offset < at) {
      at = 0;
      line = 0;
    }
    for (; at < offset; at++) if (text.charCodeAt(at) === 10) line++;
    return line;
  };
}
