/** Publisher and name, as in package.json; a test holds the two together. */
export const extensionId = 'data-engineering-reference.data-engineering-reference';
