/** Plans nothing: keeps its thread for ever, or fills its memory, as the day it is asked for says. */
export default function plan({ input: { today }, begun }) {
  Atomics.store(begun, 0, 1);
  Atomics.notify(begun, 0);
  if (today === 'fill') {
    const kept = [];
    for (;;) kept.push(new Array(1000).fill(kept.length).map(String));
  }
  while (today === 'stay') {}
  return { today };
}
