/**
 * The same values; while one is worked on, the next is already being made. An error is thrown when
 * its turn comes.
 */
export async function* ahead<Value>(values: AsyncIterable<Value>): AsyncGenerator<Value> {
  const iterator = values[Symbol.asyncIterator]();
  const start = () => {
    const step = iterator.next();
    step.catch(() => undefined);
    return step;
  };
  try {
    for (let next = start(); ; ) {
      const step = await next;
      if (step.done) return;
      next = start();
      yield step.value;
    }
  } finally {
    await iterator.return?.();
  }
}
