export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

export const milliseconds = (time: number): string => `${time.toFixed(time < 10 ? 1 : 0)} ms`
