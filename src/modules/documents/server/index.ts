/** What other modules may use of documents. */
export { enterDocument } from './document.commands.ts';
export { sendDocument } from './document.recipients.ts';
export { takeDocument } from './document.commands.ts';
export { addRecipients, noteReceipt } from './document.recipients.ts';
export { isReadable as isDocumentReadable, listedWithin as listedDocuments, within as readableDocuments } from './document.reach.ts';
export { markDocuments } from './document.marks.ts';
export { documentNotices } from './document.notices.ts';
export { documentRefusals } from './document.refusals.ts';
export { documentRoutes } from './document.routes.ts';
export { insertDocument, lockDocument, noteLinkByAnswer, saveDocument } from './document.store.ts';
export { documentJobs } from './text.reading.ts';
