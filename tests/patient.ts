/** Deadlines where time is not the question, in milliseconds: longer than a test may take, so that none is met however busy the machine. */
export const patient = { deadlineMs: 900_000, requestMs: 900_000, planningMs: 900_000, slowMs: 900_000 };
