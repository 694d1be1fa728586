/** Which procedure the mark of unread notices asks. Its shape stays out of what the first screen loads; a test holds this against the contract. */
export const unreadEndpoint = { name: 'notices.unread', method: 'GET', path: '/api/notices/unread' } as const;
