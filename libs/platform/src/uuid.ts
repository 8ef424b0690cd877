const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be asked for as an id at all; PostgreSQL refuses the rest with an error. */
export const isUuid = (text: string): boolean => UUID.test(text);
