export { NOT_EXPORTED, SECTIONS } from './sections.js';
export { OwnDataReader, type SectionData } from './own-data.reader.js';
export { type OwnDataPage, ownDataPage } from './own-data.page.js';
