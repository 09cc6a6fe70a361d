/**
 * Tells on stderr what is being done, and afterwards how long it took.
 * @template Value
 * @param {string} words for example "Building the pages"
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function step(words, work) {
  const startedAt = performance.now();
  console.error(`${words}…`);
  const value = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  console.error(`${words}: done in ${seconds.toFixed(1)} s`);
  return value;
}
