// @ts-check

/** Something that can go wrong on somebody's machine; its message is the one line they read. */
export class Failure extends Error {}

/**
 * Runs a script's main function. A failure ends it with one line and exit code 1, never a stack trace;
 * `DEBUG=1` brings the trace back.
 * @param {() => Promise<number | void>} main resolves to the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(process.env.DEBUG ? error : oneLine(error));
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
export function oneLine(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
