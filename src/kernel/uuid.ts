const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** In the one spelling that the database gives; any other is not an id of ours. */
export const isUuid = (text: string): boolean => UUID.test(text);
