/** Something that the person at the terminal can mend; its message is the one line that says how. */
export class Problem extends Error {}

/**
 * Runs a command's main function: a Problem is told in its own words, anything else with its stack.
 * @param {() => Promise<number>} main its exit code
 */
export async function runCommand(main) {
  try {
    process.exit(await main());
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exit(1);
  }
}
