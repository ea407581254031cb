import postgres from 'postgres';

/**
 * Whether the driver is the mended one (`.patches`): 3.4.9 as published throws out of a timer, beyond anybody's reach, once a connection
 * ends inside a transaction, and may run the rest of that transaction inside the next.
 */
export const isDriverMended = String(postgres).includes('onclose = lose');
