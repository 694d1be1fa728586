/** Which procedure the mark of what waits asks. Its shape stays out of what the first screen loads; a test holds this against the contract. */
export const unsettledEndpoint = { name: 'sync.unsettled', method: 'GET', path: '/api/sync/conflicts/unsettled' } as const;
