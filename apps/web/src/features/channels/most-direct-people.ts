/** In a direct channel beside oneself; the server takes no more. */
export const MOST_DIRECT_PEOPLE = 8
